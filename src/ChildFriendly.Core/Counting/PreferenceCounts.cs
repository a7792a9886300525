namespace ChildFriendly.Core.Counting;

/// <summary>
/// What rankings or points say taken together. Published where the ballots themselves are not, because an order that few children chose could tell
/// who they are.
/// </summary>
/// <param name="Places">For each option, how many ballots give it the first place, the second, …; empty where ballots give points.</param>
/// <param name="Preferred">For each option, how many ballots put it before each other option: a better place or more points, none being the least.</param>
public sealed record PreferenceCounts(IReadOnlyList<IReadOnlyList<long>> Places, IReadOnlyList<IReadOnlyList<long>> Preferred)
{
    public static PreferenceCounts Of(Election election)
    {
        var options = election.Options.Count;
        var isRanking = election.Kind == BallotKind.Ranking;
        var places = NewTable();
        var preferred = NewTable();
        var worth = new long[options];
        foreach (var ballot in election.Ballots)
        {
            // A place is worth more the smaller it is, no place or no points are worth nothing.
            Array.Clear(worth);
            foreach (var (option, value) in ballot.Options.Zip(ballot.Values))
            {
                worth[option] = isRanking ? options + 1 - value : value;
                if (isRanking)
                {
                    places[option][(int)value - 1] += ballot.Weight;
                }
            }

            for (var a = 0; a < options; a++)
            {
                for (var b = 0; b < options; b++)
                {
                    preferred[a][b] += worth[a] > worth[b] ? ballot.Weight : 0;
                }
            }
        }

        return new PreferenceCounts(isRanking ? places : [], preferred);

        long[][] NewTable() => [.. Enumerable.Range(0, options).Select(_ => new long[options])];
    }
}
