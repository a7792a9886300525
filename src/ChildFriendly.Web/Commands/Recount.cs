using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;

namespace ChildFriendly.Web.Commands;

/// <summary>What somebody asks of a recount; null where the file or the usual way decides.</summary>
/// <param name="Winners">How many win where there is no budget.</param>
/// <param name="Step">By how much shares are raised at a time, in the money of the file.</param>
public sealed record RecountWish(string? Rule, string? Utility, string? Completion, string? Ties, string? Seed, string Format, int? Winners, string? Step)
{
    /// <summary>How many ballots it takes for anything to win.</summary>
    public long? Quorum { get; init; }

    /// <summary>How many per cent of the ballots an option needs.</summary>
    public int? Threshold { get; init; }
}

/// <summary>Counts a file of ballots again: our own, a participatory budget of pabulib.org, or rankings of preflib.org.</summary>
public static class Recount
{
    public static readonly string[] Completions = ["none", "utilitarian", "add1", "add1-utilitarian"];
    public static readonly string[] Utilities = ["cost", "cardinality"];
    public static readonly string[] TieOrders = ["seed", "lex", "cvl"];
    public static readonly string[] Formats = ["text", "json"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string[] Rules { get; } = [.. Enum.GetValues<CountingRule>().Select(CountReport.NameOf)];

    /// <exception cref="CannotStartException">The file cannot be read, or cannot be counted so; says where and why.</exception>
    public static async Task RunAsync(string path, RecountWish wish, Words words, TextWriter console)
    {
        var file = Read(path, words);
        var election = wish.Winners is { } winners ? file.Election.WithWinners(winners) : file.Election;
        if (wish.Quorum is not null || wish.Threshold is not null)
        {
            election = election.WithConditions(wish.Quorum ?? election.Quorum, wish.Threshold ?? election.Threshold);
        }

        var rule = wish.Rule is { } name ? Enum.GetValues<CountingRule>()[Array.IndexOf(Rules, name)] : file.Published?.Rule ?? CountingRules.For(election.Kind)[0];
        if (!CanCount(election, rule))
        {
            throw new CannotStartException("program.recount.rule-does-not-fit", CountReport.NameOf(rule));
        }

        var utility = wish.Utility is { } gain ? (Utility)Array.IndexOf(Utilities, gain) : file.Published?.Utility ?? Utility.Cost;
        var completion = wish.Completion is { } rest ? (Completion)Array.IndexOf(Completions, rest) : file.Published?.Completion ?? Completion.None;
        if (wish.Step is not null && rule == CountingRule.EqualShares && completion is Completion.None or Completion.Utilitarian)
        {
            throw new CannotStartException("program.recount.step-unused");
        }

        // One unit of the file's money, as the method's own authors raise it.
        var step = wish.Step is { } raise ? StepOf(raise, file.Decimals) : file.Published?.Step ?? (long)Math.Pow(10, file.Decimals);
        var outcome = CountingRules.Count(election, rule, OrderOf(election, wish, file.Published), utility, completion, step);
        var report = CountReport.ToJson(election, outcome);
        await console.WriteLineAsync(wish.Format == "json" ? report.ToJsonString(Json) : Describe(file, election, outcome, words));
        if (wish == new RecountWish(null, null, null, null, null, "text", null, null) && file.Published?.Result is { } result)
        {
            await console.WriteLineAsync(words[JsonNode.DeepEquals(result, report) ? "program.recount.same" : "program.recount.different"]);
        }
    }

    private static ElectionFile Read(string path, Words words)
    {
        try
        {
            return ElectionFile.Read(path);
        }
        catch (BadElectionFileException e)
        {
            var where = e.Line > 0 ? words["program.recount.at-line", ("line", e.Line.ToString(CultureInfo.InvariantCulture))] : Path.GetFileName(path);
            throw new CannotStartException("program.recount.bad-file", $"{where}: {words[e.Key, ("value", e.Value)]}");
        }
    }

    /// <summary>Rules that need an order, faces or points cannot count ballots without them; a budget needs costs.</summary>
    private static bool CanCount(Election election, CountingRule rule) => rule switch
    {
        CountingRule.Borda or CountingRule.InstantRunoff => election.Kind == BallotKind.Ranking,
        CountingRule.Score or CountingRule.Points => election.Kind is BallotKind.Score or BallotKind.Points,
        CountingRule.GreedyBudget => election.Budget > 0,
        CountingRule.EqualShares => election.Budget > 0 && election.Kind is BallotKind.Budget or BallotKind.Approval,
        _ => true,
    };

    private static TieOrder OrderOf(Election election, RecountWish wish, PublishedCount? published) => (wish.Ties ?? (wish.Seed is not null || published is not null ? "seed" : "lex")) switch
    {
        "cvl" => TieOrder.ByCost(election),
        "lex" => TieOrder.ById(election),
        _ => TieOrder.ByLot(election, new TieLot(SeedOf(wish.Seed ?? published?.Seed))),
    };

    /// <summary>In the smallest unit that the file counts in.</summary>
    private static long StepOf(string raise, int decimals) =>
        decimal.TryParse(raise, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 1_000_000_000_000m
            && amount * (decimal)Math.Pow(10, decimals) is var units && units == decimal.Truncate(units)
            ? (long)units : throw new CannotStartException("program.recount.bad-step", raise);

    private static byte[] SeedOf(string? seed)
    {
        try
        {
            return Convert.FromHexString(seed is { Length: > 0 } ? seed : throw new CannotStartException("program.recount.no-seed"));
        }
        catch (FormatException)
        {
            throw new CannotStartException("program.recount.bad-seed", seed!);
        }
    }

    private static string Describe(ElectionFile file, Election election, CountOutcome outcome, Words words)
    {
        var lines = new List<string> { words["program.recount.head", ("rule", words[$"program.recount.rule.{outcome.Rule}"]), ("ballots", Number(election.Cast))] };
        lines.AddRange(outcome.Steps.Select(s => "  " + Step(s)));
        lines.Add(words[outcome.Selected.Count == 0 ? "program.recount.nobody" : "program.recount.selected"]);
        lines.AddRange(outcome.Selected.Select((o, i) => $"  {i + 1}. {Named(o)}"));
        lines.AddRange(outcome.Ties.Select(t => words["program.recount.tie", ("options", string.Join(", ", t.Select(Named)))]));
        return string.Join(Environment.NewLine, lines);

        string Named(int option) => election.Options[option].Id is var id && file.Names[option] is var name && name == id ? id : $"{id} ({file.Names[option]})";

        string Money(long amount) => (amount / (decimal)Math.Pow(10, file.Decimals)).ToString("N" + file.Decimals, CultureInfo.InvariantCulture);

        string Share(Fraction amount) => (amount.ToDouble() / Math.Pow(10, file.Decimals)).ToString("0.####", CultureInfo.InvariantCulture);

        string List<T>(IReadOnlyList<T> values) => string.Join(", ", values.Select((v, o) => (v, o)).Where(x => x.v is not null).Select(x => $"{election.Options[x.o].Id} {x.v}"));

        string Step(CountStep step) => step switch
        {
            TotalsStep totals => List(totals.Values),
            ScoresStep scores => List(scores.Sums.Select((s, o) => scores.Counts[o] == 0 ? "–" : ((double)s / scores.Counts[o]).ToString("0.##", CultureInfo.InvariantCulture)).ToList()),
            RoundStep round => words[round.Eliminated is null ? "program.recount.step.last-round" : "program.recount.step.round",
                ("votes", List(round.Votes)), ("option", round.Eliminated is { } leaves ? Named(leaves) : ""), ("exhausted", Number(round.Exhausted))],
            GreedyStep project => words[project.IsFunded ? "program.recount.step.funded" : "program.recount.step.too-dear",
                ("option", Named(project.Option)), ("votes", Number(project.Votes)), ("cost", Money(project.Cost)), ("left", Money(project.Left))],
            ShareStep share => words["program.recount.step.share", ("share", Share(share.Share)), ("raised", Number(share.Raised))],
            PurchaseStep purchase => words["program.recount.step.purchase",
                ("option", Named(purchase.Option)), ("cost", Money(purchase.Cost)), ("price", Share(purchase.Price)), ("payers", Number(purchase.Payers)), ("spent", Number(purchase.Spent))],
            ThresholdStep threshold => words["program.recount.step.threshold", ("percent", threshold.Percent.ToString(CultureInfo.InvariantCulture)), ("options", threshold.Struck.Count > 0 ? string.Join(", ", threshold.Struck.Select(Named)) : "–")],
            QuorumStep quorum => words["program.recount.step.quorum", ("needed", Number(quorum.Needed))],
            _ => throw new InvalidOperationException($"A step without words: {step}"),
        };
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
