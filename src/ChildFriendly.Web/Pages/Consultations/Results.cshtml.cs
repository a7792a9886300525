using System.Text;
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

public sealed class ResultsModel(Wording texts) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, int> MeasureNumbers { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>The questions whose ballots anybody may count again, by position.</summary>
    public IReadOnlyCollection<int> Published { get; private set; } = [];

    /// <summary>Children who voted, by age band; null where few would be told.</summary>
    public IReadOnlyList<(AgeBand Band, int? Children)> Turnout { get; private set; } = [];

    public int? DaysWithoutDecision => ConsultationRules.DaysWithoutDecision(Consultation, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        var published = new List<int>();
        foreach (var question in Consultation.Questions.Where(_ => Consultation.BallotCount >= ConsultationRules.FewestPublished))
        {
            if (ConsultationRules.PublishesBallots(question, await ElectionOfAsync(question)))
            {
                published.Add(question.Position);
            }
        }

        Published = published;
        var turnout = await Db.Consultations.Where(c => c.Id == Consultation.Id).SelectMany(c => c.Turnout).AsNoTracking().ToListAsync();
        var bands = Enum.GetValues<AgeBand>().Where(b => Consultation.Questions.Any(q => q.Audience.HasFlag(b.Bands()))).ToList();
        Turnout = turnout.Count == 0 ? [] : [.. bands.Zip(SmallNumbers.Hide([.. bands.Select(b => turnout.SingleOrDefault(t => t.AgeBand == b)?.Children ?? 0)]))];
        var ids = Consultation.Questions.SelectMany(q => q.Options).Select(o => o.InitiativeId).ToList();
        MeasureNumbers = await Db.Measures.IgnoreAutoIncludes().Where(m => m.InitiativeId != null && ids.Contains(m.InitiativeId))
            .ToDictionaryAsync(m => m.InitiativeId!.Value, m => m.Number);
        return Page();
    }

    /// <summary>The ballots of one question as a file, in the order of their ids, which is random.</summary>
    public async Task<IActionResult> OnGetBallotsAsync(int number, int question)
    {
        if (!await FindAsync(number) || Consultation.Questions.SingleOrDefault(q => q.Position == question) is not { } asked
            || await ElectionOfAsync(asked) is not { } election || !ConsultationRules.PublishesBallots(asked, election))
        {
            return NotFound();
        }

        var names = asked.Options.OrderBy(o => o.Position).Select(o => texts.Or(o.Title, "initiatives.taken-down")).ToList();
        var file = BallotsFile.Write(election, names, asked.Publish(election, Consultation.TieSeed!), IsDemonstration);
        return File(Encoding.UTF8.GetBytes(file), "application/json", $"{Here.Slug}-{number}-{question}.json");
    }

    private async Task<bool> FindAsync(int number)
    {
        Consultation = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number))!;
        return Consultation is not null && ConsultationRules.ShowsResults(Consultation);
    }

    private async Task<Election> ElectionOfAsync(Question question)
    {
        var ballots = await Db.CountedBallots.AsNoTracking().Where(b => b.QuestionId == question.Id).OrderBy(b => b.Id).Select(b => b.Choices).ToListAsync();
        return question.Elect(ballots.Select(b => BallotAnswer.Read(question.Kind, b)));
    }
}
