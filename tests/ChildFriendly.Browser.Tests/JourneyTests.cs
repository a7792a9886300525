using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

public sealed class JourneyTests(Chromium chromium)
{
    private const string Idea = "Bănci la umbră în curtea școlii";

    [Theory]
    [InlineData("ro", false, false)]
    [InlineData("en", true, true)]
    public async Task The_whole_chain_from_a_childs_words_to_a_thing_that_children_have_seen(string lang, bool script, bool keyboard)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.PlanAsync();
        await site.Given.AcceptedAsync(title: "Cișmea în parc");
        var (_, code) = await site.Given.CardAsync();
        await using var child = await Person.AtAsync(chromium, site, lang, script, keyboard: keyboard);
        await using var moderator = await Person.AtAsync(chromium, site, "ro", script, keyboard: keyboard);
        await using var staff = await Person.AtAsync(chromium, site, "ro", script, keyboard: keyboard);
        await using var coordinator = await Person.AtAsync(chromium, site, "ro", script, keyboard: keyboard);

        // A child comes with a new card and proposes.
        await child.SignInAsync(code.ToLowerInvariant());
        await child.SeesAsync("participation.welcome.title");
        await child.PressAsync("participation.welcome.begin");
        await child.PressAsync("form.next");
        await child.SeesAsync("participation.welcome.nickname.required");
        await child.ChooseAsync(await child.Page.Locator(".choice-title").First.InnerTextAsync());
        await child.PressAsync("form.next");
        await child.ChooseAsync(child["avatar.rocket"]);
        await child.PressAsync("participation.welcome.done");
        await child.FollowAsync("initiatives.new.link");
        await child.PressAsync("form.next");
        await child.SeesAsync("initiatives.new.goal.required");
        await child.ChooseAsync(child["goal.Services"]);
        await child.PressAsync("form.next");
        await child.PressAsync("form.next");
        await child.SeesAsync("initiatives.new.title.required");
        await child.FillAsync("initiatives.new.title", Idea);
        await child.FillAsync("initiatives.new.text", "În pauze stăm în soare și nu avem unde să ne așezăm.");
        await child.PressAsync("form.next");
        await child.FillAsync("initiatives.new.place-name", "Curtea școlii");
        await child.PressAsync("form.next");
        await child.FillAsync("initiatives.new.helps", "toți elevii");
        await child.PressAsync("form.next");
        await child.SeesAsync("media.title");
        await child.PressAsync("form.next");
        await child.SeesTextAsync(Idea);
        await child.PressAsync("initiatives.new.send");
        await child.SeesAsync("initiatives.sent.title");

        // A moderator asks, the child answers, the moderator publishes.
        await moderator.SignInAsync(await site.Given.StaffAsync(Role.Moderator));
        await moderator.FollowAsync("staff.desk.moderation");
        await moderator.FollowAsync("desk.moderation.first");
        await moderator.ChooseAsync(moderator["desk.moderation.decision.SentBack"]);
        await moderator.FillAsync("desk.moderation.question", "Câte bănci ar fi de ajuns?");
        await moderator.PressAsync("desk.moderation.decide");
        await child.FollowAsync("me.title");
        await child.SeesAsync("me.stage.SentBack");
        await child.FollowTextAsync(Idea);
        await child.SeesTextAsync("Câte bănci ar fi de ajuns?");
        await child.FollowAsync("initiatives.change");
        await child.FillAsync("initiatives.new.text", "În pauze stăm în soare. Ajung patru bănci sub copaci.");
        for (var step = 0; step < 4; step++)
        {
            await child.PressAsync("form.next");
        }

        await child.PressAsync("initiatives.new.send");
        await moderator.OpenAsync("/staff/bacau/moderation");
        await moderator.FollowAsync("desk.moderation.first");
        await moderator.ChooseAsync(moderator["desk.moderation.decision.Published"]);
        await moderator.PressAsync("desk.moderation.decide");
        await moderator.SeesAsync("desk.moderation.empty");

        // Another child supports it; the town hall accepts it.
        var friend = await site.Given.ChildAsync();
        await using var other = await Person.AtAsync(chromium, site, lang, script, width: 320);
        await other.SignInAsync(friend.Code);
        await other.FollowTextAsync(Idea);
        await other.PressAsync("initiatives.support.do");
        await other.SeesAsync("told.supported");
        await staff.SignInAsync(await site.Given.StaffAsync(Role.CouncilStaff));
        await staff.FollowAsync("staff.desk.initiatives");
        await staff.FollowTextAsync(Idea);
        await staff.PressAsync("desk.initiatives.take-up");
        await staff.ChooseAsync(staff["stage.Decision.Accepted"]);
        await staff.ChooseAsync(staff["initiatives.reason.GoodIdea"]);
        await staff.FillAsync("desk.initiatives.answer.sentence", "Ne place. O punem la vot în martie.");
        await staff.FillAsync("desk.answer.young", "Ne place! Votăm în martie.");
        await staff.FillAsync("desk.answer.follows", "Copiii votează în martie.");
        await staff.FillAsync("desk.initiatives.answer.office", "Serviciul Parcuri");
        await staff.PressAsync("desk.initiatives.answer.send");
        await child.FollowAsync("me.title");
        await child.FollowTextAsync(Idea);
        await child.SeesTextAsync("Ne place. O punem la vot în martie.");

        // It goes to a vote.
        await staff.OpenAsync("/staff/bacau/consultations/new");
        await staff.FillAsync("desk.consultations.new.name", "Ce facem întâi?");
        await staff.FillAsync("desk.consultations.new.about", "Alegem împreună. Sunt bani pentru **o** idee.");
        await staff.FillAsync("consultations.decision-maker", "Consiliul Local");
        await staff.FillAsync("consultations.can-change", "Ordinea în care se fac.");
        await staff.ChooseAsync(Idea);
        await staff.ChooseAsync("Cișmea în parc");
        await staff.PressAsync("form.next");
        await staff.PressAsync("desk.consultations.new.announce");
        await staff.SeesAsync("told.announced");
        await site.RunJobsAsync();
        await child.OpenAsync($"/{lang}/bacau/consultations/1");
        await child.SeesAsync("stage.ConsultationStage.Announced");
        var vote = await site.InDataAsync(db => db.Consultations.SingleAsync());
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        await other.SignInAsync(friend.Code);
        await other.FollowAsync("section.consultations");
        await other.FollowTextAsync("Ce facem întâi?");
        await other.FollowAsync("consultations.vote.link");
        await other.PressAsync("form.next");
        await other.SeesAsync("consultations.vote.nothing-chosen");
        await other.ChooseAsync(Idea);
        await other.PressAsync("form.next");
        await other.PressAsync("consultations.vote.cast");
        await other.SeesAsync("consultations.voted.title");
        var words = await other.Page.Locator(".receipt").InnerTextAsync();
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        await child.OpenAsync($"/{lang}/bacau/consultations/1/results");
        await child.SeesTextAsync(Idea);
        await child.UnfoldAsync("consultations.fair");
        await child.FollowAsync("consultations.receipts.link");
        await child.SeesTextAsync(words.Trim());

        // The town hall decides, with reasons, puts it into the plan and reports.
        await staff.SignInAsync(await site.Given.StaffAsync(Role.CouncilStaff));
        await staff.FollowAsync("staff.desk.consultations");
        await staff.FollowAsync("desk.consultations.decide.link");
        await staff.FillAsync("desk.consultations.decide.heard", "Vreți umbră în curtea școlii.");
        var decisions = staff.Page.Locator("fieldset", new() { HasText = staff["desk.initiatives.answer.decision"] });
        await decisions.Nth(0).Locator("label", new() { HasText = staff["stage.Decision.Accepted"] }).First.ClickAsync();
        await decisions.Nth(1).Locator("label", new() { HasText = staff["stage.Decision.NotNow"] }).First.ClickAsync();
        await staff.Page.GetByLabel(staff["desk.consultations.decide.reason"]).Nth(0).FillAsync("Punem patru bănci în mai.");
        await staff.Page.GetByLabel(staff["desk.consultations.decide.reason"]).Nth(1).FillAsync("Nu ajung banii anul acesta.");
        await staff.PressAsync("desk.consultations.decide.publish");
        await staff.OpenAsync("/staff/bacau/plan");
        await staff.FollowTextAsync(Idea);
        await staff.FillAsync("desk.plan.new.text", "Patru bănci sub copaci.");
        await staff.FillAsync("plan.responsible", "Serviciul Parcuri");
        await staff.FillAsync("plan.due-on", "2026-06-01");
        await staff.PressAsync("desk.plan.new.do");
        foreach (var (stage, text) in new[] { ("OnTrack", "Am comandat băncile."), ("Done", "Băncile sunt montate.") })
        {
            await staff.FollowAsync("desk.plan.report");
            await staff.ChooseAsync(staff[$"stage.MeasureStage.{stage}"]);
            await staff.FillAsync("desk.plan.progress.text", text);
            await staff.PressAsync("desk.plan.progress.publish");
        }

        // Children went and saw it; everybody can read all of it.
        await coordinator.SignInAsync(await site.Given.StaffAsync(Role.CouncilCoordinator));
        await coordinator.FollowAsync("staff.desk.council");
        await coordinator.FollowTextAsync(Idea);
        await site.Given.CheckedAsync(measure: 1, CheckAnswer.CanSee, CheckRules.Fewest - 1);
        await child.SignInAsync(code);
        await child.OpenAsync($"/{lang}/bacau/plan/measures/1");
        await child.PressAsync("plan.check.CanSee");
        await child.SeesAsync("told.checked");
        await site.RunJobAsync<ReadChecks>();
        await using var parent = await Person.AtAsync(chromium, site, lang, script, width: 320);
        await parent.OpenAsync($"/{lang}/bacau/plan");
        await parent.FollowTextAsync(Idea);
        await parent.SeesTextAsync("Băncile sunt montate.");
        await parent.FollowTextAsync(Idea);
        await parent.SeesAsync("stage.InitiativeStage.ConfirmedByChildren");
    }

    [Theory]
    [InlineData("ro", false)]
    [InlineData("en", true)]
    public async Task A_draft_plan_is_debated_answered_adopted_and_compared(string lang, bool script)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.DebateAsync(isCouncilDecision: true);
        var someone = await site.Given.ChildAsync(band: AgeBand.From6To10);
        await using var child = await Person.AtAsync(chromium, site, lang, script, width: 320);
        await using var moderator = await Person.AtAsync(chromium, site, lang, script, width: 1280);
        await using var staff = await Person.AtAsync(chromium, site, lang, script, width: 1280);

        // A child says what it thinks, and what would be better.
        await child.SignInAsync(someone.Code);
        await child.OpenAsync($"/{lang}/bacau");
        await child.FollowAsync("plan.debate.link");
        await child.FollowTextAsync($"{Given.HostileTitle} 1");
        await child.PressAsync("plan.face.Unsure");
        await child.SeesAsync("told.reacted");
        await child.FollowAsync("plan.debate.better");
        await child.FillAsync("plan.debate.better.text", "Și un coș de gunoi lângă ele.");
        await child.PressAsync("initiatives.support.why.send");
        await child.SeesAsync("told.proposal-sent");
        await moderator.SignInAsync(await site.Given.StaffAsync(Role.Moderator));
        await moderator.FollowAsync("staff.desk.moderation");
        await moderator.FollowAsync("desk.moderation.first");
        await moderator.ChooseAsync(moderator["desk.moderation.decision.Published"]);
        await moderator.PressAsync("desk.moderation.decide");

        // The last day is over: the town hall answers, and only then adopts.
        site.Clock.Move(TimeSpan.FromDays(15));
        await staff.SignInAsync(await site.Given.StaffAsync(Role.CouncilStaff));
        await staff.FollowAsync("staff.desk.plan");
        await staff.FollowAsync("desk.plan.adopt.title");
        await staff.SeesTextAsync("Și un coș de gunoi lângă ele");
        await staff.FollowAsync("desk.plan.proposals.title");
        await staff.ChooseAsync("Și un coș de gunoi lângă ele.");
        await staff.PressAsync("desk.plan.proposals.answer");
        await staff.ChooseAsync(staff["stage.ProposalOutcome.TakenUp"]);
        await staff.FillAsync("desk.plan.outcome.reason", "Punem un coș la fiecare bancă.");
        await staff.FillAsync("desk.answer.young", "Punem coșuri.");
        await staff.FillAsync("desk.initiatives.answer.office", "Serviciul Parcuri");
        await staff.PressAsync("desk.plan.outcome.do");
        await staff.SeesAsync("plan.debate.all-answered");
        await staff.OpenAsync("/staff/bacau/plan/1/edit");
        await staff.FillAsync("desk.plan.new.text", "Punem bănci și coșuri.");
        await staff.PressAsync("desk.plan.save");
        await staff.OpenAsync("/staff/bacau/plan/adopt");
        await staff.FillAsync("desk.plan.adopt.number", "12");
        await staff.FillAsync("desk.plan.adopt.on", "2026-03-19");
        await staff.FillAsync("desk.plan.adopt.link", "https://example.org/hcl/12");
        await staff.PressAsync("desk.plan.adopt.do");
        await staff.PressAsync("desk.plan.begin.do");
        await staff.SeesAsync("told.plan-begun");

        // The child reads the answer, and everybody what has changed.
        await child.SignInAsync(someone.Code);
        await child.OpenAsync($"/{lang}/me");
        await child.SeesTextAsync("Punem coșuri.");
        await using var parent = await Person.AtAsync(chromium, site, lang, script, width: 320);
        await parent.OpenAsync($"/{lang}/bacau/plan");
        await parent.FollowAsync("plan.versions.title");
        await parent.Page.GetByRole(AriaRole.Link, new() { Name = site.Texts(lang)["plan.versions.compare", ("number", 1)] }).ClickAsync();
        await parent.SeesAsync("plan.compare.now");
        Assert.Equal("Punem bănci și coșuri.", await parent.Page.Locator("ins").InnerTextAsync());
    }

    [Fact]
    public async Task Without_a_mouse_a_child_signs_in_and_votes()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        await using var person = await Person.AtAsync(chromium, site, script: true, width: 320);
        var keys = person.Page.Keyboard;

        await person.OpenAsync("/ro/card?back=%2Fro%2Fbacau%2Fconsultations%2F1%2Fvote");
        await keys.PressAsync("Tab");
        Assert.Equal(person["site.skip"], await Focused(person));
        await keys.PressAsync("Enter");
        await TabToAsync(person, person["participation.card.code"]);
        await keys.TypeAsync(child.Code);
        await keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = person["consultations.vote.title"] }).WaitForAsync();
        await person.LookAsync();
        await TabToAsync(person, Given.HostileTitle);
        await keys.PressAsync("Space");
        await TabToAsync(person, person["form.next"]);
        await keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = person["consultations.vote.check"] }).WaitForAsync();
        await TabToAsync(person, person["consultations.vote.cast"]);
        await keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = person["consultations.voted.title"] }).WaitForAsync();
        await person.SeesAsync("consultations.voted.title");

        Assert.Equal(1, await site.CountAsync<Core.Consultations.CastBallot>());
    }

    private static Task<string> Focused(Person person) => person.Page.EvaluateAsync<string>(
        "(() => { const e = document.activeElement; const l = e.labels && e.labels[0]; return (l ? l.innerText : e.matches('a, button') ? e.innerText : '').trim(); })()");

    private static async Task TabToAsync(Person person, string words)
    {
        for (var i = 0; i < 40; i++)
        {
            if ((await Focused(person)).Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach '{words}'.");
    }
}
