using System.Text;

namespace ChildFriendly.Core.Counting;

/// <summary>Which of tied options comes first: one fixed order, made before counting and never changed while counting.</summary>
public sealed class TieOrder
{
    private readonly int[] places;

    private TieOrder(IEnumerable<int> order, int count)
    {
        places = new int[count];
        var place = 0;
        foreach (var option in order)
        {
            places[option] = place++;
        }
    }

    /// <summary>The published lot decides: ascending SHA-256(seed ‖ id).</summary>
    public static TieOrder ByLot(Election election, TieLot lot) =>
        new(Indices(election).OrderBy(i => lot.DrawFor(election.Options[i].Id), StringComparer.Ordinal), election.Options.Count);

    /// <summary>By id, compared as UTF-8 bytes: "10" comes before "2".</summary>
    public static TieOrder ById(Election election) => new(Sorted(election), election.Options.Count);

    /// <summary>The cheaper one, then the one with more votes, then by id.</summary>
    public static TieOrder ByCost(Election election)
    {
        var votes = Totals.Approvals(election);
        return new(Sorted(election).OrderBy(i => election.Options[i].Cost).ThenByDescending(i => votes[i]), election.Options.Count);
    }

    public int PlaceOf(int option) => places[option];

    private static IEnumerable<int> Indices(Election election) => Enumerable.Range(0, election.Options.Count);

    private static IOrderedEnumerable<int> Sorted(Election election) => Indices(election).OrderBy(
        i => Encoding.UTF8.GetBytes(election.Options[i].Id), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
}
