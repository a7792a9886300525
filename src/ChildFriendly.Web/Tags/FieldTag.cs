using ChildFriendly.Web.Texts;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Tags;

/// <summary>What the form tags share: label, hint and error belong together, so that a page cannot forget one.</summary>
public abstract class FormTag(Wording texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Key of the label; <c>….hint</c> and <c>….required</c> beside it are used where they exist.</summary>
    public string Text { get; set; } = "";

    /// <summary>Which of several like parts of a form the field is in: said with its error at the top of the page.</summary>
    public string? About { get; set; }

    /// <summary>Instead of the text by key, where the label names a number.</summary>
    public string? Label { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Named => Label ?? Texts[Text];

    protected Wording Texts { get; } = texts;

    protected string FieldId => TagBuilder.CreateSanitizedId(For.Name, "_");

    /// <summary>A group is reached at its first choice.</summary>
    protected virtual string ErrorTarget => FieldId;

    protected string? Error => ErrorOf(ViewContext.ModelState, For.Name, Texts, For.Metadata, Text);

    internal static string? ErrorOf(ModelStateDictionary state, string name, Wording texts, ModelMetadata? metadata, string text)
    {
        if (state.GetValueOrDefault(name)?.Errors is not [var first, ..])
        {
            return null;
        }

        return first.ErrorMessage switch
        {
            ErrorKeys.Required when texts.Has($"{text}.required") => texts[$"{text}.required"],
            ErrorKeys.Invalid or ErrorKeys.TooShort when texts.Has($"{text}.invalid") => texts[$"{text}.invalid"],
            ErrorKeys.TooLong => texts.Count(ErrorKeys.TooLong, MaxLengthOf(metadata) ?? 0),
            var error => ErrorKeys.TextOf(error, texts),
        };
    }

    internal static int? MaxLengthOf(ModelMetadata? metadata) =>
        metadata?.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength;

    /// <summary>A hint that says more than the text by key, such as a number.</summary>
    public string? Hint { get; set; }

    protected TagBuilder? HintLine()
    {
        var hint = string.Join(' ', new[] { Hint, Texts.Has($"{Text}.hint") ? Texts[$"{Text}.hint"] : null }.OfType<string>());
        return hint.Length > 0 ? Paragraph("hint", $"{FieldId}-hint", hint) : null;
    }

    protected TagBuilder? ErrorLine()
    {
        if (Error is not { } error)
        {
            return null;
        }

        // "Please fill this in" alone says nothing at the top of a page.
        var isGeneral = error == Texts[ErrorKeys.Required] || error == Texts[ErrorKeys.Invalid] || error == Texts[ErrorKeys.OutOfRange]
            || ViewContext.ModelState[For.Name]!.Errors[0].ErrorMessage == ErrorKeys.TooLong;
        var said = isGeneral ? $"{Named}{(Named.EndsWith('?') ? "" : ":")} {error}" : error;
        ErrorSummaryTag.Remember(ViewContext, For.Name, About is null ? said : $"{About} – {said}", ErrorTarget);
        return Paragraph("field-error", $"{FieldId}-error", error);
    }

    protected string? DescribedBy(TagBuilder? hint, TagBuilder? error)
    {
        var ids = new[] { hint, error }.Where(t => t is not null).Select(t => t!.Attributes["id"]);
        return string.Join(' ', ids) is { Length: > 0 } described ? described : null;
    }

    protected string? Typed => ViewContext.ModelState.GetValueOrDefault(For.Name)?.AttemptedValue ?? Formatted(For.Model);

    private static string? Formatted(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        Enum named => named.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var p = new TagBuilder("p") { Attributes = { ["class"] = cssClass, ["id"] = id } };
        p.InnerHtml.Append(text);
        return p;
    }
}

/// <summary>One labelled input or, with rows, a text area.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag(Wording texts) : FormTag(texts)
{
    public int? Rows { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Class { get; set; }

    public string? Inputmode { get; set; }

    public bool Spellcheck { get; set; } = true;

    /// <summary>Never shown again, whatever was typed.</summary>
    public bool Secret { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Rows is not null != (For.Metadata.DataTypeName == nameof(DataType.MultilineText)))
        {
            throw new InvalidOperationException($"{For.Name}: an area of several rows and [DataType(DataType.MultilineText)] go together.");
        }

        var hint = HintLine();
        var error = ErrorLine();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field--error");
        var label = new TagBuilder("label") { Attributes = { ["for"] = FieldId } };
        label.InnerHtml.Append(Named);
        output.Content.AppendHtml(label);
        Append(hint);
        Append(error);

        var input = new TagBuilder(Rows is null ? "input" : "textarea") { Attributes = { ["id"] = FieldId, ["name"] = For.Name } };
        Set("class", Class);
        Set("autocomplete", Autocomplete ?? "off");
        Set("inputmode", Inputmode);
        Set("aria-describedby", DescribedBy(hint, error));
        Set("aria-invalid", error is null ? null : "true");
        Set("spellcheck", Spellcheck ? null : "false");
        var max = MaxLengthOf(For.Metadata);
        if (Rows is { } rows)
        {
            Set("rows", rows.ToString(CultureInfo.InvariantCulture));
            if (max is not null)
            {
                // Not the maxlength attribute: it cuts what is pasted without a word. The script counts, the server answers.
                Set("data-max", max.Value.ToString(CultureInfo.InvariantCulture));
                Set("data-counter", Texts["form.counter"]);
            }

            // Browsers drop one line break right after the tag.
            input.InnerHtml.AppendHtml(new HtmlString("\n"));
            input.InnerHtml.Append(Typed ?? "");
        }
        else
        {
            input.TagRenderMode = TagRenderMode.SelfClosing;
            Set("type", Type);
            Set("value", Secret ? null : Typed);
        }

        output.Content.AppendHtml(input);

        void Append(TagBuilder? part)
        {
            if (part is not null)
            {
                output.Content.AppendHtml(part);
            }
        }

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                input.Attributes[name] = value;
            }
        }
    }
}

/// <summary>One of several, or several of many: large tiles that are radio buttons or boxes to tick.</summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTag(Wording texts) : FormTag(texts)
{
    public IReadOnlyList<Choice> Options { get; set; } = [];

    public bool Several { get; set; }

    public bool Pictures { get; set; }

    public string Sheet { get; set; } = IconTag.DefaultSheet;

    /// <summary>The legend is the page's only heading.</summary>
    public bool Heading { get; set; }

    protected override string ErrorTarget => $"{FieldId}-1";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hint = HintLine();
        var error = ErrorLine();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field--error");
        output.Attributes.SetAttribute("id", FieldId);
        if (DescribedBy(hint, error) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        var legend = new TagBuilder("legend");
        if (Heading)
        {
            var heading = new TagBuilder("h1");
            heading.InnerHtml.Append(Texts[Text]);
            legend.InnerHtml.AppendHtml(heading);
        }
        else
        {
            legend.InnerHtml.Append(Named);
        }

        output.Content.AppendHtml(legend);
        if (hint is not null)
        {
            output.Content.AppendHtml(hint);
        }

        if (error is not null)
        {
            output.Content.AppendHtml(error);
        }

        var list = new TagBuilder("ul") { Attributes = { ["class"] = Pictures ? "choices choices--pictures" : "choices" } };
        var chosen = Chosen();
        for (var i = 0; i < Options.Count; i++)
        {
            list.InnerHtml.AppendHtml(Tile(Options[i], i, chosen));
        }

        output.Content.AppendHtml(list);
    }

    private List<string> Chosen()
    {
        if (ViewContext.ModelState.GetValueOrDefault(For.Name)?.RawValue is { } raw)
        {
            return raw is string[] many ? [.. many] : [Convert.ToString(raw, CultureInfo.InvariantCulture)!];
        }

        return For.Model is IReadOnlyCollection<string> values ? [.. values] : Typed is { } one ? [one] : [];
    }

    private TagBuilder Tile(Choice choice, int position, List<string> chosen)
    {
        var id = $"{FieldId}-{position + 1}";
        var item = new TagBuilder("li") { Attributes = { ["class"] = "choice" } };
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["type"] = Several ? "checkbox" : "radio", ["id"] = id, ["name"] = For.Name, ["value"] = choice.Value },
        };
        if (choice.Key is not null)
        {
            input.Attributes["data-key"] = choice.Key;
        }

        if (choice.Fits is not null)
        {
            item.Attributes["data-fits"] = choice.Fits;
        }

        if (chosen.Contains(choice.Value, StringComparer.Ordinal))
        {
            input.Attributes["checked"] = "checked";
        }

        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        if (choice.Picture is not null)
        {
            label.InnerHtml.AppendHtml(IconTag.Draw(ViewContext, choice.Picture, "choice-picture", choice.Sheet ?? Sheet));
        }

        label.InnerHtml.AppendHtml(Span("choice-title", choice.Title, choice.Lang, $"{id}-title"));
        if (choice.Text is not null)
        {
            // Heard once as what it is about, and not as its name at every step.
            input.Attributes["aria-labelledby"] = $"{id}-title";
            input.Attributes["aria-describedby"] = $"{id}-text";
            label.InnerHtml.AppendHtml(Span("choice-text", choice.Text, choice.Lang, $"{id}-text"));
        }

        item.InnerHtml.AppendHtml(input);
        item.InnerHtml.AppendHtml(label);
        return item;
    }

    private static TagBuilder Span(string cssClass, string text, string? lang, string id)
    {
        var span = new TagBuilder("span") { Attributes = { ["class"] = cssClass, ["id"] = id } };
        if (lang is not null)
        {
            span.Attributes["lang"] = lang;
        }

        span.InnerHtml.Append(text);
        return span;
    }
}

/// <summary>One tile: what is sent, what is read, and a picture.</summary>
/// <param name="Lang">The language of the words where it is not the page's.</param>
/// <param name="Fits">The decisions it can be chosen with; others hide it.</param>
/// <param name="Sheet">Of the picture, where it is not the same for all.</param>
/// <param name="Key">The key of the keyboard that chooses it, on staff pages.</param>
public sealed record Choice(string Value, string Title, string? Text = null, string? Picture = null, string? Lang = null, string? Fits = null, string? Key = null, string? Sheet = null);

/// <summary>All errors of the page at its top, each a link to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag(Wording texts) : TagHelper
{
    private const string Remembered = "field-errors";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "error-summary");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(texts["errors.summary"]);
        output.Content.AppendHtml(heading);
        // Written only when the whole page is: by then the fields below have said what they show, in the same words.
        output.Content.AppendHtml(new Later(() => List(state)));
    }

    /// <param name="target">Id of what the link at the top of the page leads to: something one can type into or choose.</param>
    internal static void Remember(ViewContext view, string name, string error, string target)
    {
        if (view.HttpContext.Items[Remembered] is not Dictionary<string, (string Text, string Target)> errors)
        {
            // Not the view's own data: a part of a page has a copy of those.
            view.HttpContext.Items[Remembered] = errors = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        }

        errors[name] = (error, target);
    }

    private TagBuilder List(ModelStateDictionary state)
    {
        var list = new TagBuilder("ul");
        var shown = ViewContext.HttpContext.Items[Remembered] as Dictionary<string, (string Text, string Target)> ?? [];
        var order = shown.Keys.ToList();
        foreach (var (name, _) in state.Where(s => s.Value!.Errors.Count > 0).OrderBy(s => order.IndexOf(s.Key)))
        {
            var item = new TagBuilder("li");
            if (shown.TryGetValue(name, out var field))
            {
                var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{field.Target}" } };
                link.InnerHtml.Append(field.Text);
                item.InnerHtml.AppendHtml(link);
            }
            else
            {
                item.InnerHtml.Append(FormTag.ErrorOf(state, name, texts, metadata: null, "")!);
            }

            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private sealed class Later(Func<IHtmlContent> content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => content().WriteTo(writer, encoder);
    }
}
