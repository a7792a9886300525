using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives;

public sealed class DetailsModel : SitePage
{
    /// <summary>Below this many cards a band would point at a few children.</summary>
    private const int FewestForBand = 10;

    private const int MostReasons = 50;

    public Initiative Initiative { get; private set; } = null!;

    public bool IsMine { get; private set; }

    public bool ShowsBand { get; private set; }

    public int Supporters { get; private set; }

    public bool HasSupported { get; private set; }

    /// <summary>The child may say why it wants this too, or has said so.</summary>
    public bool CanSayWhy { get; private set; }

    /// <summary>Why children want it too, in the order of random ids.</summary>
    public IReadOnlyList<Remark> Reasons { get; private set; } = [];

    public Refusal? SupportRefusal { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>The answer that stands; one that was withdrawn is in the timeline only.</summary>
    public TimelineEntry? AnswerStep { get; private set; }

    public ShownAnswer? Answer => AnswerStep is { } said ? Shown(said) : null;

    internal static TimelineEntry? AnswerIn(IEnumerable<TimelineEntry> timeline) => timeline.LastOrDefault(t => t is { Office: not null, Sentence: not null, WithdrawnAt: null });

    internal static ShownAnswer Shown(TimelineEntry said) => new(
        said.Decision is null ? "initiatives.answer.title" : "initiatives.decision.title", said.Decision is { } decision ? decision : said.Stage, said.ReasonKey, said.Sentence, said.Young,
        said.Office, said.Follows, said.FollowsOn, said.At);

    /// <summary>Recommendations of the children's council that rest on it.</summary>
    public IReadOnlyList<AdvisoryCouncils.RestingLine> Resting { get; private set; } = [];

    public int? MeasureNumber { get; private set; }

    public (int Number, string Title)? Vote { get; private set; }

    public (int Number, string? Title, InitiativeStage Stage, string Language)? MergedInto { get; private set; }

    /// <summary>What a moderator left out of the own idea, for as long as that is kept.</summary>
    public IReadOnlyList<Redaction> LeftOut { get; private set; } = [];

    public int? DaysOverdue => InitiativeRules.DaysOverdue(Initiative.AnswerDueOn, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Initiatives.AsNoTracking().InLocality(Here.Id).VisibleTo(Child?.Id).SingleOrDefaultAsync(i => i.Number == number);
        if (found is null || number == 0)
        {
            return NotFound();
        }

        Initiative = found;
        IsMine = Child is not null && found.AuthorId == Child.Id;
        ShowsBand = await Db.Cards.CountAsync(c => c.LocalityId == Here.Id && c.AgeBand == found.AuthorBand) >= FewestForBand;
        Supporters = await Db.Supports.CountAsync(s => s.InitiativeId == found.Id);
        if (Child is not null)
        {
            HasSupported = await Db.Supports.AnyAsync(s => s.InitiativeId == found.Id && s.ParticipantId == Child.Id);
            CanSayWhy = InitiativeRules.RefuseToSayWhy(found, HasSupported) is null;
            SupportRefusal = InitiativeRules.RefuseToSupport(found, Child);
        }

        Reasons = await Db.Remarks.AsNoTracking().Where(r => r.AboutId == found.Id && r.Kind == ModerationSubject.SupportReason).Shown().OrderBy(r => r.Id).Take(MostReasons).ToListAsync();
        LeftOut = IsMine ? await Db.Redactions.AsNoTracking().LeftOutOfAsync(found.Id) : [];
        Timeline = found.Timeline.Where(t => t.IsPublic || IsMine).OrderBy(t => t.Position).ToList();
        AnswerStep = AnswerIn(Timeline);
        MeasureNumber = await Db.Measures.InPublicPlan(Db).Where(m => m.InitiativeId == found.Id).Select(m => (int?)m.Number).SingleOrDefaultAsync();
        Resting = await AdvisoryCouncils.RecommendationSources.RestingOnAsync(Db, Core.AdvisoryCouncils.SourceKind.Initiative, found.Id);
        var vote = await Db.Consultations.IgnoreAutoIncludes()
            .Where(c => c.Questions.Any(q => q.Options.Any(o => o.InitiativeId == found.Id)))
            .OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Title }).FirstOrDefaultAsync();
        Vote = vote is null ? null : (vote.Number, vote.Title);
        if (found.MergedIntoId is { } otherId)
        {
            var others = Db.Initiatives.IgnoreAutoIncludes().AsNoTracking().Where(i => i.Id == otherId);
            var other = await others.SingleAsync();
            MergedInto = (other.Number, await others.VisibleTo(Child?.Id).AnyAsync() ? other.Title : null, other.Stage, other.Language);
        }

        return Page();
    }
}
