namespace ChildFriendly.Core.Counting;

/// <summary>One option after the count.</summary>
/// <param name="Option">Its id in the ballots.</param>
/// <param name="Votes">How many ballots approve it.</param>
/// <param name="IsSelected">Among the winners.</param>
/// <param name="ByLot">Whether it is in or out only by the lot, because it tied at the last place.</param>
public sealed record OptionTally(string Option, int Votes, bool IsSelected, bool ByLot);

/// <summary>Approval: every ballot approves any number of options, the most approved win. An option without votes never wins.</summary>
public static class ApprovalCount
{
    public static IReadOnlyList<OptionTally> Count(
        IReadOnlyCollection<string> options, IEnumerable<IReadOnlyCollection<string>> ballots, int winners, TieLot lot)
    {
        var votes = options.ToDictionary(o => o, _ => 0, StringComparer.Ordinal);
        foreach (var ballot in ballots)
        {
            foreach (var option in ballot.Distinct(StringComparer.Ordinal))
            {
                votes[option]++;
            }
        }

        var order = options.OrderByDescending(o => votes[o]).ThenBy(lot.DrawFor, StringComparer.Ordinal).ToList();
        var selected = order.Where(o => votes[o] > 0).Take(winners).ToHashSet(StringComparer.Ordinal);
        var isContested = selected.Count > 0 && order.Exists(o => !selected.Contains(o) && votes[o] == LastIn(selected));
        return order.ConvertAll(o => new OptionTally(o, votes[o], selected.Contains(o), isContested && votes[o] == LastIn(selected)));

        int LastIn(HashSet<string> winning) => winning.Min(o => votes[o]);
    }
}
