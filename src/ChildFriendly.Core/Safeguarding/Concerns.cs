using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>
/// Finds signs of harm in what a child sends. What has one leaves the moderators' queue before it is in it, and the people responsible are
/// alarmed, in the same save. Saves nothing by itself.
/// </summary>
public sealed partial class Concerns(ChildFriendlyDb db, Screeners screeners, ISeal seal, ILogger<Concerns> log)
{
    /// <param name="item">As it was opened just now.</param>
    /// <param name="language">Of the pages on which it was written.</param>
    /// <param name="words">All that was written, part by part.</param>
    /// <returns>Whether there was a sign; the page then shows the numbers, this once.</returns>
    public async Task<bool> FindAsync(ModerationCase item, string language, DateTime now, params string[] words)
    {
        var text = Joined(words);
        if (!HasSign(await db.Localities.Where(l => l.Id == item.LocalityId).Select(l => l.Slug).SingleAsync(), language, text))
        {
            return false;
        }

        item.SetAside();
        db.Add(SafeguardingCase.Open(item.LocalityId, SafeguardingOrigin.Contribution, language, text, reach: "", seal, Actor.Program, now, item.Id));
        return true;
    }

    /// <summary>Whether there is a sign in what is not sent yet.</summary>
    public bool HasSign(string locality, string language, IEnumerable<string> words) => HasSign(locality, language, Joined(words));

    private static string Joined(IEnumerable<string> words) => string.Join("\n\n", words.Where(w => w.Length > 0));

    private bool HasSign(string locality, string language, string text)
    {
        try
        {
            return screeners.Of(locality).Screen(language, text).Concern is not null;
        }
        catch (InvalidDataException e)
        {
            // A list that somebody broke must not keep children from sending; a moderator reads everything.
            LogBroken(e, locality);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The word lists of {Locality} cannot be read: nothing is screened there")]
    private partial void LogBroken(Exception failure, string locality);
}
