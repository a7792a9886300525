using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using ChildFriendly.Web.Texts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

/// <summary>Two adults at the same thing, a page that was open too long, a button pressed twice.</summary>
public sealed class StaleDeskTests
{
    [Fact]
    public async Task An_answer_that_comes_second_is_refused_with_everything_typed_and_the_same_one_twice_is_one()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var path = $"/staff/bacau/initiatives/{initiative.Number}";
        var first = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync(path);
        var second = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync(path);
        Write(first, "Da, în mai.");
        Write(second, "Da, în iunie.");

        (await first.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        (await first.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        var late = await second.PressAsync("desk.initiatives.answer.send");

        late.ShouldRefuse(InitiativeRules.NotAnswerable);
        Assert.Equal("Da, în iunie.", late.ValueOf("Input.Sentence"));
        Assert.Equal("Da, în mai.", (await site.InDataAsync(db => db.Initiatives.SingleAsync())).Timeline[^1].Sentence);

        static void Write(Page page, string sentence) => page.Choose("Input.Decision", "Accepted").Choose("Input.Reason", "GoodIdea")
            .Fill("Input.Sentence", sentence).Fill("Input.Young", "Da!").Fill("Input.Follows", "Începem în mai.").Fill("Input.Office", "Primăria");
    }

    [Fact]
    public async Task A_vote_is_announced_as_it_was_looked_at_or_not_at_all()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        foreach (var title in new[] { "Una", "Două", "Trei" })
        {
            await site.Given.AcceptedAsync(title: title);
        }

        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync("/staff/bacau/consultations/new");
        form.Fill("Input.Name", "Ce întâi?").Fill("Input.About", "Alegem.").Fill("Input.CanChange", "Ordinea.").Fill("Input.DecisionMaker", "Consiliul Local");
        var preview = await form.Choose("Input.Initiatives", "1").Choose("Input.Initiatives", "2").Choose("Input.Initiatives", "3").PressAsync("form.next");
        var changing = await preview.PressAsync("desk.consultations.new.change");
        Assert.Equal(("Alegem.", 3), (changing.ValueOf("Input.About"), changing.Document.QuerySelectorAll("input[name='Input.Initiatives'][checked]").Length));

        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync(i => i.Number == 2)).PutIntoPlan(Guid.CreateVersion7(), Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var refused = await preview.PressAsync("desk.consultations.new.announce");

        refused.ShouldRefuse(ConsultationRules.NotADraft);
        Assert.Equal("Alegem.", refused.ValueOf("Input.About"));
        Assert.Equal(0, await site.CountAsync<Consultation>());
    }

    [Fact]
    public async Task A_report_on_top_of_a_colleagues_is_shown_first()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var measure = await desk.OpenAsync("/staff/bacau/plan/new");
        measure.Fill("Input.Name", "Lumină").Fill("Input.Text", "T").Fill("Input.Responsible", "S").Fill("Input.DueOn", "2026-09-01").Choose("Input.Goal", "Environment");
        await measure.PressAsync("desk.plan.new.do");
        var first = await desk.OpenAsync("/staff/bacau/plan/1/progress");
        var second = await desk.OpenAsync("/staff/bacau/plan/1/progress");

        (await first.Choose("Input.Stage", "OnTrack").Fill("Input.Text", "Am început.").PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");
        var refused = await second.Choose("Input.Stage", "Stopped").Fill("Input.Text", "Ne oprim.").PressAsync("desk.plan.progress.publish");

        refused.ShouldRefuse(Refusal.ChangedMeanwhile).ShouldShowText("Am început.");
        Assert.Equal("Ne oprim.", refused.ValueOf("Input.Text"));
        (await refused.Choose("Input.Stage", "NotStarted").PressAsync("desk.plan.progress.publish")).ShouldRefuse(MeasureRules.BackToNotStarted);
        (await refused.Choose("Input.Stage", "Stopped").PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");
        var over = await second.Fill("Input.Text", "Și încă.").PressAsync("desk.plan.progress.publish");
        over.ShouldRefuse(MeasureRules.Finished);
        Assert.Equal("Și încă.", over.ValueOf("Input.Text"));
    }

    [Theory]
    [InlineData("/ro/bacau/consultations/1/VOTE")]
    [InlineData("/RO/BACAU/CONSULTATIONS/1/Vote")]
    public async Task An_address_in_capitals_shows_no_ballot_again_either(string path)
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var mark = (await guest.OpenAsync("/ro/bacau/consultations/1/vote")).ValueOf("__for")!;

        var answer = await guest.FetchAsync(path, [new("Input.Chosen", "1"), new("__for", mark)]);

        Assert.DoesNotContain("name=\"Input.Chosen\" value=\"1\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task What_children_selected_waits_for_the_decision_before_the_plan()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var vote = await site.Given.OpenVoteAsync();
        await site.Given.CastAsync(vote, await site.Given.ChildAsync(), "1");
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        var selected = await site.InDataAsync(db => db.Initiatives.SingleAsync(i => i.Stage == InitiativeStage.Selected));
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        Assert.DoesNotContain(selected.Title, (await desk.OpenAsync("/staff/bacau/plan")).Text, StringComparison.Ordinal);
        (await desk.OpenAsync($"/staff/bacau/plan/new?initiative={selected.Number}")).ShouldRefuse(MeasureRules.DecisionComesFirst);
        var decide = await desk.OpenAsync($"/staff/bacau/consultations/{vote.Number}/decide");
        decide.Fill("Input.Heard", "Prima.");
        for (var i = 0; i < 3; i++)
        {
            decide.Choose($"Input.Options[{i}].Decision", i == 2 ? "Declined" : "Accepted").Fill($"Input.Options[{i}].Reason", $"Motivul {i}.");
        }

        (await decide.PressAsync("desk.consultations.decide.publish")).ShouldShow("told.decided");

        Assert.Contains(selected.Title, (await desk.OpenAsync("/staff/bacau/plan")).Text, StringComparison.Ordinal);
        Assert.Contains("Motivul 0.", (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{selected.Number}")).Text, StringComparison.Ordinal);
        Assert.Equal(
            [InitiativeStage.Accepted, InitiativeStage.Declined, InitiativeStage.Selected],
            (await site.InDataAsync(db => db.Initiatives.Select(i => i.Stage).ToListAsync())).Order());
        (await desk.OpenAsync($"/staff/bacau/plan/new?initiative={selected.Number}")).ShouldHaveStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_language_keeps_the_whole_address()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var initiative = await site.Given.AcceptedAsync(title: "Bănci");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = await desk.OpenAsync($"/staff/bacau/plan/new?initiative={initiative.Number}");

        var english = await desk.OpenAsync(page.Document.QuerySelector(".lang-switch a[hreflang=en]")!.GetAttribute("href")!);

        Assert.Equal("Bănci", english.ValueOf("Input.Name"));
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_form_sent_after_signing_out_elsewhere_waits_for_the_same_person()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.CouncilCoordinator);
        var browser = await site.Guest().SignInAsync(person);
        var form = await browser.OpenAsync("/staff/bacau/council/recommendations/new");
        form.Fill("Input.Name", "Lumină pe alei").Fill("Input.Text", "Cerem lumină.").Fill("Input.Addressee", "Consiliul Local");
        await (await browser.OpenAsync("/staff")).PressAsync("staff.leave");

        Assert.Equal("/staff/sign-in", (await form.PressAsync("desk.council.new.send")).Path);
        site.Clock.Move(TimeSpan.FromSeconds(60));
        await browser.SignInAsync(await site.Given.StaffAsync(Role.CouncilCoordinator));
        Assert.DoesNotContain("Cerem lumină.", (await browser.OpenAsync("/staff/resume")).Text, StringComparison.Ordinal);
        await browser.SignInAsync(person);
        var resumed = await browser.OpenAsync("/staff/resume");

        Assert.Contains("Cerem lumină.", resumed.Text, StringComparison.Ordinal);
        (await resumed.PressAsync("problem.stale.send")).ShouldShow("told.recommended");
    }

    [Fact]
    public async Task A_ballot_from_another_childs_page_begins_anew()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var tablet = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var check = await (await tablet.OpenAsync($"/ro/bacau/consultations/{vote.Number}/vote")).Choose("Input.Chosen", "1").PressAsync("form.next");
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
        var second = await site.Given.ChildAsync();
        await tablet.SignInAsync(second.Card, second.Code);

        var anew = await check.PressAsync("consultations.vote.cast");

        Assert.Equal($"/ro/bacau/consultations/{vote.Number}/vote", anew.Path);
        anew.ShouldShow("told.ballot-anew");
        Assert.Empty(anew.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]"));
        Assert.Equal(0, await site.CountAsync<CastBallot>());
    }

    [Fact]
    public async Task What_one_child_typed_is_never_shown_to_the_next_at_the_same_tablet()
    {
        await using var site = await Site.StartAsync();
        var first = await site.Given.ChildAsync();
        await site.Given.DraftAsync(first);
        var tablet = await site.Given.SignedInAsync(first);
        var story = await tablet.OpenAsync("/ro/bacau/initiatives/new/story");
        story.Fill("Input.Text", "Numai pentru mine deocamdată.");
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
        var second = await site.Given.ChildAsync();
        await tablet.SignInAsync(second.Card, second.Code);

        var answer = await story.PressAsync("form.next");

        answer.ShouldHaveStatus(HttpStatusCode.BadRequest);
        Assert.DoesNotContain("Numai pentru mine", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_about_an_idea_that_is_sent_already_stays_on_the_page()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var story = await guest.OpenAsync("/ro/bacau/initiatives/new/story");
        await (await guest.OpenAsync("/ro/bacau/initiatives/new/check")).PressAsync("initiatives.new.send");

        var late = await story.Fill("Input.Text", "Am mai scris ceva.").PressAsync("form.next");

        late.ShouldRefuse(InitiativeRules.NotHereAnyMore);
        Assert.Equal("Am mai scris ceva.", late.ValueOf("Input.Text"));
    }

    [Fact]
    public async Task A_card_pressed_twice_is_inside_and_a_code_is_never_shown_again()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var tablet = site.Guest();
        var page = (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", child.Code);

        Assert.Equal("/ro/bacau", (await page.PressAsync("participation.card.enter")).Path);
        Assert.Equal("/ro/me", (await page.PressAsync("participation.card.enter")).Path);
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
        tablet.Cookies.GetAllCookies().Single(c => c.Name == "cfl-form").Expired = true;
        var anew = await page.PressAsync("participation.card.enter");

        anew.ShouldShow("told.page-anew");
        Assert.DoesNotContain(child.Code, anew.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_typed_where_somebody_else_is_still_inside_does_not_open_their_things()
    {
        await using var site = await Site.StartAsync();
        var (first, second) = (await site.Given.ChildAsync(), await site.Given.ChildAsync());
        var tablet = site.Guest();
        var door = (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", second.Code);
        await tablet.SignInAsync(first.Card, first.Code);

        var anew = await door.PressAsync("participation.card.enter");

        Assert.Equal("/ro/card", anew.Path);
        anew.ShouldShow("told.page-anew");
        var inside = await anew.Fill("Input.Code", second.Code).PressAsync("participation.card.enter");
        inside.ShouldShowText(site.Texts()["told.used-before", ("nickname", site.Services.GetRequiredService<WordLists>().NameOf(second.Participant.Nickname, "ro"))]);
    }

    [Fact]
    public async Task A_desk_signed_in_at_by_somebody_else_is_not_entered_by_a_second_person()
    {
        await using var site = await Site.StartAsync();
        var (first, second) = (await site.Given.StaffAsync(Role.Moderator), await site.Given.StaffAsync(Role.Facilitator));
        var desk = site.Guest();
        var door = (await desk.OpenAsync("/staff/sign-in")).Fill("Input.Email", second.Email).Fill("Input.Password", second.Password).Fill("Input.Code", "123456");
        await desk.SignInAsync(first);

        var anew = await door.PressAsync("staff.sign-in.enter");

        Assert.Equal("/staff/sign-in", anew.Path);
        Assert.Equal("/staff", (await door.Fill("Input.Email", first.Email.ToUpperInvariant()).PressAsync("staff.sign-in.enter")).Path);
    }

    [Fact]
    public async Task Done_in_a_window_that_had_not_noticed_is_done()
    {
        await using var site = await Site.StartAsync();
        var tablet = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var (first, second) = (await tablet.OpenAsync("/ro/me"), await tablet.OpenAsync("/ro/bacau"));
        await first.PressAsync("participation.leave");

        var again = await second.PressAsync("participation.leave");

        again.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("told.left");
    }

    [Theory]
    [InlineData(false, "told.not-sent")]
    [InlineData(true, "told.waits")]
    public async Task A_form_sent_when_its_child_is_not_inside_any_more_says_what_became_of_it(bool byItself, string told)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var tablet = await site.Given.SignedInAsync(child);
        var story = (await tablet.OpenAsync("/ro/bacau/initiatives/new/story")).Fill("Input.Text", "Numai pentru mine deocamdată.");
        if (byItself)
        {
            site.Clock.Move(TimeSpan.FromMinutes(31));
        }
        else
        {
            await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
            await tablet.OpenAsync("/ro");
        }

        var answer = await story.PressAsync("form.next");

        Assert.Equal("/ro/card", answer.Path);
        answer.ShouldShow(told);
    }

    [Fact]
    public async Task What_a_page_sends_by_itself_after_its_child_has_left_says_nothing_to_the_next()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var tablet = await site.Given.SignedInAsync(child);
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
        await tablet.OpenAsync("/ro");

        using var draft = new HttpRequestMessage(HttpMethod.Post, "/ro/bacau/initiatives/new/story") { Content = new FormUrlEncodedContent([new("Input.Text", "Numai pentru mine.")]) };
        draft.Headers.Add("Sec-Fetch-Mode", "cors");
        await tablet.SendAsync(draft);

        Assert.Empty((await tablet.OpenAsync("/ro/card")).Document.QuerySelectorAll("[data-told]"));
    }

    [Fact]
    public async Task A_page_left_by_another_child_says_so_to_whoever_sends_it()
    {
        await using var site = await Site.StartAsync();
        var (first, second, unused) = (await site.Given.ChildAsync(), await site.Given.ChildAsync(), await site.Given.CardAsync());
        await site.Given.DraftAsync(first);
        var tablet = await site.Given.SignedInAsync(first);
        var story = (await tablet.OpenAsync("/ro/bacau/initiatives/new/story")).Fill("Input.Text", "Numai pentru mine deocamdată.");
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");

        await tablet.SignInAsync(second.Card, second.Code);
        (await story.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.not-yours.title").ShouldShow("problem.not-yours.text");
        await (await tablet.OpenAsync("/ro/me")).PressAsync("participation.leave");
        await tablet.SignInAsync(unused.Card, unused.Code);
        var welcome = await story.PressAsync("form.next");

        Assert.Equal("/ro/card/welcome", welcome.Path);
        welcome.ShouldShow("told.not-yours");
    }

    [Fact]
    public async Task A_device_that_keeps_no_cookies_is_told_why_a_right_code_does_not_open_anything()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var tablet = site.Guest();
        tablet.KeepsCookies = false;

        var answer = await (await tablet.OpenAsync("/ro/card?back=%2Fro%2Fme")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");

        answer.ShouldShow("told.no-cookies");
        Assert.Equal("/ro/card", answer.Path);
        (await (await tablet.OpenAsync("/ro/display")).PressAsync("display.save")).ShouldShow("told.no-cookies");
        tablet.KeepsCookies = true;
        await tablet.OpenAsync("/ro/card");
        (await tablet.OpenAsync("/ro/card?no-cookies=1")).ShouldNotShow("told.no-cookies");
    }

    [Fact]
    public async Task Staff_stay_in_their_own_surroundings_when_something_is_not_there()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.Moderator);

        var page = await desk.OpenAsync("/staff/bacau/moderation/00000000-0000-0000-0000-000000000001");

        page.ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow("problem.staff-home");
        Assert.True(page.HasButton("staff.leave"));
        Assert.Null(page.Document.QuerySelector(".read-aloud"));
    }
}
