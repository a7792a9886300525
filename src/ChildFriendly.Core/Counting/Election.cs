namespace ChildFriendly.Core.Counting;

/// <param name="Cost">In the smallest unit of the money: bani. 0 where nothing is paid for.</param>
public sealed record ElectionOption(string Id, long Cost = 0);

/// <summary>Equal ballots.</summary>
/// <param name="Weight">How many there are.</param>
/// <param name="Options">Places of the options in the election's list, each at most once; empty for a blank ballot, which still counts as cast.</param>
/// <param name="Values">One for each option, where the kind of ballot has them: the place given (1 is best, equal places are ties), the points, or the face from 1 to 5.</param>
public sealed record BallotGroup(long Weight, IReadOnlyList<int> Options, IReadOnlyList<long> Values)
{
    public static BallotGroup Of(long weight, params IReadOnlyList<int> options) => new(weight, options, []);

    /// <param name="options">From the best down.</param>
    public static BallotGroup Ranked(long weight, params IReadOnlyList<int> options) => new(weight, options, [.. Enumerable.Range(1, options.Count).Select(p => (long)p)]);
}

/// <summary>What is counted: options, ballots, and how much may be won.</summary>
public sealed class Election
{
    /// <param name="winners">How many win where there is no budget.</param>
    /// <param name="budget">In the smallest unit of the money.</param>
    public Election(BallotKind kind, IReadOnlyList<ElectionOption> options, IEnumerable<BallotGroup> ballots, int winners = 1, long budget = 0)
    {
        (Kind, Options, Winners, Budget) = (kind, options, winners, budget);
        Ballots = Merge(ballots);
        Cast = Ballots.Sum(b => b.Weight);
    }

    public BallotKind Kind { get; }

    public IReadOnlyList<ElectionOption> Options { get; }

    /// <summary>Equal ones together, in no order that says anything.</summary>
    public IReadOnlyList<BallotGroup> Ballots { get; }

    public int Winners { get; }

    public long Budget { get; }

    /// <summary>How many options a ranking may name, where that is limited; what its places are worth in money votes follows from it.</summary>
    public int? MaxRanked { get; init; }

    /// <summary>All ballots, blank ones too.</summary>
    public long Cast { get; }

    /// <summary>How many ballots there have to be for anything to win; 0 where that was not asked for.</summary>
    public long Quorum { get; init; }

    /// <summary>How many per cent of all ballots have to name an option for it to win; 0 where that was not asked for.</summary>
    public int Threshold { get; init; }

    public Election WithWinners(int winners) => Copy(Ballots, winners, Quorum, Threshold);

    public Election WithConditions(long quorum, int threshold) => Copy(Ballots, Winners, quorum, threshold);

    /// <summary>As if nobody had named these options; every ballot still counts as cast.</summary>
    internal Election Without(IReadOnlyCollection<int> struck) => Copy(Ballots.Select(b => Without(b, struck)), Winners, Quorum, Threshold);

    private Election Copy(IEnumerable<BallotGroup> ballots, int winners, long quorum, int threshold) =>
        new(Kind, Options, ballots, winners, Budget) { MaxRanked = MaxRanked, Quorum = quorum, Threshold = threshold };

    private static BallotGroup Without(BallotGroup ballot, IReadOnlyCollection<int> struck)
    {
        var left = Enumerable.Range(0, ballot.Options.Count).Where(i => !struck.Contains(ballot.Options[i])).ToList();
        return new BallotGroup(ballot.Weight, left.ConvertAll(i => ballot.Options[i]), ballot.Values.Count > 0 ? left.ConvertAll(i => ballot.Values[i]) : []);
    }

    private static List<BallotGroup> Merge(IEnumerable<BallotGroup> ballots)
    {
        var merged = new Dictionary<BallotKey, long>();
        foreach (var ballot in ballots)
        {
            var key = new BallotKey(ballot);
            merged[key] = merged.GetValueOrDefault(key) + ballot.Weight;
        }

        return merged.Select(m => new BallotGroup(m.Value, m.Key.Options, m.Key.Values)).ToList();
    }

    /// <summary>The choices of a ballot in the order of the options, so that equal ones are equal.</summary>
    private readonly struct BallotKey : IEquatable<BallotKey>
    {
        private readonly int hash;

        public BallotKey(BallotGroup ballot)
        {
            (Options, Values) = ([.. ballot.Options], [.. ballot.Values]);
            if (Values.Length > 0)
            {
                Array.Sort(Options, Values);
            }
            else
            {
                Array.Sort(Options);
            }

            var code = default(HashCode);
            foreach (var option in Options)
            {
                code.Add(option);
            }

            foreach (var value in Values)
            {
                code.Add(value);
            }

            hash = code.ToHashCode();
        }

        public int[] Options { get; }

        public long[] Values { get; }

        public bool Equals(BallotKey other) => hash == other.hash && Options.AsSpan().SequenceEqual(other.Options) && Values.AsSpan().SequenceEqual(other.Values);

        public override bool Equals(object? obj) => obj is BallotKey other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
