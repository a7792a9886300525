using System.Globalization;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

public sealed class ResultsModel(BallotBox box, Wording texts) : SitePage
{
    private const int AnswersShown = 6;

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, int> MeasureNumbers { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>The questions whose ballots anybody may count again, by position.</summary>
    public IReadOnlyCollection<int> Published { get; private set; } = [];

    /// <summary>Where ballots are not published one by one: what they say taken together, by position of the question.</summary>
    public IReadOnlyDictionary<int, PreferenceCounts> Together { get; private set; } = new Dictionary<int, PreferenceCounts>();

    /// <summary>What children wrote, by position of the open question: how many in all, and the first of them.</summary>
    public IReadOnlyDictionary<int, (int Count, IReadOnlyList<WrittenAnswer> Some)> Answers { get; private set; } = new Dictionary<int, (int, IReadOnlyList<WrittenAnswer>)>();

    /// <summary>Children who voted, by age band; null where few would be told.</summary>
    public IReadOnlyList<(AgeBand Band, int? Children)> Turnout { get; private set; } = [];

    /// <summary>Of all papers that are counted; null where few would be told.</summary>
    public PaperTotals? Papers { get; private set; }

    /// <summary>Batches of papers that were not ready in time.</summary>
    public int MissedPapers { get; private set; }

    /// <summary>Recommendations of the children's council that rest on it.</summary>
    public IReadOnlyList<AdvisoryCouncils.RestingLine> Resting { get; private set; } = [];

    /// <summary>Measures of the plan, by the option that they come from.</summary>
    public ILookup<Guid, ActionPlans.MeasureFromLine> CameOfIt { get; private set; } = null!;

    public int? DaysWithoutDecision => ConsultationRules.DaysWithoutDecision(Consultation, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Resting = await AdvisoryCouncils.RecommendationSources.RestingOnAsync(Db, Core.AdvisoryCouncils.SourceKind.Consultation, Consultation.Id);
        CameOfIt = await ActionPlans.MeasureSources.MeasuresFromAsync(Db, Here.Id, Core.ActionPlans.MeasureSourceKind.Vote);
        var published = new List<int>();
        var together = new Dictionary<int, PreferenceCounts>();
        foreach (var question in Consultation.Questions)
        {
            switch (await box.PublishedElectionOfAsync(Consultation, question))
            {
                case (_, IsOneByOne: true):
                    published.Add(question.Position);
                    break;
                case (var election, IsOneByOne: false):
                    together[question.Position] = PreferenceCounts.Of(election);
                    break;
            }
        }

        (Published, Together) = (published, together);
        var answers = new Dictionary<int, (int, IReadOnlyList<WrittenAnswer>)>();
        foreach (var question in Consultation.Questions.Where(q => q.IsOpen))
        {
            var shown = WrittenAnswer.Shown(Db, question);
            answers[question.Position] = (await shown.CountAsync(), await shown.Take(AnswersShown).ToListAsync());
        }

        Answers = answers;
        var turnout = await Db.Consultations.Where(c => c.Id == Consultation.Id).SelectMany(c => c.Turnout).AsNoTracking().ToListAsync();
        var bands = Enum.GetValues<AgeBand>().Where(b => Consultation.Questions.Any(q => q.Audience.HasFlag(b.Bands()))).ToList();
        Turnout = turnout.Count == 0 || Consultation.Questions.Any(q => q.MayBeUnanimous) ? [] : [.. bands.Zip(SmallNumbers.Hide([.. bands.Select(b => turnout.SingleOrDefault(t => t.AgeBand == b)?.Children ?? 0)]))];
        var batches = await Db.PaperBatches.AsNoTracking().Where(b => b.ConsultationId == Consultation.Id).ToListAsync();
        var counted = batches.Where(b => b.Stage == PaperBatchStage.Counted).ToList();
        MissedPapers = batches.Count(b => b.Stage == PaperBatchStage.Missed);
        Papers = PaperRules.TellsApart(Consultation)
            ? new PaperTotals(counted.Sum(b => b.HandedOut), counted.Sum(b => b.Returned ?? 0), counted.Sum(b => b.Blank), counted.Sum(b => b.Spoilt)) : null;
        var ids = Consultation.Questions.SelectMany(q => q.Options).Select(o => o.InitiativeId).ToList();
        MeasureNumbers = await Db.Measures.IgnoreAutoIncludes().InPublicPlan(Db).Where(m => m.InitiativeId != null && ids.Contains(m.InitiativeId))
            .ToDictionaryAsync(m => m.InitiativeId!.Value, m => m.Number);
        return Page();
    }

    /// <summary>The ballots of one question as a file.</summary>
    public async Task<IActionResult> OnGetBallotsAsync(int number, int question) => await FindPublishedAsync(number, question) is var (asked, election)
        ? Download(BallotsFile.Write(election, NamesOf(asked), asked.Publish(election, Consultation.TieSeed!), IsDemonstration), "application/json", $"{number}-{question}.json")
        : NotFound();

    /// <summary>Rankings or points taken together, as a file.</summary>
    public async Task<IActionResult> OnGetCountsAsync(int number, int question) =>
        await FindPublishedAsync(number, question, isOneByOne: false) is var (asked, election)
            ? Download(CountsFile.Write(election, NamesOf(asked), asked.Publish(election, Consultation.TieSeed!), IsDemonstration), "application/json", $"{number}-{question}-together.json")
            : NotFound();

    /// <summary>The ballots about a budget as pabulib.org collects them.</summary>
    public async Task<IActionResult> OnGetPbAsync(int number, int question) => await FindPublishedAsync(number, question) is var (asked, election) && asked.Kind == BallotKind.Budget
        ? Download(PabulibFile.Write(election, NamesOf(asked), asked.SelectedPlaces, HeadOf(asked, election)), "text/plain", $"{number}-{question}.pb")
        : NotFound();

    private async Task<bool> FindAsync(int number)
    {
        Consultation = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number))!;
        return Consultation is not null && ConsultationRules.ShowsResults(Consultation);
    }

    private async Task<(Question Question, Election Election)?> FindPublishedAsync(int number, int position, bool isOneByOne = true) =>
        await FindAsync(number) && Consultation.Questions.SingleOrDefault(q => q.Position == position) is { } question
        && await box.PublishedElectionOfAsync(Consultation, question) is { } published && published.IsOneByOne == isOneByOne ? (question, published.Election) : null;

    private List<string> NamesOf(Question question) => question.Options.OrderBy(o => o.Position).Select(o => texts.Or(o.Title, "initiatives.taken-down")).ToList();

    private PabulibHead HeadOf(Question question, Election election) => new(
        Consultation.Title, "Romania", Here.Name, Consultation.ClosesAt.Year.ToString(CultureInfo.InvariantCulture),
        question.Rule == CountingRule.GreedyBudget ? "greedy" : "equalshares/add1",
        RomanianTime.DateOf(Consultation.OpensAt), RomanianTime.DateOf(Consultation.ClosesAt), question.MaxChoices, question.IsCapped, "ro", "RON", Decimals: 2,
        $"{BallotHint.Conditions(question, texts)} " + texts[$"consultations.pb.{question.Rule}", ("step", texts.Lei(question.Publish(election, Consultation.TieSeed!).Step)), ("seed", Consultation.TieSeed!)]);

    private FileContentResult Download(string text, string type, string name) => File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"{Here.Slug}-{name}");
}

public sealed record PaperTotals(int HandedOut, int Returned, int Blank, int Spoilt);
