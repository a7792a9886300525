using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>Which of children's words everybody sees.</summary>
public static class ShownTexts
{
    private static readonly ConsultationStage[] WithResults = [ConsultationStage.Counted, ConsultationStage.Decided, ConsultationStage.FollowedUp];

    public static IQueryable<T> Shown<T>(this IQueryable<T> texts)
        where T : ShortText => texts.Where(t => t.Stage == ShortTextStage.Published && !t.IsSuspended);

    /// <summary>Published, and so is what it is about; null where nobody sees it.</summary>
    public static async Task<(ModerationSubject Kind, ShortText Text)?> ShownTextAsync(this ChildFriendlyDb db, Guid localityId, Guid id)
    {
        if (await db.Remarks.InLocality(localityId).Shown().SingleOrDefaultAsync(r => r.Id == id && (r.Kind != ModerationSubject.SupportReason || db.Initiatives.Published().Any(i => i.Id == r.AboutId))) is { } remark)
        {
            return (remark.Kind, remark);
        }

        if (await db.CouncilContributions.InLocality(localityId).Shown().SingleOrDefaultAsync(c => c.Id == id && db.CouncilMeetings.Any(m => m.Points.Any(p => p.ContributionId == id))) is { } proposed)
        {
            return (ModerationSubject.CouncilContribution, proposed);
        }

        return await db.OpenAnswers.InLocality(localityId).Shown().SingleOrDefaultAsync(a => a.Id == id && db.Consultations.Any(c => c.Id == a.ConsultationId && WithResults.Contains(c.Stage)))
            is { } answer ? (ModerationSubject.OpenAnswer, answer) : null;
    }
}
