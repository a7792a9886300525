namespace ChildFriendly.Core.Counting;

/// <summary>What a supporter gains from a project: as much as it costs, or one.</summary>
public enum Utility
{
    Cost,
    Cardinality,
}

/// <summary>What happens with money that equal shares leave over.</summary>
public enum Completion
{
    None,

    /// <summary>The other projects by votes.</summary>
    Utilitarian,

    /// <summary>Every share is raised by one step at a time, for as long as everything bought still fits into the budget.</summary>
    Add1,

    /// <summary>Raised shares, then the other projects by votes.</summary>
    Add1Utilitarian,
}

/// <summary>
/// The Method of Equal Shares (Peters, Pierczyński, Skowron: Proportional participatory budgeting with additive utilities, 2021), with approval
/// ballots. The budget is divided equally among all ballots; the supporters of a project buy it together, each at the same price or with
/// all they have left; what costs its supporters least for what they gain is bought first.
/// </summary>
/// <remarks>
/// Exact. Comparisons are made in doubles with a bound on their error, and in fractions where that does not decide. The fraction of a balance
/// needs no bookkeeping: who still has money has paid the whole price of every bought project they support.
/// </remarks>
public sealed class EqualShares
{
    /// <summary>A unit in the last place of doubles around one.</summary>
    private const double Ulp = 1.0 / (1L << 52);

    private readonly Election election;
    private readonly TieOrder ties;
    private readonly Utility utility;
    private readonly long[] votes;
    private readonly int[][] supporters;
    private readonly int[][] choices;
    private readonly long[] weights;

    private EqualShares(Election election, TieOrder ties, Utility utility)
    {
        (this.election, this.ties, this.utility) = (election, ties, utility);
        votes = Totals.Approvals(election);
        weights = election.Ballots.Select(b => b.Weight).ToArray();
        choices = election.Ballots.Select(b => b.Options.ToArray()).ToArray();
        var lists = votes.Select(_ => new List<int>()).ToArray();
        for (var ballot = 0; ballot < choices.Length; ballot++)
        {
            foreach (var option in choices[ballot])
            {
                lists[option].Add(ballot);
            }
        }

        supporters = lists.Select(l => l.ToArray()).ToArray();
    }

    /// <param name="step">By how much every share is raised at a time, in the smallest unit of the money.</param>
    public static CountOutcome Count(Election election, TieOrder ties, Utility utility, Completion completion, long step = 100)
    {
        if (election.Cast == 0)
        {
            return new CountOutcome(CountingRule.EqualShares, [], [], []);
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var shares = new EqualShares(election, ties, utility);
        var raised = completion is Completion.Add1 or Completion.Add1Utilitarian ? shares.Raise(step) : 0;
        var run = shares.Buy(election.Budget + ((Int128)raised * step * election.Cast));
        var steps = new List<CountStep> { new ShareStep(run.Share, raised) };
        steps.AddRange(run.Purchases());
        var (selected, tied) = (run.Bought.ToList(), run.Ties.ToList());
        if (completion is Completion.Utilitarian or Completion.Add1Utilitarian)
        {
            var (funded, more, rest) = GreedyBudget.Fund(election, ties, selected, election.Budget - selected.Sum(o => election.Options[o].Cost));
            selected.AddRange(funded);
            tied.AddRange(more);
            steps.AddRange(rest);
        }

        return new CountOutcome(CountingRule.EqualShares, selected, tied, steps);
    }

    /// <returns>How often the shares can be raised before what is bought costs more than the budget, or nothing else would fit.</returns>
    private long Raise(long step)
    {
        for (long raised = 0; ; raised++)
        {
            var run = Buy(election.Budget + ((Int128)raised * step * election.Cast));
            var cost = run.Bought.Sum(o => election.Options[o].Cost);
            if (cost > election.Budget)
            {
                return raised - 1;
            }

            if (!Enumerable.Range(0, votes.Length).Any(o => votes[o] > 0 && election.Options[o].Cost > 0 && election.Options[o].Cost <= election.Budget - cost && !run.IsBought(o)))
            {
                return raised;
            }
        }
    }

    private Run Buy(Int128 total)
    {
        var run = new Run(this, total);
        run.BuyAll();
        return run;
    }

    /// <summary>One run at a fixed share.</summary>
    private sealed class Run
    {
        private readonly EqualShares shares;
        private readonly double share;
        private readonly double[] balances;

        /// <summary>Paid all they had: their balance is exactly nothing.</summary>
        private readonly bool[] isSpent;
        private readonly int[] boughtAt;
        private readonly List<Purchase> purchases = [];

        /// <summary>No balance that is held as a double is further from the exact one.</summary>
        private double error;

        public Run(EqualShares shares, Int128 total)
        {
            this.shares = shares;
            Share = new Fraction(total, shares.election.Cast);
            share = Share.ToDouble();
            balances = new double[shares.weights.Length];
            Array.Fill(balances, share);
            isSpent = new bool[balances.Length];
            boughtAt = new int[shares.votes.Length];
            Array.Fill(boughtAt, -1);
            error = share * 2 * Ulp;
        }

        public Fraction Share { get; }

        public IEnumerable<int> Bought => purchases.Select(p => p.Option);

        public List<IReadOnlyList<int>> Ties { get; } = [];

        public bool IsBought(int option) => boughtAt[option] >= 0;

        public IEnumerable<CountStep> Purchases() => purchases.Select(p => new PurchaseStep(p.Option, CostOf(p.Option), ExactPrice(p), p.Terms.Payers, p.Terms.Spent));

        public void BuyAll()
        {
            foreach (var free in Enumerable.Range(0, shares.votes.Length).Where(o => CostOf(o) == 0 && shares.votes[o] > 0).OrderBy(shares.ties.PlaceOf))
            {
                boughtAt[free] = purchases.Count;
                purchases.Add(new Purchase(free, new Terms(shares.votes[free], 0, [])) { Exact = 0 });
            }

            // The last rate of a project is a bound from below: rates never fall from one purchase to the next.
            var open = Enumerable.Range(0, shares.votes.Length).Where(o => CostOf(o) > 0 && shares.votes[o] > 0)
                .Select(o => new Candidate(o, CostOf(o) / (double)shares.votes[o] / GainOf(o) * (1 - (4 * Ulp)))).ToList();
            while (true)
            {
                open.Sort((a, b) => a.AtLeast.CompareTo(b.AtLeast));
                var best = FindCheapest(open);
                if (best.Count == 0)
                {
                    return;
                }

                var next = best.MinBy(c => shares.ties.PlaceOf(c.Option))!;
                if (best.Count > 1)
                {
                    Ties.Add(best.Select(c => c.Option).Order().ToList());
                }

                Take(next);
                open.Remove(next);
            }
        }

        /// <summary>Those with the least rate; several only where they are exactly equal. What its supporters can no longer pay leaves the list.</summary>
        private List<Candidate> FindCheapest(List<Candidate> open)
        {
            var best = new List<Candidate>();
            for (var i = 0; i < open.Count; i++)
            {
                var candidate = open[i];
                if (best.Count > 0 && candidate.AtLeast > best[0].Rate + best[0].RateError)
                {
                    break;
                }

                if (!CanPay(candidate))
                {
                    open.RemoveAt(i--);
                    continue;
                }

                Evaluate(candidate);
                var order = best.Count == 0 ? -1 : Compare(candidate, best[0]);
                if (order < 0)
                {
                    best.Clear();
                }

                if (order <= 0)
                {
                    best.Add(candidate);
                }
            }

            return best;
        }

        private bool CanPay(Candidate candidate)
        {
            var (sum, weight) = (0.0, 0L);
            var list = shares.supporters[candidate.Option];
            foreach (var ballot in list)
            {
                if (!isSpent[ballot])
                {
                    sum += shares.weights[ballot] * balances[ballot];
                    weight += shares.weights[ballot];
                }
            }

            var cost = CostOf(candidate.Option);
            var doubt = (weight * error) + (sum * Ulp * (list.Length + 2));
            return Math.Abs(sum - cost) > doubt ? sum > cost : ExactSum(TermsOf(list.Where(b => !isSpent[b]), payers: 0)) >= cost;
        }

        /// <summary>The price of which every supporter pays all or what they have: those who have less pay it all, the rest share what is missing.</summary>
        private void Evaluate(Candidate candidate)
        {
            var list = shares.supporters[candidate.Option];
            double cost = CostOf(candidate.Option);
            var price = 0.0;
            for (var poor = -1; ;)
            {
                var (paid, rich, rest, count) = (0.0, 0L, 0L, 0);
                foreach (var ballot in list)
                {
                    if (isSpent[ballot])
                    {
                        continue;
                    }

                    if (balances[ballot] < price)
                    {
                        paid += shares.weights[ballot] * balances[ballot];
                        rest += shares.weights[ballot];
                        count++;
                    }
                    else
                    {
                        rich += shares.weights[ballot];
                    }
                }

                if (rich == 0)
                {
                    // Only where everybody pays all they have, give or take the error: nobody is left to share a rest that is none.
                    candidate.Priced(price, double.PositiveInfinity, GainOf(candidate.Option));
                    return;
                }

                var next = (cost - paid) / rich;
                if (count == poor || next <= price)
                {
                    // Who is taken for rich or poor by mistake is as near to the price as balances are uncertain.
                    var doubt = error + (((rest * error) + (paid * Ulp * (count + 2)) + (cost * Ulp)) / rich);
                    candidate.Priced(Math.Max(price, next), doubt + (price * 4 * Ulp), GainOf(candidate.Option));
                    return;
                }

                (poor, price) = (count, next);
            }
        }

        private int Compare(Candidate a, Candidate b)
        {
            if (Math.Abs(a.Rate - b.Rate) > a.RateError + b.RateError)
            {
                return a.Rate.CompareTo(b.Rate);
            }

            // Rates are prices by gains; crosswise they need no division.
            return (ExactPrice(a) * GainOf(b.Option)).CompareTo(ExactPrice(b) * GainOf(a.Option));
        }

        private void Take(Candidate candidate)
        {
            var terms = Settle(candidate, out var exact);
            boughtAt[candidate.Option] = purchases.Count;
            purchases.Add(new Purchase(candidate.Option, terms) { Exact = exact });
            error += (exact is null ? candidate.PriceError : candidate.Price * 4 * Ulp) + (share * Ulp);
            if (error > share * 1e-9)
            {
                Refresh();
            }
        }

        /// <summary>Takes the money. Whose balance is too near to the price for doubles is asked exactly.</summary>
        private Terms Settle(Candidate candidate, out Fraction? exact)
        {
            var list = shares.supporters[candidate.Option];
            var doubt = candidate.PriceError + error;
            exact = null;
            if (Array.Exists(list, b => !isSpent[b] && Math.Abs(balances[b] - candidate.Price) <= doubt) || double.IsInfinity(doubt))
            {
                exact = ExactPrice(candidate);
                candidate.Priced(exact.Value.ToDouble(), exact.Value.ToDouble() * 2 * Ulp, GainOf(candidate.Option));
            }

            var (poor, spent, payers, price) = (new List<int>(), new List<int>(), 0L, candidate.Price);
            foreach (var ballot in list)
            {
                if (isSpent[ballot])
                {
                    continue;
                }

                var order = exact is { } p && Math.Abs(balances[ballot] - price) <= (2 * error) + (price * 4 * Ulp) ? ExactBalance(ballot).CompareTo(p) : balances[ballot].CompareTo(price);
                if (order < 0)
                {
                    poor.Add(ballot);
                }
                else
                {
                    payers += shares.weights[ballot];
                    balances[ballot] -= price;
                }

                if (order <= 0)
                {
                    spent.Add(ballot);
                }
            }

            var terms = TermsOf(poor, payers);
            spent.ForEach(b => isSpent[b] = true);
            return terms;
        }

        /// <summary>The price of a candidate as a fraction. Only balances too near to it for doubles are needed one by one.</summary>
        private Fraction ExactPrice(Candidate candidate)
        {
            var list = shares.supporters[candidate.Option].Where(b => !isSpent[b]).ToList();
            var doubt = candidate.PriceError + error;
            var poor = list.FindAll(b => balances[b] < candidate.Price - doubt);
            var payers = list.Sum(b => shares.weights[b]) - poor.Sum(b => shares.weights[b]);
            var missing = CostOf(candidate.Option) - ExactSum(TermsOf(poor, payers));
            foreach (var equals in list.Where(b => Math.Abs(balances[b] - candidate.Price) <= doubt).GroupBy(ExactBalance).OrderBy(g => g.Key))
            {
                if (missing <= equals.Key * payers)
                {
                    break;
                }

                var weight = equals.Sum(b => shares.weights[b]);
                missing -= equals.Key * weight;
                payers -= weight;
            }

            return missing / payers;
        }

        private Fraction ExactPrice(Purchase purchase) => purchase.Exact ??= (CostOf(purchase.Option) - ExactSum(purchase.Terms)) / purchase.Terms.Payers;

        private Fraction ExactBalance(int ballot)
        {
            var balance = Share;
            foreach (var option in shares.choices[ballot])
            {
                if (boughtAt[option] >= 0)
                {
                    balance -= ExactPrice(purchases[boughtAt[option]]);
                }
            }

            return balance;
        }

        /// <summary>What some ballots have together, in whole numbers: how many shares, less how many payments of each purchase.</summary>
        private Terms TermsOf(IEnumerable<int> ballots, long payers)
        {
            var paid = new long[purchases.Count];
            long weight = 0;
            foreach (var ballot in ballots)
            {
                weight += shares.weights[ballot];
                foreach (var option in shares.choices[ballot])
                {
                    if (boughtAt[option] >= 0)
                    {
                        paid[boughtAt[option]] += shares.weights[ballot];
                    }
                }
            }

            return new Terms(payers, weight, paid);
        }

        private Fraction ExactSum(Terms terms)
        {
            var sum = Share * terms.Spent;
            for (var i = 0; i < terms.Paid.Length; i++)
            {
                if (terms.Paid[i] > 0)
                {
                    sum -= ExactPrice(purchases[i]) * terms.Paid[i];
                }
            }

            return sum;
        }

        /// <summary>Balances anew from exact prices.</summary>
        private void Refresh()
        {
            var prices = purchases.Select(p => ExactPrice(p).ToDouble()).ToArray();
            for (var ballot = 0; ballot < balances.Length; ballot++)
            {
                if (!isSpent[ballot])
                {
                    balances[ballot] = share - shares.choices[ballot].Where(o => boughtAt[o] >= 0).Sum(o => prices[boughtAt[o]]);
                }
            }

            error = share * Ulp * (purchases.Count + 2);
        }

        private long CostOf(int option) => shares.election.Options[option].Cost;

        private long GainOf(int option) => shares.utility == Utility.Cost ? CostOf(option) : 1;
    }

    /// <param name="Payers">How many pay the whole price.</param>
    /// <param name="Spent">How many pay less, all they have.</param>
    /// <param name="Paid">How often those have paid for each earlier purchase.</param>
    private sealed record Terms(long Payers, long Spent, long[] Paid);

    private sealed record Purchase(int Option, Terms Terms)
    {
        public Fraction? Exact { get; set; }
    }

    private sealed class Candidate(int option, double atLeast)
    {
        public int Option { get; } = option;

        /// <summary>No rate of it will be lower.</summary>
        public double AtLeast { get; private set; } = atLeast;

        public double Price { get; private set; }

        public double PriceError { get; private set; }

        /// <summary>The price by the gain.</summary>
        public double Rate { get; private set; }

        public double RateError { get; private set; }

        public void Priced(double price, double doubt, long gain)
        {
            (Price, PriceError) = (price, doubt);
            (Rate, RateError) = (price / gain, (doubt / gain) + (price / gain * 2 * Ulp));
            AtLeast = double.IsInfinity(doubt) ? AtLeast : Math.Max(AtLeast, Rate - RateError);
        }
    }
}
