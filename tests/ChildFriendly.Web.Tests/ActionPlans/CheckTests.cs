using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>Children check what the town hall reports.</summary>
public sealed class CheckTests
{
    private const string Shown = "/ro/bacau/plan/measures/1";

    [Fact]
    public async Task A_child_says_what_it_sees_once_and_may_change_it()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        (await (await child.OpenAsync(Shown)).ShouldShow("plan.check.nobody").PressAsync("plan.check.CannotSee")).ShouldShow("told.checked");
        (await (await child.OpenAsync(Shown)).PressAsync("plan.check.CanSee")).ShouldShow("told.checked");

        Assert.Equal([CheckAnswer.CanSee], await site.InDataAsync(db => db.MeasureChecks.Select(c => c.Answer).ToListAsync()));
        (await site.Guest().OpenAsync(Shown)).ShouldShowText(site.Texts().Count("plan.check.children", 1)).ShouldShow("plan.check.sign-in");
        (await child.OpenAsync("/ro/me/data")).ShouldShow("me.checks").ShouldShow("plan.check.CanSee");
    }

    [Fact]
    public async Task What_has_not_begun_or_is_elsewhere_is_not_checked()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.NotStarted);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        (await child.OpenAsync(Shown)).ShouldNotShow("plan.check.title");
        (await child.OpenAsync($"{Shown}/check")).ShouldShow("plan.check.nothing-reported").ShouldNotShow("plan.check.CanSee");
        (await child.OpenAsync("/ro/bacau/plan/measures/9/check")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_too_many_cannot_see_it_the_town_hall_owes_an_answer_and_the_next_report_is_it()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.CheckedAsync(1, CheckAnswer.CannotSee, 4);
        (await site.Guest().OpenAsync(Shown)).ShouldNotShow("plan.doubted");
        await site.Given.CheckedAsync(1, CheckAnswer.NotWhatWeAsked, 1);

        var due = site.Texts().Date(RomanianTime.DateOf(site.Clock.Now).AddDays(CheckRules.DaysToAnswer));
        (await site.Guest().OpenAsync(Shown)).ShouldShowText(site.Texts()["plan.check.asked", ("date", due)]);
        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.doubted");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var measure = await desk.OpenAsync("/staff/bacau/plan/1");
        measure.ShouldShowText(site.Texts()["desk.plan.doubted", ("date", due)]);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await (await measure.FollowAsync("desk.plan.report")).Choose("Input.Stage", "OnTrack").Fill("Input.Text", "E în curtea din spate.").PressAsync("desk.plan.progress.publish");

        (await site.Guest().OpenAsync(Shown)).ShouldNotShow("plan.doubted").ShouldShowText("E în curtea din spate.");
        await site.RunJobAsync<ReadChecks>();
        Assert.Null(await site.InDataAsync(db => db.Measures.Select(m => m.DoubtedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_doubt_that_nobody_answers_stands_on_the_town_s_page_with_its_days()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.CheckedAsync(1, CheckAnswer.CannotSee, 5);
        site.Clock.Move(TimeSpan.FromDays(CheckRules.DaysToAnswer));
        (await site.Guest().OpenAsync("/ro/bacau")).ShouldNotShow("locality.late");

        site.Clock.Move(TimeSpan.FromDays(2));

        (await site.Guest().OpenAsync("/ro/bacau?fresh")).ShouldShow("locality.late").ShouldShowText(site.Texts().Count("overdue.answer", 2));
    }

    [Fact]
    public async Task What_is_done_and_not_seen_goes_on_with_its_idea_and_is_confirmed_only_by_children()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.MeasureAsync(MeasureStage.Done, withIdea: true);
        await site.Given.CheckedAsync(1, CheckAnswer.CannotSee, 5);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        await (await desk.OpenAsync("/staff/bacau/plan/1/progress")).Choose("Input.Stage", "OnTrack").Fill("Input.Text", "Lipsesc două bănci.").PressAsync("desk.plan.progress.publish");
        Assert.Equal(InitiativeStage.InProgress, await StageAsync(site, idea!));
        await (await desk.OpenAsync("/staff/bacau/plan/1/progress")).Choose("Input.Stage", "Done").Fill("Input.Text", "Sunt toate.").PressAsync("desk.plan.progress.publish");
        await site.Given.CheckedAsync(1, CheckAnswer.CanSee, 5);

        Assert.Equal(InitiativeStage.ConfirmedByChildren, await StageAsync(site, idea!));
        (await desk.OpenAsync("/staff/bacau/plan/1/progress")).ShouldShow("plan.progress.finished");
    }

    [Fact]
    public async Task Words_beside_a_check_are_moderated_and_need_the_check_first()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        (await child.OpenAsync($"{Shown}/check/words")).ShouldShow("plan.check.first");

        var words = await (await (await child.OpenAsync(Shown)).PressAsync("plan.check.CanSee")).FollowAsync("plan.check.words.link");
        (await words.Fill("Input.Text", "Sunt <b>două</b> bănci.").PressAsync("initiatives.support.why.send")).ShouldShow("told.why-sent").ShouldNotShowText("două");
        var id = await site.InDataAsync(db => db.ModerationCases.Where(c => c.SubjectKind == ModerationSubject.MeasureCheck).Select(c => c.Id).SingleAsync());
        var item = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{id}");
        await item.ShouldShow("desk.moderation.kind.MeasureCheck").ShouldShow("desk.moderation.beside").Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");

        (await site.Guest().OpenAsync(Shown)).ShouldShow("plan.check.said").ShouldShowText("Sunt <b>două</b> bănci.");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.remark.Published");
    }

    private static Task<InitiativeStage> StageAsync(Site site, Initiative idea) => site.InDataAsync(db => db.Initiatives.Where(i => i.Id == idea.Id).Select(i => i.Stage).SingleAsync());
}
