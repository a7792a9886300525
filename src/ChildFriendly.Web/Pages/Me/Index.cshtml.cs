using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Pages.Initiatives.Child;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Me;

public sealed class IndexModel(WordLists words) : SitePage
{
    public string Nickname => words.NameOf(Me.Nickname, Lang);

    public string MyLocality { get; private set; } = "";

    public string MyHome { get; private set; } = "";

    /// <summary>The last steps of what this child proposed, supported or voted on.</summary>
    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public IReadOnlyList<MyIdea> Ideas { get; private set; } = [];

    public IReadOnlyList<MySupport> Supported { get; private set; } = [];

    public IReadOnlyList<MyVote> Votes { get; private set; } = [];

    public IReadOnlyList<MyWords> Answers { get; private set; } = [];

    /// <summary>What a moderator left out of the own answers.</summary>
    public ILookup<Guid, Redaction> LeftOut { get; private set; } = Array.Empty<Redaction>().ToLookup(r => r.ItemId);

    public async Task OnGetAsync()
    {
        var locality = await Db.Localities.AsNoTracking().SingleAsync(l => l.Id == Me.LocalityId);
        MyLocality = locality.Name;
        MyHome = $"/{Lang}/{locality.Slug}";
        News = await Db.NewsForAsync(Me.Id, Now, IsYoung ? 3 : 8);
        var ideas = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().Where(i => i.AuthorId == Me.Id).OrderByDescending(i => i.ChangedAt).Take(100).ToListAsync();
        Ideas = ideas.ConvertAll(i => new MyIdea(i.Number, i.Title, i.Stage, i.ChangedAt, Step.Next(i).Path, i.Language));
        Supported = await Db.Supports.AsNoTracking().Where(s => s.ParticipantId == Me.Id)
            .Join(Db.Initiatives.Published(), s => s.InitiativeId, i => i.Id, (s, i) => i)
            .OrderBy(i => i.Number).Take(100).Select(i => new MySupport(i.Number, i.Title, i.Stage, i.Language)).ToListAsync();
        Votes = await Db.VoterMarks.AsNoTracking().Where(m => m.ParticipantId == Me.Id)
            .Join(Db.Consultations.IgnoreAutoIncludes(), m => m.ConsultationId, c => c.Id, (m, c) => c)
            .OrderByDescending(c => c.ClosesAt).Take(100).Select(c => new MyVote(c.Number, c.Title, c.Stage)).ToListAsync();
        var answers = await Db.OpenAnswers.AsNoTracking().Where(a => a.AuthorId == Me.Id)
            .Join(Db.Consultations.IgnoreAutoIncludes(), a => a.ConsultationId, c => c.Id, (a, c) => new { Answer = a, Vote = c })
            .OrderByDescending(x => x.Vote.ClosesAt).ThenBy(x => x.Answer.Id).Take(100)
            .Select(x => new { x.Answer, x.Vote.Number, CanChange = x.Vote.Stage == ConsultationStage.Open && x.Vote.ClosesAt > Now }).ToListAsync();
        var remarks = await Db.Remarks.AsNoTracking().Where(r => r.AuthorId == Me.Id)
            .Join(Db.Initiatives.IgnoreAutoIncludes().Published(), r => r.AboutId, i => i.Id, (r, i) => new { Remark = r, i.Number, i.Stage })
            .OrderByDescending(x => x.Number).Take(100).ToListAsync();
        var seen = await Db.Remarks.AsNoTracking().Where(r => r.AuthorId == Me.Id && r.Kind == ModerationSubject.MeasureCheck)
            .Join(Db.Measures.IgnoreAutoIncludes(), r => r.AboutId, m => m.Id, (r, m) => new { Remark = r, m.Number }).OrderByDescending(x => x.Number).Take(100).ToListAsync();
        var toCouncil = await Db.CouncilContributions.AsNoTracking().Where(c => c.AuthorId == Me.Id).OrderByDescending(c => c.WrittenOn).ThenBy(c => c.Id).Take(100).ToListAsync();
        Answers =
        [
            .. answers.Select(a => MyWords.Of(a.Answer, $"{MyHome}/consultations/{a.Number}{(a.CanChange ? "/vote" : "")}", a.CanChange ? "consultations.vote.change" : "me.answer.vote")),
            .. remarks.Select(r => r.Stage is InitiativeStage.Published or InitiativeStage.UnderReview
                ? MyWords.Of(r.Remark, $"{MyHome}/initiatives/{r.Number}/support/why", "me.remark.change") : MyWords.Of(r.Remark, $"{MyHome}/initiatives/{r.Number}", "me.remark.idea")),
            .. toCouncil.Select(c => c.Stage != ShortTextStage.Published ? MyWords.Of(c, $"{MyHome}/council/texts/{c.Id}", "me.remark.change")
                : MyWords.Of(c, $"{MyHome}/council{(c.Kind == ContributionKind.AgendaPoint ? "" : "/desk")}", "me.council.link")),
            .. seen.Select(s => MyWords.Of(s.Remark, $"{MyHome}/plan/measures/{s.Number}/check/words", "me.remark.change")),
            .. await ProposalsAsync(),
        ];
        var mine = Answers.Select(a => a.Id).ToList();
        LeftOut = (await Db.Redactions.AsNoTracking().Where(r => mine.Contains(r.ItemId)).ToListAsync()).ToLookup(r => r.ItemId);
    }

    /// <summary>Does not agree with what was left out of an answer.</summary>
    public async Task<IActionResult> OnPostObjectAsync(Guid answer)
    {
        if (await MineAsync(answer) is null)
        {
            return NotFound();
        }

        foreach (var part in await Db.Redactions.Where(r => r.ItemId == answer && r.Stage == RedactionStage.Told).ToListAsync())
        {
            part.ObjectTo(Now);
        }

        await Db.TrySaveAsync();
        return Tell($"/{Lang}/me", "appealed");
    }

    /// <summary>Asks that somebody else look at an answer that was not published.</summary>
    public async Task<IActionResult> OnPostAppealAsync(Guid answer)
    {
        if (await MineAsync(answer) is not { } mine)
        {
            return NotFound();
        }

        // Pressed twice it waits already.
        if (ModerationRules.RefuseToAppeal(mine, mine.AuthorId, Me.Id, mine.Stage == ShortTextStage.NotPublished) is null)
        {
            await Db.AppealAsync(mine, Now);
            await Db.TrySaveAsync();
        }

        return Tell($"/{Lang}/me", "appealed");
    }

    /// <summary>What this child would do better in a plan, each with the town hall's answer.</summary>
    private async Task<IReadOnlyList<MyWords>> ProposalsAsync()
    {
        var mine = await Db.Remarks.AsNoTracking().Where(r => r.AuthorId == Me.Id && r.Kind == ModerationSubject.DebateProposal).OrderBy(r => r.AboutId).Take(100).ToListAsync();
        var (about, ids) = (mine.ConvertAll(r => r.AboutId), mine.ConvertAll(r => r.Id));
        var numbers = await Db.Measures.Where(m => about.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number);
        var answers = (await Db.DebateAnswers.AsNoTracking().Include(a => a.Proposals).Where(a => a.Proposals.Any(p => ids.Contains(p.ProposalId))).ToListAsync())
            .SelectMany(a => a.Proposals, (a, p) => (p.ProposalId, Answer: a)).ToDictionary(a => a.ProposalId, a => a.Answer);
        var isOpen = (await Db.ActionPlans.AsNoTracking().Where(p => p.LocalityId == Me.LocalityId && p.Stage == ActionPlanStage.PublicDebate).ToListAsync()).Exists(p => p.IsInDebate(Now));
        return mine.ConvertAll(r =>
        {
            var (shown, key) = numbers.TryGetValue(r.AboutId, out var number) ? ($"{MyHome}/plan/measures/{number}", "me.proposal.measure") : ($"{MyHome}/plan", "me.proposal.plan");
            return r.Stage == ShortTextStage.SentBack || isOpen
                ? MyWords.Of(r, $"{shown}/debate/words", "me.remark.change") : MyWords.Of(r, shown, key, answers.GetValueOrDefault(r.Id));
        });
    }

    private async Task<ShortText?> MineAsync(Guid id) =>
        (ShortText?)await Db.OpenAnswers.SingleOrDefaultAsync(a => a.Id == id && a.AuthorId == Me.Id) ?? (ShortText?)await Db.Remarks.SingleOrDefaultAsync(r => r.Id == id && r.AuthorId == Me.Id)
            ?? await Db.CouncilContributions.SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == Me.Id);
}

/// <param name="Next">For a draft: the path of the step where it goes on.</param>
public sealed record MyIdea(int Number, string Title, InitiativeStage Stage, DateTime ChangedAt, string Next, string Language);

public sealed record MySupport(int Number, string Title, InitiativeStage Stage, string Language);

public sealed record MyVote(int Number, string Title, ConsultationStage Stage);

/// <param name="Link">Where it stands, or where the child can still write something else.</param>
/// <param name="CanAppeal">Somebody else can be asked to look at it.</param>
/// <param name="Answer">What the town hall said to it.</param>
public sealed record MyWords(
    Guid Id, string Text, string Language, ShortTextStage Stage, string? ReasonKey, string? Sentence, string Link, string LinkKey, bool CanAppeal, string StageKey, DebateAnswer? Answer)
{
    internal static MyWords Of(ShortText text, string link, string linkKey, DebateAnswer? answer = null) => new(
        text.Id, text.Text, text.Language, text.Stage, text.ReasonKey, text.Sentence, link, linkKey, text is { Stage: ShortTextStage.NotPublished, IsAppealed: false },
        text is Remark { Kind: ModerationSubject.DebateProposal } && text.Stage == ShortTextStage.Published ? "me.proposal.Published" : $"me.{(text is OpenAnswer ? "answer" : "remark")}.{text.Stage}", answer);
}
