using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>A draft becomes a vote together with the ideas in it.</summary>
internal static class VoteDraft
{
    /// <summary>Announces without saving; why not, where it is not possible.</summary>
    public static async Task<Refusal?> AnnounceAsync(ChildFriendlyDb db, Consultation vote, Actor by, DateTime now)
    {
        if (ConsultationRules.RefuseToAnnounce(vote, now) is { } refusal)
        {
            return refusal;
        }

        var ids = vote.Questions.SelectMany(q => q.Options).Select(o => o.InitiativeId).OfType<Guid>().Distinct().ToList();
        var ideas = await QuestionForm.Ready(db, vote.LocalityId).Where(i => ids.Contains(i.Id)).ToListAsync();
        if (ideas.Count < ids.Count)
        {
            return ConsultationRules.IdeaGone;
        }

        vote.Announce(by, now);
        foreach (var idea in ideas)
        {
            idea.PutOnBallot(vote.Id, by, now);
        }

        return null;
    }
}
