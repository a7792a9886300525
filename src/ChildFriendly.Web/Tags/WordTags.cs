using ChildFriendly.Web.Texts;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Tags;

/// <summary>A goal area: colour, picture and name together.</summary>
[HtmlTargetElement("goal", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GoalTag(Wording texts) : TagHelper
{
    public GoalArea Area { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public static string PictureOf(GoalArea area) => $"goal-{area.ToString().ToLowerInvariant()}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"goal goal--{Area.ToString().ToLowerInvariant()}");
        output.Content.AppendHtml(IconTag.Draw(ViewContext, PictureOf(Area), "icon"));
        output.Content.Append(" " + texts.Of("goal", Area));
    }
}

/// <summary>Where something stands, as a word with a colour and a shape.</summary>
[HtmlTargetElement("stage", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StageTag(Wording texts) : TagHelper
{
    public Enum Value { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag tag--{ToneOf(Value)}");
        output.Content.Append(texts[TextOf(Value)]);
    }

    public static string TextOf(Enum stage) => $"stage.{stage.GetType().Name}.{stage}";

    private static string ToneOf(Enum stage) => stage switch
    {
        InitiativeStage.Accepted or InitiativeStage.Selected or InitiativeStage.InPlan or InitiativeStage.Done
            or InitiativeStage.ConfirmedByChildren => "good",
        InitiativeStage.PartlyAccepted => "partly",
        InitiativeStage.NotNow or InitiativeStage.Declined or InitiativeStage.NotSelected or InitiativeStage.NotPublished
            or InitiativeStage.Hidden or InitiativeStage.Withdrawn or InitiativeStage.Removed => "no",
        InitiativeStage.Published or InitiativeStage.OnBallot or InitiativeStage.InProgress => "info",
        Decision.Accepted => "good",
        Decision.PartlyAccepted => "partly",
        Decision.NotNow or Decision.Declined => "no",
        ConsultationStage.Open => "good",
        ConsultationStage.Decided or ConsultationStage.FollowedUp => "info",
        MeasureStage.Done or ProposalOutcome.TakenUp or SituationStage.Published => "good",
        ProposalOutcome.PartlyTakenUp => "partly",
        ProposalOutcome.NotTakenUp => "no",
        MeasureStage.OnTrack => "info",
        MeasureStage.Late => "late",
        MeasureStage.Stopped => "no",
        RecommendationStage.Answered or CouncilPollStage.Open or MonitoringStage.Published => "good",
        _ => "wait",
    };
}

/// <summary>What somebody wrote, as plain text with its line breaks, in the language it was written in.</summary>
[HtmlTargetElement("words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WordsTag : TagHelper
{
    /// <summary>What staff of these localities write is Romanian, whatever the language of the page.</summary>
    public const string Written = "ro";

    public string? Text { get; set; }

    /// <summary>Of the text; children write in the language of the pages they have chosen.</summary>
    public string Lang { get; set; } = Written;

    /// <summary>Places in the text that somebody should look at, each with what it is; none may reach into another.</summary>
    public IReadOnlyList<MarkedPlace> Marks { get; set; } = [];

    /// <summary>In one line, where it stands beside something.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Inline ? "span" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", Lang);
        var text = Text ?? "";
        foreach (var (start, end) in Inline ? [(0, text.Length)] : ParagraphsOf(text))
        {
            var paragraph = new HtmlContentBuilder();
            var at = start;
            foreach (var mark in Marks.Where(m => m.Start < end && m.End > start).OrderBy(m => m.Start))
            {
                var (from, to) = (Math.Max(mark.Start, at), Math.Min(mark.End, end));
                if (from < to)
                {
                    paragraph.Append(text[at..from]);
                    paragraph.AppendHtml(Draw(mark, text[from..to]));
                    at = to;
                }
            }

            paragraph.Append(text[at..end]);
            if (Inline)
            {
                output.Content.AppendHtml(paragraph);
            }
            else
            {
                var p = new TagBuilder("p");
                p.InnerHtml.AppendHtml(paragraph);
                output.Content.AppendHtml(p);
            }
        }
    }

    private static TagBuilder Draw(MarkedPlace mark, string words)
    {
        var marked = new TagBuilder(mark.IsLeftOut ? "del" : "mark") { Attributes = { ["title"] = mark.What } };
        marked.InnerHtml.Append(words);
        var what = new TagBuilder("span") { Attributes = { ["class"] = "visually-hidden" } };
        what.InnerHtml.Append($" [{mark.What}]");
        marked.InnerHtml.AppendHtml(what);
        return marked;
    }

    /// <summary>From the first letter of each line to its last; empty lines are none.</summary>
    private static IEnumerable<(int Start, int End)> ParagraphsOf(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text[start..end];
            if (line.Trim().Length > 0)
            {
                yield return (start + line.Length - line.TrimStart().Length, end - (line.Length - line.TrimEnd().Length));
            }

            start = end + 1;
        }
    }
}

/// <param name="What">Said with it, in the language of the page.</param>
/// <param name="IsLeftOut">It is not part of what is published.</param>
public sealed record MarkedPlace(int Start, int Length, string What, bool IsLeftOut = false)
{
    public int End => Start + Length;
}

/// <summary>What somebody wrote before and now, word by word: what went is struck out, what came is underlined.</summary>
[HtmlTargetElement("changed", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChangedTag : TagHelper
{
    private static readonly WordChunker Words = new();

    public string Before { get; set; } = "";

    public string Now { get; set; } = "";

    public string Lang { get; set; } = WordsTag.Written;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", Lang);
        output.Attributes.SetAttribute("class", "changed");
        foreach (var piece in InlineDiffBuilder.Diff(Before, Now, ignoreWhiteSpace: false, ignoreCase: false, Words).Lines)
        {
            if (piece.Type is ChangeType.Inserted or ChangeType.Deleted)
            {
                var change = new TagBuilder(piece.Type == ChangeType.Inserted ? "ins" : "del");
                change.InnerHtml.Append(piece.Text);
                output.Content.AppendHtml(change);
            }
            else
            {
                output.Content.Append(piece.Text);
            }
        }
    }
}

/// <summary>Markdown by staff, rendered and reduced to what is allowed.</summary>
[HtmlTargetElement("prose", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProseTag : TagHelper
{
    public string? Markdown { get; set; }

    public string? Lang { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        if (Lang is not null)
        {
            output.Attributes.SetAttribute("lang", Lang);
        }

        output.Content.SetHtmlContent(new HtmlString(Prose.Of(Markdown).Html));
    }
}

/// <summary>The chain from a child's words to a thing one can touch, with the link where this page stands.</summary>
[HtmlTargetElement("chain", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChainTag(Wording texts) : TagHelper
{
    private const int Links = 7;
    private const int Vote = 4;

    /// <summary>1 to 7; 8 when the whole way lies behind; 0 shows the chain without a place on it.</summary>
    public int At { get; set; }

    /// <summary>There was no vote on the way: the fourth link is not said to be done.</summary>
    public bool WithoutVote { get; set; }

    /// <summary>The way ends here with a no: what would come after is not shown.</summary>
    public bool Ends { get; set; }

    public static int PlaceOf(InitiativeStage stage) => stage switch
    {
        InitiativeStage.Draft or InitiativeStage.SentBack => 1,
        InitiativeStage.Submitted or InitiativeStage.NotPublished or InitiativeStage.Withdrawn or InitiativeStage.Hidden => 2,
        InitiativeStage.Published or InitiativeStage.UnderReview or InitiativeStage.MergedInto => 3,
        InitiativeStage.OnBallot => 4,
        InitiativeStage.Accepted or InitiativeStage.PartlyAccepted or InitiativeStage.NotNow or InitiativeStage.Declined
            or InitiativeStage.Selected or InitiativeStage.NotSelected => 5,
        InitiativeStage.InPlan or InitiativeStage.InProgress => 6,
        InitiativeStage.Done => 7,
        // All of it lies behind.
        _ => 8,
    };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chain");
        output.Attributes.SetAttribute("aria-label", texts["chain.label"]);
        for (var i = 1; i <= (Ends ? At : Links); i++)
        {
            var isDone = i < At && !(i == Vote && WithoutVote);
            var item = new TagBuilder("li");
            if (i == At)
            {
                item.Attributes["aria-current"] = "step";
            }
            else if (isDone)
            {
                item.AddCssClass("is-done");
            }

            item.InnerHtml.Append(texts[$"chain.{i}"]);
            if (isDone)
            {
                var done = new TagBuilder("span") { Attributes = { ["class"] = "visually-hidden" } };
                done.InnerHtml.Append($" ({texts["chain.done"]})");
                item.InnerHtml.AppendHtml(done);
            }

            output.Content.AppendHtml(item);
        }
    }
}
