using System.Text.Json.Nodes;

namespace ChildFriendly.Core.Counting;

/// <summary>A count as JSON, with the ids of the options: the same from the portal, from the program and from a browser, letter by letter.</summary>
public static class CountReport
{
    /// <summary>The name of a rule on the command line, in addresses and in files.</summary>
    public static string NameOf(CountingRule rule) => rule switch
    {
        CountingRule.InstantRunoff => "irv",
        CountingRule.GreedyBudget => "greedy",
        _ => rule.ToString().ToLowerInvariant(),
    };

    public static JsonObject ToJson(Election election, CountOutcome outcome)
    {
        return new JsonObject
        {
            ["rule"] = NameOf(outcome.Rule),
            ["ballots"] = election.Cast,
            ["selected"] = Ids(outcome.Selected),
            ["ties"] = new JsonArray([.. outcome.Ties.Select(t => Ids(t))]),
            ["steps"] = new JsonArray([.. outcome.Steps.Select(Step)]),
        };

        string Id(int option) => election.Options[option].Id;

        JsonArray Ids(IEnumerable<int> options) => new([.. options.Select(o => JsonValue.Create(Id(o)))]);

        JsonObject ByOption<T>(IReadOnlyList<T> values) => new(values.Select((v, o) => (Value: v, Option: o)).Where(v => v.Value is not null)
            .Select(v => KeyValuePair.Create(Id(v.Option), (JsonNode?)JsonValue.Create(v.Value))));

        JsonNode Step(CountStep step) => step switch
        {
            TotalsStep totals => new JsonObject { ["kind"] = "totals", ["totals"] = ByOption(totals.Values), ["set_aside"] = totals.SetAside },
            ScoresStep scores => new JsonObject
            {
                ["kind"] = "scores",
                ["sums"] = ByOption(scores.Sums),
                ["counts"] = ByOption(scores.Counts),
                ["medians"] = ByOption(scores.Medians),
            },
            RoundStep round => new JsonObject
            {
                ["kind"] = "round",
                ["votes"] = ByOption(round.Votes),
                ["exhausted"] = round.Exhausted,
                ["eliminated"] = round.Eliminated is { } leaves ? Id(leaves) : null,
            },
            GreedyStep project => new JsonObject
            {
                ["kind"] = "project",
                ["id"] = Id(project.Option),
                ["votes"] = project.Votes,
                ["cost"] = project.Cost,
                ["funded"] = project.IsFunded,
                ["left"] = project.Left,
            },
            ShareStep share => new JsonObject { ["kind"] = "share", ["share"] = share.Share.ToString(), ["raised"] = share.Raised },
            PurchaseStep purchase => new JsonObject
            {
                ["kind"] = "purchase",
                ["id"] = Id(purchase.Option),
                ["cost"] = purchase.Cost,
                ["price"] = purchase.Price.ToString(),
                ["payers"] = purchase.Payers,
                ["spent"] = purchase.Spent,
            },
            QuorumStep quorum => new JsonObject { ["kind"] = "quorum", ["needed"] = quorum.Needed },
            ThresholdStep threshold => new JsonObject { ["kind"] = "threshold", ["percent"] = threshold.Percent, ["struck"] = Ids(threshold.Struck) },
            _ => throw new InvalidOperationException($"A step without a name: {step}"),
        };
    }
}
