using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class AnswerQualityTests
{
    private const string Why = "Da, facem lumină pe alee. Stâlpii vechi cad, iar firele sunt rupte. Îi schimbăm pe toți.";
    private const string Young = "Da! Facem lumină pe alee.";
    private const string Next = "Montăm doi stâlpi noi.";

    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void An_answer_with_all_four_is_said_to_have_them()
    {
        var quality = Of(Decision.Accepted, Why, Young, Next, Today.AddDays(20));

        Assert.True(quality is { IsFull: true, IsFriendly: true, IsFast: true, IsFollowedUp: true, Days: 12 });
    }

    [Theory]
    [InlineData("Nu avem bani.", Next, false)]
    [InlineData(Why, "", false)]
    [InlineData(Why, "Vedem.", false)]
    [InlineData(Why, Next, true)]
    public void It_is_full_where_it_says_why_and_what_next(string why, string next, bool isFull) => Assert.Equal(isFull, Of(Decision.NotNow, why, Young, next, null).IsFull);

    [Theory]
    [InlineData(Why, Young, true)]
    [InlineData(Why, "", false)]
    [InlineData("", Young, false)]
    [InlineData("Având în vedere prevederile regulamentului, reprezentanții autorităților administrative competente analizează oportunitatea.", Young, false)]
    [InlineData(Why, "Reprezentanții autorităților analizează oportunitatea investiției.", false)]
    [InlineData("Da, o facem în mai.", "Da, o facem în mai, și apoi mergem toți și o vedem.", false)]
    public void It_is_friendly_where_each_age_can_read_its_part(string older, string young, bool isFriendly) =>
        Assert.Equal(isFriendly, Of(Decision.Accepted, older, young, Next, null).IsFriendly);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(5, true)]
    public void It_is_fast_until_the_due_date(int daysLeft, bool isFast) => Assert.Equal(
        isFast, AnswerQuality.Of(Decision.Accepted, Why, Young, Next, null, Today.AddDays(-30), Today.AddDays(daysLeft), Today).IsFast);

    [Theory]
    [InlineData(Decision.Accepted, true, "", true)]
    [InlineData(Decision.Accepted, false, Next, false)]
    [InlineData(Decision.NotNow, false, Next, false)]
    [InlineData(Decision.Declined, false, Next, true)]
    [InlineData(Decision.Declined, false, "", false)]
    [InlineData(null, false, Next, false)]
    public void It_is_followed_up_where_one_can_check_or_after_a_no_knows_what_to_do(Decision? decision, bool hasDate, string next, bool isFollowedUp) =>
        Assert.Equal(isFollowedUp, Of(decision, Why, Young, next, hasDate ? Today.AddDays(9) : null).IsFollowedUp);

    [Fact]
    public void A_date_has_to_come_and_cannot_be_far()
    {
        Assert.Equal(AnswerRules.FollowsInThePast, AnswerRules.RefuseFollowsOn(Today.AddDays(-1), Today));
        Assert.Equal(AnswerRules.FollowsTooFarAhead, AnswerRules.RefuseFollowsOn(Today.AddYears(11), Today));
        Assert.Null(AnswerRules.RefuseFollowsOn(Today, Today));
        Assert.Null(AnswerRules.RefuseFollowsOn(null, Today));
    }

    private static AnswerQuality Of(Decision? decision, string text, string young, string follows, DateOnly? followsOn) =>
        AnswerQuality.Of(decision, text, young, follows, followsOn, Today.AddDays(-12), Today.AddDays(18), Today);
}
