using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>What a child writes to the council, or within it, goes into the moderators' queue in the same save.</summary>
public static class Contributions
{
    public static async Task<Refusal?> RefuseToSendAsync(this ChildFriendlyDb db, Participant child, Locality here, string language, string text, Concerns concerns) => ContributionRules.RefuseToSend(
        child,
        here.Id,
        await db.CouncilContributions.CountAsync(c => c.AuthorId == child.Id && c.Stage == ContributionStage.Waiting),
        concerns.HasSign(here.Slug, language, [text]));

    /// <returns>Null where somebody saved at the same moment: then nothing was saved.</returns>
    public static async Task<Submitted?> SendAsync(this ChildFriendlyDb db, CouncilContribution said, Concerns concerns, DateTime now)
    {
        if (await db.CouncilContributions.AnyAsync(c => c.Id == said.Id))
        {
            return Submitted.Before;
        }

        var check = ModerationCase.Open(ModerationSubject.CouncilContribution, said.Id, said.LocalityId, now);
        db.Add(said);
        db.Add(check);
        var hasConcern = await concerns.FindAsync(check, said.Language, now, said.Text);
        return !await db.TrySaveAsync() ? null : hasConcern ? Submitted.WithConcern : Submitted.Waiting;
    }
}
