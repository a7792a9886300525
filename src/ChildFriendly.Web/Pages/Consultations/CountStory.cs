using System.Globalization;
using System.Text.Json.Nodes;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>How a question was counted, told step by step from the count's own report. Small groups are not given as numbers.</summary>
public sealed class CountStory(Question question, Wording texts)
{
    private readonly JsonNode? report = question.Outcome is { } outcome ? JsonNode.Parse(outcome) : null;

    /// <summary>Votes, points or the mean face, as it is read.</summary>
    public string FigureOf(Option option) => question.Kind switch
    {
        BallotKind.Score => CountOf(option) == 0 ? "–" : texts["consultations.results.mean", ("mean", MeanOf(option).ToString("0.0", texts.Culture)), ("face", texts[$"consultations.face.{MedianOf(option)}"])],
        BallotKind.Points => texts.Count("consultations.points", option.Votes ?? 0),
        BallotKind.Ranking when question.Rule == CountingRule.Borda => texts.Count("consultations.points", option.Votes ?? 0),
        _ => texts.Count("consultations.votes", option.Votes ?? 0),
    };

    /// <summary>The same without its unit, which stands at the head of the table.</summary>
    public string NumberOf(Option option) => question.Kind == BallotKind.Score
        ? CountOf(option) == 0 ? "–" : MeanOf(option).ToString("0.0", texts.Culture) : texts.Number(option.Votes ?? 0);

    public string Unit => texts[question.Kind switch
    {
        BallotKind.Score => "consultations.results.means",
        BallotKind.Points => "consultations.results.points",
        BallotKind.Ranking when question.Rule == CountingRule.Borda => "consultations.results.points",
        _ => "consultations.results.votes",
    }];

    /// <summary>How much of the longest possible bar, in per cent.</summary>
    public double ShareOf(Option option, int ballots) => question.Kind switch
    {
        BallotKind.Score => CountOf(option) == 0 ? 0 : MeanOf(option) * 100 / ConsultationRules.Faces,
        BallotKind.Points or BallotKind.Ranking => (option.Votes ?? 0) * 100.0 / Math.Max(1, question.Options.Max(o => o.Votes ?? 0)),
        _ => (option.Votes ?? 0) * 100.0 / Math.Max(1, ballots),
    };

    /// <summary>Each step in words, the names of options marked as the language they are in.</summary>
    public IEnumerable<IHtmlContent> Steps()
    {
        var round = 0;
        foreach (var step in report?["steps"]?.AsArray() ?? [])
        {
            var kind = (string)step!["kind"]!;
            if (kind == "round")
            {
                round++;
                var votes = new HtmlContentBuilder();
                foreach (var (id, count) in step["votes"]!.AsObject())
                {
                    votes.Append(votes.Count > 0 ? "; " : "").AppendHtml(NameOf(id)).Append($": {texts.Number((long)count!)}");
                }

                var told = (string?)step["eliminated"] is { } leaves
                    ? texts.Marked("consultations.how.round", ("round", round), ("votes", votes), ("option", NameOf(leaves)))
                    : texts.Marked("consultations.how.last-round", ("round", round), ("votes", votes));
                yield return (long)step["exhausted"]! is > 0 and var exhausted
                    ? new HtmlContentBuilder().AppendHtml(told).Append(" ").Append(texts["consultations.how.exhausted", ("children", ChildrenOf(exhausted))])
                    : told;
            }
            else if (kind == "project")
            {
                yield return texts.Marked(
                    (bool)step["funded"]! ? "consultations.how.funded" : "consultations.how.too-dear",
                    ("option", NameOf(step)), ("votes", texts.Count("consultations.votes", (long)step["votes"]!)), ("cost", texts.Lei((long)step["cost"]!)), ("left", texts.Lei((long)step["left"]!)));
            }
            else if (kind == "threshold")
            {
                var struck = step["struck"]!.AsArray().Select(id => (string)id!).ToList();
                yield return struck.Count == 0 ? texts.Marked("consultations.how.threshold-all", ("percent", (int)step["percent"]!))
                    : texts.Marked("consultations.how.threshold", ("percent", (int)step["percent"]!), ("options", Listed(struck)));
            }
            else if (kind == "quorum")
            {
                yield return texts.Marked("consultations.how.quorum", ("needed", texts.Count("consultations.votes", (long)step["needed"]!)));
            }
            else if (kind == "share")
            {
                yield return texts.Marked("consultations.how.share", ("share", LeiOf((string)step["share"]!)));
            }
            else if (kind == "purchase")
            {
                yield return texts.Marked(
                    (long)step["spent"]! > 0 ? "consultations.how.purchase-and-rest" : "consultations.how.purchase",
                    ("option", NameOf(step)), ("cost", texts.Lei((long)step["cost"]!)), ("children", ChildrenOf((long)step["payers"]!)), ("price", LeiOf((string)step["price"]!)));
            }
        }
    }

    private HtmlContentBuilder Listed(IEnumerable<string> ids)
    {
        var names = new HtmlContentBuilder();
        foreach (var id in ids)
        {
            names.Append(names.Count > 0 ? ", " : "").AppendHtml(NameOf(id));
        }

        return names;
    }

    private string ChildrenOf(long count) => count < ConsultationRules.FewestShown ? texts["consultations.how.a-few"] : texts.Count("consultations.how.children", count);

    private TagBuilder NameOf(JsonNode step) => NameOf((string)step["id"]!);

    private TagBuilder NameOf(string id)
    {
        var option = question.Options.Single(o => o.BallotId == id);
        var name = new TagBuilder("span");
        if (LanguageOf(option, texts) is { } language)
        {
            name.Attributes["lang"] = language;
        }

        name.InnerHtml.Append(texts.Or(option.Title, "initiatives.taken-down"));
        return name;
    }

    /// <summary>What the name of an option is marked as; null where the page is in that language.</summary>
    public static string? LanguageOf(Option option, Wording texts) => Wording.LanguageOf(option.Title, option.Language) is { } language && language != texts.Lang ? language : null;

    /// <summary>A price is an exact fraction of bani; people read it to the ban.</summary>
    private string LeiOf(string fraction)
    {
        var parts = fraction.Split('/');
        var bani = decimal.Parse(parts[0], CultureInfo.InvariantCulture) / (parts.Length > 1 ? decimal.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
        return texts.Lei((long)Math.Round(bani, MidpointRounding.AwayFromZero));
    }

    private JsonNode Scores() => report!["steps"]![0]!;

    private long CountOf(Option option) => report is null ? 0 : (long)Scores()["counts"]![option.BallotId]!;

    private double MeanOf(Option option) => (double)(long)Scores()["sums"]![option.BallotId]! / CountOf(option);

    private long MedianOf(Option option) => (long)Scores()["medians"]![option.BallotId]!;
}
