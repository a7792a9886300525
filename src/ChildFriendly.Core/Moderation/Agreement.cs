namespace ChildFriendly.Core.Moderation;

/// <summary>How often two people who decided on the same thing decided the same.</summary>
/// <param name="Pairs">How many were decided twice.</param>
/// <param name="Same">How many of them alike.</param>
/// <param name="Kappa">
/// Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20): 1 is full agreement, 0 what chance would give; null where only one
/// decision ever occurred, so that chance alone would always agree.
/// </param>
public sealed record Agreement(int Pairs, int Same, double? Kappa)
{
    public static Agreement Of(IReadOnlyCollection<(ModerationStage First, ModerationStage Second)> pairs)
    {
        if (pairs.Count == 0)
        {
            return new Agreement(0, 0, null);
        }

        double n = pairs.Count;
        var same = pairs.Count(p => p.First == p.Second);
        var byChance = pairs.Select(p => p.First).Distinct().Sum(o => pairs.Count(p => p.First == o) / n * (pairs.Count(p => p.Second == o) / n));
        return new Agreement(pairs.Count, same, byChance < 1 ? ((same / n) - byChance) / (1 - byChance) : null);
    }
}
