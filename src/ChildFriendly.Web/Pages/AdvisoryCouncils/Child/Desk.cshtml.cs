using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>Where members work: drafts, polls, and what they have written themselves. For others it is not there.</summary>
[AtHome]
public sealed class DeskModel(Concerns concerns) : SayPage(concerns)
{
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    public IReadOnlyList<PollLine> Polls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    /// <summary>What a new recommendation should say.</summary>
    public async Task<IActionResult> OnPostAsync() => await ReadAsync() ? await SendAsync(ContributionKind.Wording) : NotFound();

    private async Task<bool> ReadAsync()
    {
        if (!CouncilRules.IsMember(Card, Today))
        {
            return false;
        }

        Drafts = await Db.Recommendations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(r => r.Stage == RecommendationStage.Draft).OrderByDescending(r => r.Id).Take(30)
            .Select(r => new DraftLine(r.Id, r.Title, r.Text, Db.CouncilContributions.Count(c => c.RecommendationId == r.Id && c.Stage == ShortTextStage.Published))).ToListAsync();
        Polls = await Db.CouncilPolls.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).OrderBy(p => p.Stage == CouncilPollStage.Closed).ThenByDescending(p => p.ClosesOn).Take(12)
            .Select(p => new PollLine(p.Id, p.Question, p.Stage, p.ClosesOn, Db.CouncilPollVotes.Any(v => v.PollId == p.Id && v.ParticipantId == Me.Id))).ToListAsync();
        Mine = await Db.CouncilContributions.AsNoTracking().Where(c => c.AuthorId == Me.Id && c.Kind == ContributionKind.Wording && c.RecommendationId == null)
            .OrderByDescending(c => c.WrittenOn).Take(10).ToListAsync();
        return true;
    }
}

public sealed record DraftLine(Guid Id, string Title, string Text, int Said);

public sealed record PollLine(Guid Id, string Question, CouncilPollStage Stage, DateOnly ClosesOn, bool HasVoted);
