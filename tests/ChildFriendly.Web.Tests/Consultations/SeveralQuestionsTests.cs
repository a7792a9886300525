using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class SeveralQuestionsTests
{
    private const string Drafts = "/staff/bacau/consultations/1";

    [Fact]
    public async Task A_draft_asks_several_questions_of_different_children_and_is_announced_once()
    {
        await using var site = await Site.StartAsync();
        await site.Given.AcceptedAsync(title: "Ideea 1");
        await site.Given.AcceptedAsync(title: "Ideea 2");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        var draft = await (await FirstQuestion(await desk.OpenAsync("/staff/bacau/consultations/new")).PressAsync("form.next")).PressAsync("desk.consultations.new.keep");
        Assert.Equal($"{Drafts}/draft", draft.Path);
        Assert.Equal(InitiativeStage.Accepted, await site.InDataAsync(db => db.Initiatives.Where(i => i.Number == 1).Select(i => i.Stage).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().OpenAsync("/ro/bacau/consultations/1")).Status);
        (await desk.OpenAsync("/staff/bacau/consultations")).ShouldShow("desk.consultations.draft.link");

        var empty = await (await desk.OpenAsync($"{Drafts}/questions/new")).PressAsync("desk.consultations.draft.add.save");
        empty.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.announce.too-few-options");
        var two = await Own(await desk.OpenAsync($"{Drafts}/questions/new"), "De unde începem?").PressAsync("desk.consultations.draft.add.save");
        Assert.Equal($"{Drafts}/draft", two.Path);
        var three = await Own(await desk.OpenAsync($"{Drafts}/questions/new"), "Una de prisos").PressAsync("desk.consultations.draft.add.save");
        await three.SubmitAsync(three.Document.QuerySelectorAll("form[action*=Remove] button")[2]);

        (await (await desk.OpenAsync($"{Drafts}/draft")).PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");
        (await three.PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");

        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal(["Ce facem?", "De unde începem?"], vote.Questions.OrderBy(q => q.Position).Select(q => q.Text));
        Assert.Equal(AgeBands.From11To13 | AgeBands.From14To17, vote.Questions.Single(q => q.Position == 2).Audience);
        Assert.Equal(["school", null], vote.Questions.Single(q => q.Position == 2).Options.OrderBy(o => o.Position).Select(o => o.Picture));
        Assert.Equal(InitiativeStage.OnBallot, await site.InDataAsync(db => db.Initiatives.Where(i => i.Number == 1).Select(i => i.Stage).SingleAsync()));
        (await site.Guest().OpenAsync("/ro/bacau/consultations/1")).ShouldShowText("De unde începem?");
    }

    [Fact]
    public async Task A_draft_that_is_given_up_leaves_its_ideas_free()
    {
        await using var site = await Site.StartAsync();
        await site.Given.AcceptedAsync(title: "Ideea 1");
        await site.Given.AcceptedAsync(title: "Ideea 2");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var draft = await (await FirstQuestion(await desk.OpenAsync("/staff/bacau/consultations/new")).PressAsync("form.next")).PressAsync("desk.consultations.new.keep");

        (await draft.PressAsync("desk.consultations.draft.discard")).ShouldShow("told.draft-discarded");

        Assert.Equal(0, await site.CountAsync<Consultation>());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync($"{Drafts}/draft")).Status);
    }

    [Fact]
    public async Task A_child_answers_its_own_questions_one_by_one_leaves_one_out_and_changes_its_mind()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var older = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var first = (await older.OpenAsync("/ro/bacau/consultations/1/vote")).ShouldShowText("Întrebarea 1 din 2").ShouldShowText("Ce facem?");
        (await first.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.vote.nothing-chosen");
        var second = await first.Choose("Input.Chosen", "1").PressAsync("form.next");
        second.ShouldHaveStatus(HttpStatusCode.OK).ShouldShowText("Întrebarea 2 din 2").ShouldShowText("De unde începem?");
        var check = await second.PressAsync("consultations.vote.skip");
        check.ShouldShow("consultations.vote.left-out");
        (await check.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");
        Assert.Equal(["1"], await ChoicesAsync(site));

        // Both now; then the second is changed on the way, and the first left out.
        second = await (await older.OpenAsync("/ro/bacau/consultations/1/vote")).ShouldShow("consultations.vote.changing").PressAsync("form.next");
        check = await second.Choose("Input.Chosen", "1").PressAsync("form.next");
        var again = await check.SubmitAsync(check.Document.QuerySelector("button[name=again][value='2']")!);
        check = await again.ShouldShowText("De unde începem?").Choose("Input.Chosen", "2").PressAsync("form.next");
        await check.PressAsync("consultations.vote.cast");
        Assert.Equal(["1", "2"], await ChoicesAsync(site));
        second = await (await older.OpenAsync("/ro/bacau/consultations/1/vote")).PressAsync("consultations.vote.skip");
        await (await second.PressAsync("form.next")).PressAsync("consultations.vote.cast");
        Assert.Equal(["2"], await ChoicesAsync(site));
        Assert.Equal(1, await site.CountAsync<VoterMark>());

        // Nothing at all is no vote, and a ballot for the others is not taken.
        second = await (await older.OpenAsync("/ro/bacau/consultations/1/vote")).PressAsync("consultations.vote.skip");
        (await second.PressAsync("consultations.vote.skip")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.vote.nothing-chosen");
        var young = await site.Given.ChildAsync(band: AgeBand.From6To10);
        (await (await site.Given.SignedInAsync(young)).OpenAsync("/ro/bacau/consultations/1/vote")).ShouldNotShow("consultations.vote.skip");
        Assert.Equal(ConsultationRules.OtherAge, (await CastAsync(site, vote, young, (1, "1"), (2, "1"))).Refusal);
        Assert.NotNull((await CastAsync(site, vote, young, (1, "1"))).Receipt);
    }

    [Fact]
    public async Task What_was_carried_from_page_to_page_is_checked_again()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var check = await (await (await child.OpenAsync("/ro/bacau/consultations/1/vote")).Choose("Input.Chosen", "1").PressAsync("form.next")).PressAsync("consultations.vote.skip");

        check.Document.QuerySelector("input[name='Input.Given[1]']")!.SetAttribute("value", "1,2,77");

        (await check.PressAsync("consultations.vote.cast")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.vote.unknown-option");
        Assert.Equal(0, await site.CountAsync<CastBallot>());
    }

    [Fact]
    public async Task Every_question_has_its_own_result_and_turnout_hides_small_groups()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        for (var i = 0; i < 9; i++)
        {
            await CastAsync(site, vote, await site.Given.ChildAsync(), i < 6 ? [(1, "1"), (2, i < 5 ? "2" : "1")] : [(1, "2")]);
        }

        for (var i = 0; i < 13; i++)
        {
            await CastAsync(site, vote, await site.Given.ChildAsync(band: i < 2 ? AgeBand.From14To17 : AgeBand.From6To10), (1, "1"));
        }

        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        var counted = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal([22, 6], counted.Questions.OrderBy(q => q.Position).Select(q => q.Cast!.Value));
        var page = await site.Guest().OpenAsync("/ro/bacau/consultations/1/results");
        page.ShouldShowText("De unde începem?").ShouldShowText("Au răspuns 6 copii").ShouldShow("consultations.turnout");
        // Two from 14 to 17 and nine from 11 to 13 are under ten.
        Assert.Equal(["11 copii", site.Texts()["consultations.turnout.hidden"], site.Texts()["consultations.turnout.hidden"]], page.Document.QuerySelectorAll("h2 + .facts dd").Select(d => d.TextContent.Trim()));
    }

    private static Page FirstQuestion(Page form) => form.Fill("Input.Name", "Ce facem?").Fill("Input.About", "Despre.").Fill("Input.DecisionMaker", "Consiliul Local").Fill("Input.CanChange", "Tot.")
        .Choose("Input.Initiatives", "1").Choose("Input.Initiatives", "2");

    private static Page Own(Page form, string text) => form.Fill("Input.Text", text).Choose("Input.Way", "SingleChoice.Plurality").Choose("Input.Audience", "From6To10", isChosen: false)
        .Fill("Input.Own[0].Title", "De la școală").Choose("Input.Own[0].Picture", "school").Fill("Input.Own[1].Title", "Din parc");

    private static Task<List<string>> ChoicesAsync(Site site) => site.InDataAsync(db => db.CastBallots.Join(db.Set<Question>(), b => b.QuestionId, q => q.Id, (b, q) => new { q.Position, b.Choices }).OrderBy(b => b.Position).Select(b => b.Choices).ToListAsync());

    private static Task<CastOutcome> CastAsync(Site site, Consultation vote, ChildWithCard child, params (int Position, string Choices)[] answers) =>
        site.Given.CastAsync(vote, child, answers.ToDictionary(a => a.Position, a => BallotAnswer.Of(a.Choices)));

    private static async Task<Consultation> OpenAsync(Site site)
    {
        var vote = await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var planned = Consultation.Plan(here.Id, 1, "Vot", "Despre.", "Consiliul Local", "Tot.", site.Clock.Now.AddHours(1), site.Clock.Now.AddDays(14));
            var first = planned.Ask(new QuestionPlan("Ce facem?", BallotKind.SingleChoice, CountingRule.Plurality, Winners: 1, MaxChoices: 1));
            var second = planned.Ask(new QuestionPlan("De unde începem?", BallotKind.SingleChoice, CountingRule.Plurality, Winners: 1, MaxChoices: 1) { Audience = AgeBands.From11To13 | AgeBands.From14To17 });
            foreach (var question in new[] { first, second })
            {
                question.Offer("Una", "", initiativeId: null);
                question.Offer("Alta", "", initiativeId: null);
            }

            planned.Announce(Actor.Program, site.Clock.Now);
            db.Add(planned);
            await db.SaveChangesAsync();
            return planned;
        });
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        return vote;
    }
}
