namespace ChildFriendly.Core.Counting;

public enum CountingRule
{
    Plurality,
    Approval,
    Borda,
    InstantRunoff,
    Score,
    Points,
    GreedyBudget,
    EqualShares,
}

/// <summary>What a count found, and how: enough to explain it and to compare it with somebody else's count of the same ballots.</summary>
/// <param name="Selected">Places of the winners in the election's list, in the order of election.</param>
/// <param name="Ties">Options between which only the tie order decided who wins, one entry for each time; ascending.</param>
public sealed record CountOutcome(CountingRule Rule, IReadOnlyList<int> Selected, IReadOnlyList<IReadOnlyList<int>> Ties, IReadOnlyList<CountStep> Steps);

/// <summary>One step on the way to a result.</summary>
public abstract record CountStep;

/// <summary>Every option's total at once.</summary>
/// <param name="Values">For each option its votes, its points.</param>
/// <param name="SetAside">Ballots that name no option, or several where one is asked for.</param>
public sealed record TotalsStep(IReadOnlyList<long> Values, long SetAside) : CountStep;

/// <summary>The faces of every option.</summary>
/// <param name="Sums">Of the faces given, 1 to 5.</param>
/// <param name="Counts">How many faces were given.</param>
/// <param name="Medians">The lower one where two are in the middle; 0 where no face was given.</param>
public sealed record ScoresStep(IReadOnlyList<long> Sums, IReadOnlyList<long> Counts, IReadOnlyList<long> Medians) : CountStep;

/// <summary>One round of a run-off.</summary>
/// <param name="Votes">For each option still in; null for those that are out.</param>
/// <param name="Exhausted">Ballots that name nobody who is still in, or several of them equally.</param>
/// <param name="Eliminated">Who leaves after this round; null when somebody has more than half.</param>
public sealed record RoundStep(IReadOnlyList<long?> Votes, long Exhausted, int? Eliminated) : CountStep;

/// <summary>A project looked at by votes: funded, or too dear for what is left.</summary>
/// <param name="Left">Money left afterwards.</param>
public sealed record GreedyStep(int Option, long Votes, long Cost, bool IsFunded, long Left) : CountStep;

/// <summary>A project bought by its supporters.</summary>
/// <param name="Price">What each supporter pays who has as much.</param>
/// <param name="Payers">Supporters who pay the whole price.</param>
/// <param name="Spent">Supporters who had less, but something, and pay all they have.</param>
public sealed record PurchaseStep(int Option, long Cost, Fraction Price, long Payers, long Spent) : CountStep;

/// <summary>How much money each ballot had to begin with.</summary>
/// <param name="Share">Of one ballot, in the smallest unit of the money.</param>
/// <param name="Raised">How often the share was raised by one step.</param>
public sealed record ShareStep(Fraction Share, long Raised) : CountStep;

/// <summary>Too few ballots: nothing wins. The last step, and only then there.</summary>
/// <param name="Needed">How many there had to be.</param>
public sealed record QuorumStep(long Needed) : CountStep;

/// <summary>Options that too few ballots name cannot win.</summary>
/// <param name="Percent">Of all ballots.</param>
/// <param name="Struck">Those options, ascending.</param>
public sealed record ThresholdStep(int Percent, IReadOnlyList<int> Struck) : CountStep;
