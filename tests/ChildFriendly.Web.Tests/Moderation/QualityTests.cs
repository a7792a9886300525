using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

public sealed class QualityTests
{
    [Fact]
    public async Task On_monday_five_decisions_are_drawn_once_and_somebody_else_decides_on_them_blindly()
    {
        await using var site = await Site.StartAsync();
        // A Tuesday.
        site.Clock.MoveTo(new DateTime(2026, 11, 17, 9, 0, 0, DateTimeKind.Utc));
        var first = await site.Given.SignedInAsync(Role.Moderator);
        for (var i = 0; i < SampleDecisions.PerWeek + 2; i++)
        {
            await site.Given.SubmittedAsync();
            await (await (await first.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        }

        await DrawAsync(site);
        Assert.Equal(0, await site.CountAsync<DecisionReview>());
        site.Clock.Move(TimeSpan.FromDays(7));
        await DrawAsync(site);
        await DrawAsync(site);
        Assert.Equal(SampleDecisions.PerWeek, await site.CountAsync<DecisionReview>());

        var id = await site.InDataAsync(db => db.DecisionReviews.Select(r => r.Id).FirstAsync());
        first = await site.Given.SignedInAsync(Role.Moderator);
        var second = await site.Given.SignedInAsync(Role.Moderator);
        var quality = await second.OpenAsync("/staff/bacau/moderation/quality");
        quality.ShouldShow("desk.moderation.quality.review");
        var review = await second.OpenAsync($"/staff/bacau/moderation/reviews/{id}");
        review.ShouldNotShow("desk.moderation.quality.first");
        (await review.Choose("Outcome", "NotPublished").PressAsync("desk.moderation.quality.do")).ShouldShow("desk.moderation.quality.first").ShouldShow("desk.moderation.quality.talk");
        Assert.Contains(site.Texts().Count("desk.moderation.quality.agreement", 1, ("same", 0)), (await first.OpenAsync("/staff/bacau/moderation/quality")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decided_first_does_not_decide_again()
    {
        await using var site = await Site.StartAsync();
        site.Clock.MoveTo(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc));
        var only = await site.Given.SignedInAsync(Role.Moderator);
        await site.Given.SubmittedAsync();
        await (await (await only.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        var decided = await site.InDataAsync(db => db.ModerationCases.SingleAsync());
        await site.InDataAsync(async db =>
        {
            db.Add(DecisionReview.Draw(decided, new DateOnly(2026, 11, 23)));
            return await db.SaveChangesAsync();
        });

        var id = await site.InDataAsync(db => db.DecisionReviews.Select(r => r.Id).SingleAsync());
        (await only.OpenAsync($"/staff/bacau/moderation/reviews/{id}")).ShouldShow("moderation.case.decided-by-you").ShouldNotShow("desk.moderation.quality.do");
    }

    [Fact]
    public async Task Everything_taken_is_given_back_by_one_press()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync();
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        var queue = await desk.OpenAsync("/staff/bacau/moderation");

        await queue.SubmitAsync(queue.Document.QuerySelector("form[action*='Release'] button")!);

        Assert.Equal(ModerationStage.Waiting, (await site.InDataAsync(db => db.ModerationCases.SingleAsync())).Stage);
    }

    private static Task<bool> DrawAsync(Site site) => site.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<SampleDecisions>(services).RunAsync(CancellationToken.None);
        return true;
    });
}
