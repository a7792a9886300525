using ChildFriendly.Core.Moderation;
using Xunit;

namespace ChildFriendly.Core.Tests.Moderation;

public sealed class AgreementTests
{
    /// <summary>Two readers of fifty grant applications: the worked example of the literature on kappa (20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no gives 0.4).</summary>
    [Fact]
    public void Kappa_is_what_the_worked_example_says()
    {
        (ModerationStage First, ModerationStage Second)[] pairs =
        [
            .. Enumerable.Repeat((ModerationStage.Published, ModerationStage.Published), 20),
            .. Enumerable.Repeat((ModerationStage.Published, ModerationStage.NotPublished), 5),
            .. Enumerable.Repeat((ModerationStage.NotPublished, ModerationStage.Published), 10),
            .. Enumerable.Repeat((ModerationStage.NotPublished, ModerationStage.NotPublished), 15),
        ];

        var agreement = Agreement.Of(pairs);

        Assert.Equal((50, 35), (agreement.Pairs, agreement.Same));
        Assert.Equal(0.4, agreement.Kappa!.Value, 10);
    }

    [Fact]
    public void Where_only_one_decision_occurred_nothing_can_be_said()
    {
        Assert.Null(Agreement.Of([(ModerationStage.Published, ModerationStage.Published)]).Kappa);
        Assert.Equal(new Agreement(0, 0, null), Agreement.Of([]));
    }
}
