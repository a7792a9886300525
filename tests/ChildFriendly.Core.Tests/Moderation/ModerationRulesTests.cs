using ChildFriendly.Core.Moderation;
using Xunit;

namespace ChildFriendly.Core.Tests.Moderation;

public sealed class ModerationRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Ana = Guid.CreateVersion7();
    private static readonly Guid Dan = Guid.CreateVersion7();

    [Theory]
    [InlineData(0, false)]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(60, true)]
    public void A_colleague_takes_over_only_when_the_lease_has_run_out(int minutesLater, bool isFree)
    {
        var item = Waiting();
        item.Claim(Ana, Now);

        var refusal = ModerationRules.RefuseToClaim(item, Dan, Now.AddMinutes(minutesLater));

        Assert.Equal(isFree ? null : ModerationRules.SomebodyElseHasIt, refusal);
        Assert.Null(ModerationRules.RefuseToClaim(item, Ana, Now.AddMinutes(minutesLater)));
    }

    [Fact]
    public void A_lease_that_ran_out_while_writing_loses_nothing()
    {
        var item = Waiting();
        item.Claim(Ana, Now);

        item.Decide(ModerationStage.Published, Ana, Now.AddHours(2));

        Assert.Equal(ModerationStage.Published, item.Stage);
        Assert.Equal(Ana, item.DecidedById);
    }

    [Fact]
    public void What_is_decided_stays_decided()
    {
        var item = Waiting();
        item.Decide(ModerationStage.SentBack, Ana, Now);

        Assert.Equal(ModerationRules.Decided, ModerationRules.RefuseToDecide(item, Ana, Now));
        Assert.Equal(ModerationRules.Decided, ModerationRules.RefuseToClaim(item, Dan, Now));
        Assert.Throws<InvalidOperationException>(() => item.Decide(ModerationStage.Published, Dan, Now));
        Assert.Throws<InvalidOperationException>(() => item.Withdraw(Now));
    }

    [Theory]
    [InlineData(ModerationStage.Waiting)]
    [InlineData(ModerationStage.Claimed)]
    [InlineData(ModerationStage.Withdrawn)]
    public void Not_every_stage_is_a_decision(ModerationStage outcome) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Waiting().Decide(outcome, Ana, Now));

    private static ModerationCase Waiting() => ModerationCase.Open(ModerationSubject.Initiative, Guid.CreateVersion7(), Guid.CreateVersion7(), Now);
}
