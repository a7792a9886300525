using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>A draft plan in public debate: what children say to it, what is answered, and when it can be adopted.</summary>
public sealed class DebateTests
{
    private const string Shown = "/ro/bacau/plan/measures/1";
    private static readonly TimeSpan UntilTheEnd = TimeSpan.FromDays(15);

    [Fact]
    public async Task A_draft_is_nobodys_until_it_is_put_up_for_debate_with_the_dates_of_the_law()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var start = await desk.OpenAsync("/staff/bacau/plan/start");
        await start.Fill("Input.Name", "Planul 2026–2028").Fill("Input.Summary", "Pe scurt.").Choose("Input.IsAdopted", "False").PressAsync("desk.plan.start.do");
        (await desk.OpenAsync("/staff/bacau/plan/debate")).ShouldShow("desk.plan.debate.nothing-to-debate");
        (await desk.OpenAsync("/staff/bacau/plan/adopt")).ShouldShow("desk.plan.adopt.debate-comes-first");
        await (await desk.OpenAsync("/staff/bacau/plan/new")).Fill("Input.Name", "Bănci").Fill("Input.Text", "Punem bănci.").Choose("Input.Goal", "Play")
            .Fill("Input.Responsible", "Serviciul Parcuri").Fill("Input.DueOn", "2026-12-01").PressAsync("desk.plan.new.do");
        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.none");
        (await site.Guest().OpenAsync(Shown)).ShouldHaveStatus(HttpStatusCode.NotFound);

        var form = await desk.OpenAsync("/staff/bacau/plan/debate");
        Assert.Equal("2026-03-18", form.ValueOf("Input.Until"));
        form.Choose("Input.IsCouncilDecision", "True");
        (await form.Fill("Input.Until", "2026-03-13").PressAsync("desk.plan.debate.open")).ShouldRefuse(DebateRules.TooShort);
        (await form.Fill("Input.Until", "2026-03-14").PressAsync("desk.plan.debate.open")).ShouldShow("told.debate-opened").ShouldShowText("17 aprilie 2026");
        (await form.PressAsync("desk.plan.debate.open")).ShouldShow("told.debate-opened");

        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.debate.how").ShouldShow("plan.law.source").ShouldShowText("17 aprilie 2026").ShouldShowText("14 martie 2026");
        (await site.Guest().OpenAsync(Shown)).ShouldShow("plan.debate.sign-in");
        Assert.Equal(1, await site.CountAsync<PlanVersion>());
        await site.ShouldHaveAuditedAsync<DebateOpened>(await site.InDataAsync(db => db.ActionPlans.Select(p => p.Id).SingleAsync()), byRole: Role.CouncilStaff);
    }

    [Fact]
    public async Task A_child_chooses_one_face_and_changes_it_and_nobody_sees_how_many_before_the_end()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        (await (await child.OpenAsync(Shown)).PressAsync("plan.face.NotGood")).ShouldShow("told.reacted");
        (await (await child.OpenAsync(Shown)).PressAsync("plan.face.Good")).ShouldShow("told.reacted");
        Assert.Equal([DebateFace.Good], await site.InDataAsync(db => db.DebateReactions.Select(r => r.Face).ToListAsync()));
        (await site.Guest().OpenAsync(Shown)).ShouldShow("plan.debate.counted-later").ShouldNotShowText(site.Texts().Count("plan.check.children", 1));
        (await child.OpenAsync("/ro/me/data")).ShouldShow("me.reactions").ShouldShow("plan.face.Good");

        var late = await child.OpenAsync($"{Shown}/debate");
        site.Clock.MoveTo(new DateTime(2026, 3, 18, 21, 59, 59, DateTimeKind.Utc));
        child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        late = await child.OpenAsync($"{Shown}/debate");
        site.Clock.Move(TimeSpan.FromSeconds(1));
        (await late.PressAsync("plan.face.Unsure")).ShouldRefuse(DebateRules.NotOpen);
        (await site.Guest().OpenAsync(Shown)).ShouldNotShow("plan.debate.counted-later").ShouldShowText(site.Texts().Count("plan.check.children", 1));
    }

    [Fact]
    public async Task What_would_be_better_is_read_first_and_answered_before_the_plan_is_adopted()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync(isCouncilDecision: true);
        var someone = await site.Given.ChildAsync();
        var child = await site.Given.SignedInAsync(someone);
        var words = await (await child.OpenAsync(Shown)).FollowAsync("plan.debate.better");
        (await words.ShouldShow("plan.debate.words.explain").Fill("Input.Text", "Și un <b>coș</b> de gunoi.").PressAsync("initiatives.support.why.send")).ShouldShow("told.proposal-sent").ShouldNotShowText("coș");
        var id = await site.InDataAsync(db => db.ModerationCases.Where(c => c.SubjectKind == ModerationSubject.DebateProposal).Select(c => c.Id).SingleAsync());
        site.Clock.Move(UntilTheEnd);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync("/staff/bacau/plan/adopt")).ShouldShowText(site.Texts().Count("desk.plan.adopt.being-checked", 1));

        var item = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{id}");
        await item.ShouldShow("desk.moderation.kind.DebateProposal").ShouldShow("desk.moderation.beside").Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        (await site.Guest().OpenAsync(Shown)).ShouldShowText("Și un <b>coș</b> de gunoi.");
        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShowText(site.Texts().Count("plan.debate.left", 1));
        (await desk.OpenAsync("/staff/bacau/plan/adopt")).ShouldShowText(site.Texts().Count("desk.plan.adopt.unanswered", 1)).ShouldShowText("Și un <b>coș</b> de gunoi").ShouldNotShow("desk.plan.adopt.do");

        var proposals = await desk.OpenAsync("/staff/bacau/plan/proposals");
        var remark = await site.InDataAsync(db => db.Remarks.Select(r => r.Id).SingleAsync());
        var answer = await proposals.Choose("chosen", remark.ToString()).PressAsync("desk.plan.proposals.answer");
        (await answer.PressAsync("desk.plan.outcome.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.plan.outcome.required");
        answer.Choose("Input.Outcome", "TakenUp").Fill("Input.Reason", "Punem două coșuri lângă bănci.").Fill("Input.Young", "Punem coșuri.").Fill("Input.Office", "Serviciul Parcuri");
        (await answer.PressAsync("desk.plan.outcome.do")).ShouldShow("told.answered").ShouldShow("plan.debate.all-answered");
        (await answer.PressAsync("desk.plan.outcome.do")).ShouldShow("told.answered");
        Assert.Equal(1, await site.CountAsync<DebateAnswer>());

        (await site.Guest().OpenAsync(Shown)).ShouldShowText("Punem două coșuri lângă bănci.");
        (await (await site.Given.SignedInAsync(someone)).OpenAsync("/ro/me")).ShouldShow("me.proposal.Published").ShouldShowText("Punem două coșuri lângă bănci.");
        await AdoptAsync(site, desk);
    }

    [Fact]
    public async Task What_came_on_paper_stands_beside_the_measure_and_is_answered_together_with_what_is_alike()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync(measures: 2);
        await site.Given.ProposalAsync(await site.Given.ChildAsync(), measure: null);
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var note = await (await facilitator.OpenAsync("/staff/bacau/focus-groups")).FollowAsync("desk.plan.note.title");
        note.Fill("Input.Gist", "Mai multă umbră.").Fill("Input.People", "0").Choose("Input.Source", "FocusGroup").Choose("Input.Measure", "2");
        (await note.PressAsync("desk.plan.note.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await note.Fill("Input.People", "24").PressAsync("desk.plan.note.do")).ShouldShow("told.proposal-noted");
        (await note.PressAsync("desk.plan.note.do")).ShouldShow("told.proposal-noted");
        Assert.Equal(1, await site.CountAsync<NotedProposal>());
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/2")).ShouldNotShowText("Mai multă umbră.");
        await ModerateAsync(site, "Published");
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/2?fresh")).ShouldShowText("Mai multă umbră.").ShouldShow("plan.proposal.source.FocusGroup").ShouldShowText(site.Texts().Count("plan.check.children", 24));
        (await site.Guest().OpenAsync(Shown)).ShouldNotShowText("Mai multă umbră.");
        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.debate.missing.said");

        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync("/staff/bacau/plan/proposals")).ShouldShow("desk.plan.debate.still-open").ShouldNotShow("desk.plan.proposals.together");
        site.Clock.Move(UntilTheEnd);
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var proposals = await desk.OpenAsync("/staff/bacau/plan/proposals");
        (await proposals.PressAsync("desk.plan.proposals.answer")).ShouldShow("desk.plan.debate.nothing-chosen");
        foreach (var id in await site.InDataAsync(async db => (await db.Remarks.Select(r => r.Id).ToListAsync()).Concat(await db.NotedProposals.Select(n => n.Id).ToListAsync()).ToList()))
        {
            proposals.Choose("chosen", id.ToString());
        }

        var answer = await proposals.PressAsync("desk.plan.proposals.answer");
        await answer.Choose("Input.Outcome", "NotTakenUp").Fill("Input.Reason", "Copacii de acolo sunt bolnavi.").Fill("Input.Young", "Copacii sunt bolnavi.").Fill("Input.Office", "Serviciul Parcuri").PressAsync("desk.plan.outcome.do");
        Assert.Equal(2, await site.InDataAsync(db => db.DebateAnswers.SelectMany(a => a.Proposals).CountAsync()));
        (await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync("/staff/bacau/plan/proposals")).ShouldHaveStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task While_it_is_debated_the_text_stands()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync("/staff/bacau/plan/new")).ShouldRefuse(DebateRules.TextStands);
        var edit = await desk.OpenAsync("/staff/bacau/plan/1/edit");
        (await edit.Fill("Input.Text", "Altceva.").PressAsync("desk.plan.save")).ShouldRefuse(DebateRules.TextStands);

        site.Clock.Move(UntilTheEnd);
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        edit = await desk.OpenAsync("/staff/bacau/plan/1/edit");
        (await edit.Fill("Input.Text", "Altceva.").PressAsync("desk.plan.save")).ShouldShow("told.measure-revised");
    }

    [Fact]
    public async Task The_decision_needs_its_number_its_day_and_a_link_that_leads_somewhere_safe()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync(isCouncilDecision: true);
        site.Clock.Move(UntilTheEnd);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync("/staff/bacau/plan/adopt");
        form.ShouldShowText(site.Texts()["desk.plan.adopt.early", ("date", "17 aprilie 2026")]);
        (await form.PressAsync("desk.plan.adopt.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        form.Fill("Input.DecisionNumber", "12").Fill("Input.DecidedOn", "2026-03-19");
        foreach (var wrong in new[] { "http://example.org/", "javascript:alert(1)", "//example.org/", "/\\example.org", "example.org", "/", "https://exa mple.org" })
        {
            (await form.Fill("Input.DecisionLink", wrong).PressAsync("desk.plan.adopt.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.plan.adopt.link.invalid");
        }

        form.Fill("Input.DecisionLink", "/ro/pages/rights");
        (await form.Fill("Input.DecidedOn", "2026-03-18").PressAsync("desk.plan.adopt.do")).ShouldRefuse(DebateRules.DecidedBeforeTheEnd);
        (await form.Fill("Input.DecidedOn", "2026-03-20").PressAsync("desk.plan.adopt.do")).ShouldRefuse(DebateRules.DecidedInTheFuture);
        await AdoptAsync(site, desk);
    }

    [Fact]
    public async Task A_child_who_leaves_takes_their_words_along_and_leaves_a_face_without_a_name()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var someone = await site.Given.ChildAsync();
        await site.Given.ProposalAsync(someone);
        var child = await site.Given.SignedInAsync(someone);
        await (await child.OpenAsync(Shown)).PressAsync("plan.face.Unsure");

        await site.InDataAsync(db => db.EndAsync(someone.Participant.Id, keepsIdeas: false, Actor.Child, site.Clock.Now));

        Assert.Equal(0, await site.CountAsync<Remark>());
        Assert.Equal([null], await site.InDataAsync(db => db.DebateReactions.Select(r => r.ParticipantId).ToListAsync()));
    }

    [Fact]
    public async Task A_moderators_question_can_be_answered_after_the_end_and_what_readers_report_waits()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var (first, second) = (await site.Given.ChildAsync(), await site.Given.ChildAsync());
        var reported = await site.Given.ProposalAsync(first);
        await site.InDataAsync(async db =>
        {
            var measure = await db.Measures.Select(m => m.Id).SingleAsync();
            var sent = Remark.Of(ModerationSubject.DebateProposal, measure, second.Participant, "ro", "Aia nu.");
            sent.SendBack("Ce anume?", null, Given.Moderator, site.Clock.Now);
            db.Add(sent);
            return await db.SaveChangesAsync();
        });
        var report = await site.Guest().OpenAsync($"/ro/bacau/words/{reported.Id}/report");
        await report.Choose("Input.Reason", "SomebodysData").PressAsync("moderation.report.do");
        site.Clock.Move(UntilTheEnd);

        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync("/staff/bacau/plan/adopt")).ShouldShowText(site.Texts().Count("desk.plan.adopt.being-checked", 1));
        (await site.Guest().OpenAsync(Shown)).ShouldShow("plan.debate.nobody");
        var words = await (await site.Given.SignedInAsync(second)).OpenAsync($"{Shown}/debate/words");
        (await words.ShouldShowText("Ce anume?").Fill("Input.Text", "Banca din colț.").PressAsync("initiatives.support.why.send")).ShouldShow("told.proposal-sent");
        (await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).OpenAsync($"{Shown}/debate/words")).ShouldShow("plan.debate.not-open");
    }

    [Fact]
    public async Task Nothing_of_a_draft_shows_through_elsewhere_and_its_debate_is_news()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.AcceptedAsync();
        await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var plan = ActionPlan.Draft(here.Id, "Planul 2026–2028", "Pe scurt.", 2026, 2028);
            var found = await db.Initiatives.SingleAsync(i => i.Id == idea.Id);
            var measure = Measure.Include(
                plan, 1, new MeasureSheet("Încă nimeni nu știe", GoalArea.Play, null, "Punem bănci.", "", "Serviciul Parcuri", "", "", new DateOnly(2027, 1, 1)), null, idea.Id, Given.CouncilStaff, site.Clock.Now);
            found.PutIntoPlan(measure.Id, Given.CouncilStaff, site.Clock.Now);
            measure.Report(found, MeasureStage.OnTrack, "Am început.", "Serviciul Parcuri", Given.CouncilStaff, site.Clock.Now);
            db.AddRange(plan, measure);
            return await db.SaveChangesAsync();
        });
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        (await site.Guest().OpenAsync("/ro/bacau/news")).ShouldNotShowText("Încă nimeni nu știe");
        Assert.Null((await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Document.QuerySelector("a[href$='/plan/measures/1']"));
        foreach (var path in new[] { "check", "check/words", "debate", "debate/words" })
        {
            (await child.OpenAsync($"{Shown}/{path}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        }

        await (await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync("/staff/bacau/plan/debate")).Choose("Input.IsCouncilDecision", "False").PressAsync("desk.plan.debate.open");
        (await site.Guest().OpenAsync("/ro/bacau/news")).ShouldShow("stage.ActionPlanStage.PublicDebate");
        (await site.Guest().OpenAsync("/ro/bacau")).ShouldShow("plan.debate.link");
        Assert.NotNull((await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Document.QuerySelector("a[href$='/plan/measures/1']"));
    }

    [Fact]
    public async Task What_was_noted_by_mistake_goes_and_a_wrong_answer_is_corrected_in_the_open()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        foreach (var gist in new[] { "Mai multă umbră.", "Un robinet." })
        {
            await (await facilitator.OpenAsync("/staff/bacau/plan/proposals/new")).Fill("Input.Gist", gist).Fill("Input.People", "12").Choose("Input.Source", "Paper").Choose("Input.Measure", "1").PressAsync("desk.plan.note.do");
        }

        var note = await facilitator.OpenAsync("/staff/bacau/plan/proposals/new");
        var wrong = note.Document.QuerySelectorAll("main .quotes li").Single(l => l.TextContent.Contains("umbră", StringComparison.Ordinal)).QuerySelector("button")!;
        var mistake = await site.InDataAsync(db => db.NotedProposals.Where(n => n.Gist == "Mai multă umbră.").Select(n => n.Id).SingleAsync());
        (await note.SubmitAsync(wrong)).ShouldShow("told.proposal-taken-back").ShouldNotShowText("Mai multă umbră.").ShouldShowText("Un robinet.");
        await site.ShouldHaveAuditedAsync<ProposalTakenBack>(mistake, byRole: Role.Facilitator);
        await ModerateAsync(site, "Published");
        site.Clock.Move(UntilTheEnd);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var id = await site.InDataAsync(db => db.NotedProposals.Select(n => n.Id).SingleAsync());
        await (await (await desk.OpenAsync("/staff/bacau/plan/proposals")).Choose("chosen", id.ToString()).PressAsync("desk.plan.proposals.answer"))
            .Choose("Input.Outcome", "NotTakenUp").Fill("Input.Reason", "Nu avem apă acolo.").Fill("Input.Young", "Nu e apă.").Fill("Input.Office", "Parcuri").PressAsync("desk.plan.outcome.do");

        var answer = await site.InDataAsync(db => db.DebateAnswers.Select(a => a.Id).SingleAsync());
        var correct = await desk.OpenAsync($"/staff/bacau/plan/proposals/answers/{answer}");
        Assert.Equal("Nu avem apă acolo.", correct.ValueOf("Input.Reason"));
        (await correct.Choose("Input.Outcome", "TakenUp").Fill("Input.Reason", "Punem un robinet.").PressAsync("desk.plan.correct.do")).ShouldShow("told.report-corrected");
        (await site.Guest().OpenAsync(Shown)).ShouldShowText("Punem un robinet.").ShouldShowText("Nu avem apă acolo.").ShouldShowText(site.Texts()["plan.corrected", ("date", "19 martie 2026")]);
        (await (await site.Given.SignedInAsync(Role.CouncilStaff, "brasov")).OpenAsync($"/staff/brasov/plan/proposals/answers/{answer}")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_children_said_on_paper_is_read_by_a_moderator_and_letters_of_adults_are_not()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        foreach (var (source, gist) in new[] { ("Paper", "Ionel <b> nu vrea."), ("Adults", "Părinții vor bănci.") })
        {
            await (await facilitator.OpenAsync("/staff/bacau/plan/proposals/new")).Fill("Input.Gist", gist).Fill("Input.People", "12").Choose("Input.Source", source).Choose("Input.Measure", "1").PressAsync("desk.plan.note.do");
        }

        (await site.Guest().OpenAsync(Shown)).ShouldShowText("Părinții vor bănci.").ShouldNotShowText("Ionel");
        site.Clock.Move(UntilTheEnd);
        Assert.Equal((1, 1), await site.InDataAsync(async db => await db.OpenProposalsAsync((await db.ActionPlans.SingleAsync()).Id)));
        await ModerateAsync(site, "NotPublished");

        (await site.Guest().OpenAsync(Shown + "?fresh")).ShouldNotShowText("Ionel");
        (await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync("/staff/bacau/plan/proposals/new")).ShouldShowText("Fără nume.");
        Assert.Equal((1, 0), await site.InDataAsync(async db => await db.OpenProposalsAsync((await db.ActionPlans.SingleAsync()).Id)));
    }

    private static async Task ModerateAsync(Site site, string decision)
    {
        var item = (await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow("desk.moderation.kind.NotedProposal");
        item.Choose("Input.Decision", decision);
        if (decision == "NotPublished")
        {
            item.Choose("Input.Reason", nameof(ModerationReason.NamesAPerson)).Fill("Input.Sentence", "Fără nume.");
        }

        await item.PressAsync("desk.moderation.decide");
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.RunJobsAsync();
    }

    private static async Task AdoptAsync(Site site, Guest desk)
    {
        var form = await desk.OpenAsync("/staff/bacau/plan/adopt");
        form.Fill("Input.DecisionNumber", "12").Fill("Input.DecidedOn", "2026-03-19").Fill("Input.DecisionLink", "https://example.org/hcl/12?an=2026");
        var adopted = await form.PressAsync("desk.plan.adopt.do");
        adopted.ShouldShow("told.plan-adopted");
        (await adopted.PressAsync("desk.plan.begin.do")).ShouldShow("told.plan-begun");
        var plan = await site.Guest().OpenAsync("/ro/bacau/plan");
        plan.ShouldShowText(site.Texts()["plan.decision", ("number", "12"), ("date", "19 martie 2026")]);
        Assert.NotNull(plan.Document.QuerySelector("a[href='https://example.org/hcl/12?an=2026']"));
    }
}
