using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

public sealed record OptionPicture(string Name, string Sheet);

/// <summary>The pictures of a question's options, by ballot id: their own, or those of their ideas' goals.</summary>
public static class OptionPictures
{
    public static async Task<IReadOnlyDictionary<string, OptionPicture>> OfAsync(ChildFriendlyDb db, Question question, bool withGoals)
    {
        var ids = withGoals ? question.Options.Where(o => o.Picture is null).Select(o => o.InitiativeId).OfType<Guid>().ToList() : [];
        var goals = ids.Count == 0 ? [] : await db.Initiatives.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Goal);
        var pictures = question.Options.ToDictionary(o => o.BallotId, PictureOf, StringComparer.Ordinal);

        // A picture that stands for two options, or only for some, would mislead whoever goes by it.
        return pictures.Values.Any(p => p is null) || pictures.Values.Distinct().Count() < pictures.Count
            ? new Dictionary<string, OptionPicture>(StringComparer.Ordinal) : pictures.ToDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);

        OptionPicture? PictureOf(Option option) => option.Picture is { } own ? new OptionPicture(own, Things.Sheet)
            : goals.GetValueOrDefault(option.InitiativeId ?? Guid.Empty) is { } goal ? new OptionPicture(GoalTag.PictureOf(goal), IconTag.DefaultSheet) : null;
    }
}
