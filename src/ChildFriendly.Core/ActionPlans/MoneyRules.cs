using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public static class MoneyRules
{
    /// <summary>More than a town spends on one measure in a year (50 million lei): typed in bani, or with three zeros too many.</summary>
    private const long TooMuchBani = 50_000_000_00;

    /// <summary>Less than anything is bought for (100 lei): typed in thousands of lei.</summary>
    private const long TooLittleBani = 100_00;

    public static readonly Refusal WrongUnit = new("plan.money.wrong-unit");

    public static bool LooksWrong(long bani) => bani is > TooMuchBani or (> 0 and < TooLittleBani);
}
