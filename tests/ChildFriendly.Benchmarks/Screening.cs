using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Testing.Screening;

namespace ChildFriendly.Benchmarks;

/// <summary>
/// How much of what should be flagged is flagged, and how much of what is flagged should be, on a folder of labelled samples and on our own
/// texts; and how many texts of 500 characters one core screens, against one pass of normalising and searching. As a table in Markdown.
/// </summary>
internal static class Screening
{
    private const int TextLength = 500;

    private static readonly Dictionary<string, string> KindOfLabel = new(StringComparer.Ordinal)
    {
        ["PERSON"] = "person",
        ["PHONE"] = "phone",
        ["EMAIL"] = "email",
        ["URL"] = "url",
        ["HANDLE"] = "handle",
        ["ADDRESS"] = "address",
        ["CNP"] = "cnp",
        ["IBAN"] = "iban",
        ["CARD"] = "card",
        ["PLATE"] = "plate",
        ["SCHOOL"] = "school",
        ["CLASS"] = "class",
        ["DOB"] = "birthdate",
        ["ID_DOC"] = "document",
        ["GEO"] = "place",
        ["IP"] = "ip",
        ["CONTACT_REQUEST"] = "contact",
    };

    private static readonly HashSet<string> Personal = [.. KindOfLabel.Values];

    public static int Run(string folder, bool showMisses)
    {
        var screener = Screener.Load(Path.Combine(AppContext.BaseDirectory, "content", "screening"));
        Say($"# Screening, measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}\n");
        Say("Intervals are Wilson's at 95 %. A mark counts as found when a flag of its kind touches it; a flag is right when it touches a mark of its kind.");
        Say("`all` of personal data asks for any personal kind in the place of the exact one. Samples with a scope are asked for their own kind only.\n");
        foreach (var (name, texts) in Sets(folder))
        {
            Say($"## {name} ({texts.Count} texts)\n");
            var rows = new Rows();
            foreach (var text in texts)
            {
                Count(rows, screener, text, showMisses);
            }

            rows.Print();
        }

        TimeScreening(screener);
        return 0;
    }

    private static IEnumerable<(string Name, IReadOnlyList<Sample> Texts)> Sets(string folder)
    {
        yield return ("Samples: personal data", [.. Read(folder, "pii").Select(PersonalOf).OfType<Sample>()]);
        yield return ("Samples: concerns", [.. Read(folder, "concern").Select(r => new Sample(r.GetProperty("lang").GetString()!, r.GetProperty("text").GetString()!, [], null,
            r.GetProperty("label").GetString() is var label and not "benign" ? label : "none"))]);
        yield return ("Samples: constructed insults and innocent look-alikes", [.. Read(folder, "insults_constructed").Concat(Read(folder, "insults_clean_lookalikes")).Select(InsultOf)]);
        yield return ("Samples: adults’ comments, Romanian", [.. Read(folder, "insults_ro").Select(InsultOf)]);
        yield return ("Samples: adults’ comments, English", [.. Read(folder, "insults_en").Select(InsultOf)]);
        var innocent = MarkedText.Innocent;
        yield return ("Own texts: personal data, with innocent ones", [.. MarkedText.Personal.Concat(innocent).Select(t => new Sample(t.Lang, t.Text, t.Marks, "personal", null))]);
        yield return ("Own texts: concerns, with innocent ones", [.. MarkedText.Concerns.Concat(innocent).Select(t => new Sample(t.Lang, t.Text, [], null, t.Concern ?? "none"))]);
        yield return ("Own texts: insults, with innocent ones", [.. MarkedText.Insults.Concat(innocent).Select(t => new Sample(t.Lang, t.Text, t.Marks, "insult", null))]);
    }

    private static Sample? PersonalOf(JsonElement row)
    {
        var scope = row.TryGetProperty("scope", out var asked) && asked.ValueKind == JsonValueKind.String ? KindOfLabel.GetValueOrDefault(asked.GetString()!) ?? "" : "personal";
        var marks = row.GetProperty("spans").EnumerateArray()
            .Where(s => KindOfLabel.ContainsKey(s.GetProperty("type").GetString()!))
            .Select(s => new Mark(KindOfLabel[s.GetProperty("type").GetString()!], s.GetProperty("start").GetInt32(), s.GetProperty("end").GetInt32()));
        return scope.Length == 0 ? null : new Sample(row.GetProperty("lang").GetString()!, row.GetProperty("text").GetString()!, [.. marks], scope, null);
    }

    private static Sample InsultOf(JsonElement row)
    {
        var text = row.GetProperty("text").GetString()!;
        return new Sample(row.GetProperty("lang").GetString()!, text, row.GetProperty("offensive").GetBoolean() ? [new Mark("insult", 0, text.Length)] : [], "insult", null);
    }

    private static IEnumerable<JsonElement> Read(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, $"{name}.jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    private static void Count(Rows rows, Screener screener, Sample sample, bool showMisses)
    {
        var result = screener.Screen(sample.Lang, sample.Text);
        if (sample.Concern is { } label)
        {
            CountConcern(rows, sample, label, result, showMisses);
            return;
        }

        var flags = result.Flags.Select(f => new Mark(NameOf(f.Kind), f.Start, f.End))
            .Where(f => sample.Scope == "personal" ? Personal.Contains(f.Kind) : f.Kind == sample.Scope).ToList();
        foreach (var mark in sample.Marks)
        {
            var isFound = flags.Exists(f => f.Kind == mark.Kind && Touch(f, mark));
            rows.Found(mark.Kind, sample.Lang, isFound);
            rows.Found("all", "", isFound || (sample.Scope == "personal" && flags.Exists(f => Touch(f, mark))));
            if (!isFound && showMisses)
            {
                Say($"- missed {mark.Kind}: {sample.Lang} {sample.Text}");
            }
        }

        // Somebody's insult is one, however many words it has.
        foreach (var flag in sample.Scope == "insult" ? flags.Take(1) : flags)
        {
            var isRight = sample.Marks.Any(m => m.Kind == flag.Kind && Touch(flag, m));
            rows.Right(flag.Kind, sample.Lang, isRight);
            rows.Right("all", "", isRight || (sample.Scope == "personal" && sample.Marks.Any(m => Touch(flag, m))));
            if (!isRight && showMisses)
            {
                Say($"- wrong {flag.Kind} “{sample.Text[flag.Start..flag.End]}”: {sample.Lang} {sample.Text}");
            }
        }
    }

    private static void CountConcern(Rows rows, Sample sample, string label, ScreeningResult result, bool showMisses)
    {
        var found = result.Concern is { } concern ? NameOf(concern) : "none";
        if (label != "none")
        {
            rows.Found("all", "", found != "none");
            rows.Found("all", sample.Lang, found != "none");
            rows.Found(label, sample.Lang, found == label);
        }

        if (found != "none")
        {
            rows.Right("all", "", label != "none");
            rows.Right("all", sample.Lang, label != "none");
            rows.Right(found, sample.Lang, found == label);
        }

        if (found != label && showMisses)
        {
            Say($"- {label}, found {found}: {sample.Lang} {sample.Text}");
        }
    }

    private static void TimeScreening(Screener screener)
    {
        var texts = TextsOf500();
        string[] words = ["prost", "telefon", "strada"];
        var (own, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < 6; round++)
        {
            plain.Add(PerSecond(texts, t => words.Count(w => t.Normalize(NormalizationForm.FormD).Contains(w, StringComparison.OrdinalIgnoreCase))));
            own.Add(PerSecond(texts, t => screener.Screen("ro", t).Flags.Count));
        }

        // The first round is for warming up.
        var (median, baseline) = (own.Skip(1).Order().ElementAt(2), plain.Skip(1).Order().ElementAt(2));
        Say("## Speed\n");
        Say("| texts of 500 characters a second, one core | baseline: normalised and searched for three words | times the baseline’s work |\n|---:|---:|---:|");
        Say(string.Create(CultureInfo.InvariantCulture, $"| {median:N0} | {baseline:N0} | {baseline / median:0.0} |"));
    }

    /// <summary>Our own texts behind one another, so that every finder has work.</summary>
    private static string[] TextsOf500()
    {
        var all = string.Join(' ', MarkedText.Innocent.Concat(MarkedText.Personal).Concat(MarkedText.Innocent).Concat(MarkedText.Concerns).Concat(MarkedText.Innocent)
            .Where(t => t.Lang == "ro").Select(t => t.Text));
        return [.. Enumerable.Range(0, all.Length / TextLength).Select(i => all.Substring(i * TextLength, TextLength))];
    }

    private static double PerSecond(string[] texts, Func<string, int> work)
    {
        var watch = Stopwatch.StartNew();
        var (count, sum) = (0, 0);
        while (watch.Elapsed < TimeSpan.FromSeconds(1))
        {
            foreach (var text in texts)
            {
                sum += work(text);
                count++;
            }
        }

        return sum >= 0 ? count / watch.Elapsed.TotalSeconds : 0;
    }

    private static bool Touch(Mark one, Mark other) => one.Start < other.End && other.Start < one.End;

    private static string NameOf(Enum kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static void Say(string text) => Console.Out.WriteLine(text);

    private sealed record Sample(string Lang, string Text, IReadOnlyList<Mark> Marks, string? Scope, string? Concern);

    /// <summary>Counts by kind and language.</summary>
    private sealed class Rows
    {
        private readonly SortedDictionary<(string Kind, string Lang), (int Marks, int Found, int Flags, int Right)> counts = [];

        public void Found(string kind, string lang, bool isFound)
        {
            var c = counts.GetValueOrDefault((kind, lang));
            counts[(kind, lang)] = c with { Marks = c.Marks + 1, Found = c.Found + (isFound ? 1 : 0) };
        }

        public void Right(string kind, string lang, bool isRight)
        {
            var c = counts.GetValueOrDefault((kind, lang));
            counts[(kind, lang)] = c with { Flags = c.Flags + 1, Right = c.Right + (isRight ? 1 : 0) };
        }

        public void Print()
        {
            Say("| kind | language | recall | | precision | |\n|---|---|---:|---:|---:|---:|");
            foreach (var ((kind, lang), c) in counts)
            {
                Say($"| {kind} | {lang} | {Share(c.Found, c.Marks)} | {Share(c.Right, c.Flags)} |");
            }

            Say("");
        }

        private static string Share(int part, int whole)
        {
            if (whole == 0)
            {
                return "– | 0 of 0";
            }

            const double z = 1.96;
            var (p, n) = ((double)part / whole, (double)whole);
            var middle = (p + (z * z / (2 * n))) / (1 + (z * z / n));
            var half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
            return string.Create(CultureInfo.InvariantCulture, $"{p:0.000} ({Math.Max(0, middle - half):0.00}–{Math.Min(1, middle + half):0.00}) | {part} of {whole}");
        }
    }
}
