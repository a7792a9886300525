namespace ChildFriendly.Core.Shared;

/// <summary>Figures that add up to one that is known, of which the small ones would tell about single children.</summary>
public static class SmallNumbers
{
    /// <summary>Fewer than so many are not told.</summary>
    public const int FewestTold = 5;

    /// <summary>
    /// Hides what is from 1 to 4 (primary suppression), and the next smallest as long as what is hidden could be worked out from the rest:
    /// one figure alone, or together fewer than five (secondary suppression). None at all is told.
    /// </summary>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> figures)
    {
        var hidden = Enumerable.Range(0, figures.Count).Where(i => figures[i] is > 0 and < FewestTold).ToHashSet();
        while (hidden.Count > 0 && hidden.Count < figures.Count && (hidden.Count == 1 || hidden.Sum(i => figures[i]) < FewestTold))
        {
            hidden.Add(Enumerable.Range(0, figures.Count).Where(i => !hidden.Contains(i)).MinBy(i => figures[i] == 0 ? int.MaxValue : figures[i]));
        }

        return [.. figures.Select((f, i) => hidden.Contains(i) ? (int?)null : f)];
    }
}
