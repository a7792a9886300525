using System.Text.Encodings.Web;
using System.Text.Json;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>The visitor's own device counts the published ballots again and compares.</summary>
public sealed class RecountModel(BallotBox box, Wording texts) : SitePage
{
    /// <summary>What the script says.</summary>
    private static readonly string[] Spoken =
    [
        "consultations.recount.counting", "consultations.recount.failed", "consultations.recount.bad-file", "consultations.recount.same", "consultations.recount.different",
        "consultations.recount.other-vote", "consultations.recount.no-result", "consultations.recount.words-same", "consultations.recount.words-different", "consultations.recount.lot-same",
        "consultations.recount.lot-different", "consultations.recount.chosen", "consultations.recount.nobody", "consultations.recount.steps", "consultations.recount.tie",
        "consultations.how.round", "consultations.how.last-round", "consultations.how.funded", "consultations.how.too-dear", "consultations.how.share",
        "consultations.how.threshold", "consultations.how.threshold-all", "consultations.how.quorum", "consultations.how.purchase", "consultations.how.purchase-and-rest", "consultations.how.a-few", "consultations.how.children", "consultations.votes",
        "consultations.points", "consultations.results.mean", "consultations.face.1", "consultations.face.2", "consultations.face.3", "consultations.face.4",
        "consultations.face.5", "money.lei",
    ];

    /// <summary>The page encodes it as an attribute.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>Those whose ballots are published.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public string Texts => JsonSerializer.Serialize(
        Spoken.ToDictionary(key => key, key => texts.Phrase(key) is var phrase && phrase.Forms is { } forms ? (object)forms : phrase.Text, StringComparer.Ordinal), Plain);

    /// <summary>By ballot id, where it is not the page's.</summary>
    public string LanguagesOf(Question question) => JsonSerializer.Serialize(
        question.Options.Select(o => (o.BallotId, Language: CountStory.LanguageOf(o, texts))).Where(o => o.Language is not null).ToDictionary(o => o.BallotId, o => o.Language, StringComparer.Ordinal), Plain);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        Consultation = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number))!;
        if (Consultation is null || !ConsultationRules.ShowsResults(Consultation))
        {
            return NotFound();
        }

        var published = new List<Question>();
        foreach (var question in Consultation.Questions.OrderBy(q => q.Position))
        {
            if (await box.PublishedElectionOfAsync(Consultation, question) is { IsOneByOne: true })
            {
                published.Add(question);
            }
        }

        Questions = published;
        return published.Count > 0 ? Page() : NotFound();
    }
}
