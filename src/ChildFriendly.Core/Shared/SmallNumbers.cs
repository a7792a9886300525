namespace ChildFriendly.Core.Shared;

/// <summary>Figures of a breakdown whose sum is known: the small ones would tell about single children.</summary>
public static class SmallNumbers
{
    /// <summary>Within one locality fewer than so many are not told.</summary>
    public const int FewestTold = 10;

    /// <summary>
    /// Hides what is under ten (primary suppression), and the next smallest as long as what is hidden could be worked out from the rest:
    /// one figure alone, or together fewer than ten (secondary suppression).
    /// </summary>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> figures)
    {
        var hidden = Enumerable.Range(0, figures.Count).Where(i => figures[i] < FewestTold).ToHashSet();
        while (hidden.Count > 0 && hidden.Count < figures.Count && (hidden.Count == 1 || hidden.Sum(i => figures[i]) < FewestTold))
        {
            hidden.Add(Enumerable.Range(0, figures.Count).Where(i => !hidden.Contains(i)).MinBy(i => figures[i]));
        }

        return [.. figures.Select((f, i) => hidden.Contains(i) ? (int?)null : f)];
    }
}
