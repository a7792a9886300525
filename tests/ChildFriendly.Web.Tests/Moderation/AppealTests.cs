using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

public sealed class AppealTests
{
    [Fact]
    public async Task A_child_asks_once_and_somebody_else_decides()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        await site.Given.SubmittedAsync(me);
        var child = await site.Given.SignedInAsync(me);
        (await child.OpenAsync("/ro/bacau/initiatives/1/appeal")).ShouldHaveStatus(HttpStatusCode.NotFound);
        var first = await site.Given.SignedInAsync(Role.Moderator);
        await NotPublishAsync(first, "Nu am înțeles.");

        var mine = (await child.OpenAsync("/ro/bacau/initiatives/1")).ShouldShowText("Nu am înțeles.");
        var ask = await mine.FollowAsync("moderation.appeal.link");
        (await ask.PressAsync("moderation.appeal.do")).ShouldShow("told.appealed").ShouldNotShow("moderation.appeal.link");
        (await ask.PressAsync("moderation.appeal.do")).ShouldShow("told.appealed");
        Assert.Equal(2, await site.CountAsync<ModerationCase>());

        // Not the same person, also by address.
        var again = await first.OpenAsync("/staff/bacau/moderation");
        again.ShouldShow("desk.moderation.appeal.tag").ShouldShow("desk.moderation.somebody");
        var refused = await again.FollowAsync("desk.moderation.first");
        refused.ShouldShow("moderation.case.decided-by-you");
        Assert.False(refused.HasButton("desk.moderation.decide"));

        var second = await site.Given.SignedInAsync(Role.Moderator);
        var look = (await (await second.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow("desk.moderation.appeal").ShouldShowText("Nu am înțeles.");
        await look.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "NotClear").Fill("Input.Sentence", "Nici eu.").PressAsync("desk.moderation.decide");

        (await child.OpenAsync("/ro/bacau/initiatives/1")).ShouldShowText("Nici eu.").ShouldShow("moderation.appeal.over").ShouldNotShow("moderation.appeal.link");
        (await ask.PressAsync("moderation.appeal.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("moderation.appeal.not-possible");
    }

    [Fact]
    public async Task The_second_reader_may_publish_and_another_childs_appeal_is_not_found()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        await site.Given.SubmittedAsync(me);
        await NotPublishAsync(await site.Given.SignedInAsync(Role.Moderator), "Nu.");
        (await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).OpenAsync("/ro/bacau/initiatives/1/appeal")).ShouldHaveStatus(HttpStatusCode.NotFound);
        await (await (await site.Given.SignedInAsync(me)).OpenAsync("/ro/bacau/initiatives/1/appeal")).PressAsync("moderation.appeal.do");

        var look = await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        (await look.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");

        Assert.Equal(InitiativeStage.Published, await site.InDataAsync(db => db.Initiatives.Select(i => i.Stage).SingleAsync()));
    }

    [Fact]
    public async Task The_queue_is_narrowed_by_kind_and_language_and_counts_working_days()
    {
        await using var site = await Site.StartAsync();
        site.Clock.MoveTo(new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc));
        await site.Given.SubmittedAsync(await site.Given.ChildAsync());
        await site.Given.SubmittedAsync(await site.Given.ChildAsync());
        site.Clock.MoveTo(new DateTime(2026, 12, 3, 9, 0, 0, DateTimeKind.Utc));

        // Friday; then a weekend, Saint Andrew's and the national day: two working days have passed, and nothing is late.
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var queue = (await desk.OpenAsync("/staff/bacau/moderation")).ShouldShowText(site.Texts("ro").Count("desk.moderation.days", 2)).ShouldNotShowText(site.Texts("ro").Count("desk.moderation.late", 2));
        Assert.Equal(2, queue.Document.QuerySelectorAll("tbody tr").Length);
        (await desk.OpenAsync("/staff/bacau/moderation?kind=Finding")).ShouldShow("desk.moderation.none-found");
        (await desk.OpenAsync("/staff/bacau/moderation?kind=Initiative&in=ro")).ShouldShow("desk.moderation.first");
        (await desk.OpenAsync("/staff/bacau/moderation?in=uk")).ShouldShow("desk.moderation.none-found");
        (await desk.OpenAsync("/staff/bacau/moderation?kind=Nothing&in=%27")).ShouldHaveStatus(HttpStatusCode.OK);

        site.Clock.MoveTo(new DateTime(2026, 12, 4, 9, 0, 0, DateTimeKind.Utc));
        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).ShouldShowText(site.Texts("ro").Count("desk.moderation.late", 2));
    }

    private static async Task NotPublishAsync(Guest moderator, string sentence)
    {
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        await item.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "NotClear").Fill("Input.Sentence", sentence).PressAsync("desk.moderation.decide");
    }
}
