using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class PaperTests
{
    [Theory]
    [InlineData(BallotKind.SingleChoice, "Pune un X la o singură variantă.", 3, 0)]
    [InlineData(BallotKind.Approval, "Pune un X la cel mult 2 variante.", 3, 0)]
    [InlineData(BallotKind.Ranking, "apoi 2 și tot așa, până la 2.", 3, 0)]
    [InlineData(BallotKind.Score, "pune un X sub fața", 0, 15)]
    [InlineData(BallotKind.Points, "Ai 10 puncte.", 3, 0)]
    [InlineData(BallotKind.Budget, "Sunt 10.000", 3, 0)]
    public async Task A_ballot_is_printed_with_the_numbers_and_the_boxes_of_its_kind(BallotKind kind, string hint, int squares, int rounds)
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.AnnouncedVoteAsync(kind: kind);
        var desk = await site.Given.SignedInAsync(Role.Facilitator);

        var list = await desk.OpenAsync("/staff/bacau/paper");
        var page = (await list.FollowAsync("desk.paper.print.title")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("consultations.paper.box").ShouldShowText(hint);

        Assert.Equal(["1", "2", "3"], page.Document.QuerySelectorAll(".paper-number").Select(n => n.TextContent));
        Assert.Equal(vote.Questions[0].Options.OrderBy(o => o.Position).Select(o => o.Title), page.Document.QuerySelectorAll(".paper-name").Select(n => n.TextContent));
        Assert.Equal((squares, rounds), (page.Document.QuerySelectorAll(".paper-square").Length, page.Document.QuerySelectorAll(".paper-round").Length));
        (await desk.OpenAsync($"{page.Path}?language=uk")).ShouldShowText(site.Texts("uk")["consultations.paper.box"]);
    }

    [Fact]
    public async Task Ballots_are_printed_until_the_vote_closes()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper/print")).ShouldHaveStatus(HttpStatusCode.OK);

        await site.Given.CountedAsync(vote);
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        (await desk.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper/print")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await desk.OpenAsync("/staff/bacau/paper")).ShouldNotShow("desk.paper.print.title");
    }

    [Fact]
    public async Task Two_people_enter_a_stack_a_third_look_settles_it_and_it_is_counted_with_the_cards()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var ana = await site.Given.SignedInAsync(Role.CouncilStaff);
        var dan = await site.Given.SignedInAsync(Role.Facilitator);
        var batch = await HandedOutAsync(ana, vote, returned: 13, blank: 1, spoilt: 2);

        var first = await ana.OpenAsync($"{batch}/enter");
        var entered = (await Typed(first, [.. Enumerable.Repeat("1", 8), "1,2", "3"]).PressAsync("desk.paper.enter.do")).ShouldShow("told.papers-Entering");
        Assert.Equal(batch, entered.Path);
        (await first.PressAsync("desk.paper.enter.do")).ShouldShow("told.papers-Entering");
        entered.ShouldShow("desk.paper.same-person");
        (await ana.OpenAsync($"{batch}/enter")).ShouldShow("desk.paper.same-person");
        (await Typed(first, [.. Enumerable.Repeat("1", 10)]).PressAsync("desk.paper.enter.do")).ShouldRefuse(PaperRules.SamePerson);

        var second = (await dan.OpenAsync($"{batch}/enter")).ShouldShow("desk.paper.enter.second");
        Assert.All(Enumerable.Range(0, 10), i => Assert.Equal("", second.ValueOf($"Input.Typed[{i}][0]")));
        var compared = (await Typed(second, [.. Enumerable.Repeat("1", 8), "2 3", "2"]).PressAsync("desk.paper.enter.do")).ShouldShow("told.papers-Compared");
        var compare = (await compared.FollowAsync("desk.paper.compare.title")).ShouldShowText("Foaia 9, Întrebarea 1").ShouldShowText("Foaia 10, Întrebarea 1");
        Assert.DoesNotContain("Foaia 8", compare.Text, StringComparison.Ordinal);

        (await compare.Choose("Input.Looks[0].Look", "Second").PressAsync("desk.paper.compare.do")).ShouldRefuse(PaperRules.NothingPicked);
        var anew = compare.Choose("Input.Looks[0].Look", "Second").Choose("Input.Looks[1].Look", "Anew");
        (await anew.Fill("Input.Looks[1].Typed", "1,2,3").PressAsync("desk.paper.compare.do")).ShouldRefuse(ConsultationRules.TooManyChosen with { Count = 2 });
        (await anew.Fill("Input.Looks[1].Typed", "").PressAsync("desk.paper.compare.do")).ShouldRefuse(PaperRules.PaperIsBlank);
        (await anew.Fill("Input.Looks[1].Typed", "1").PressAsync("desk.paper.compare.do")).ShouldShow("told.papers-Resolved");
        var id = await site.InDataAsync(db => db.PaperBatches.Select(b => b.Id).SingleAsync());
        Assert.Equal(2, await site.InDataAsync(db => db.Audit.CountAsync(a => a.SubjectId == id && a.What == nameof(PaperAnswerResolved) && a.StaffId != null)));
        await site.ShouldHaveAuditedAsync<PapersEntered>(id, Role.CouncilStaff);
        await site.ShouldHaveAuditedAsync<PapersCompared>(id, Role.Facilitator);

        await site.Given.CountedAsync(vote, ("2", 12));

        await site.ShouldHaveAuditedAsync<PapersCounted>(id, byRole: null);
        var counted = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal((12, 10, 22), (counted.BallotCount, counted.PaperCount, counted.Questions[0].Cast));
        Assert.Equal([9, 13, 1], counted.Questions[0].Options.OrderBy(o => o.Position).Select(o => o.Votes));
        Assert.Equal((22, 0), (await site.CountAsync<CountedBallot>(), await site.CountAsync<PaperAnswer>()));
        var results = (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}/results")).ShouldShowText("Au votat 22 de copii").ShouldShowText("12 copii cu cardul").ShouldShowText("10 copii pe hârtie")
            .ShouldShow("consultations.paper.title").ShouldShow("consultations.paper.no-words").ShouldNotShow("consultations.paper.few");
        Assert.Equal(["20", "13", "1", "2"], results.Document.QuerySelectorAll("details dd").Take(4).Select(d => d.TextContent));
    }

    [Fact]
    public async Task Few_papers_are_counted_and_not_told_apart()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var batch = await HandedOutAsync(await site.Given.SignedInAsync(Role.CouncilStaff), vote, returned: 9, blank: 0, spoilt: 0);
        foreach (var role in new[] { Role.CouncilStaff, Role.Facilitator })
        {
            await Typed(await (await site.Given.SignedInAsync(role)).OpenAsync($"{batch}/enter"), [.. Enumerable.Repeat("3", 9)]).PressAsync("desk.paper.enter.do");
        }

        await site.Given.CountedAsync(vote, ("1", 12));

        (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}/results"))
            .ShouldShowText("Au votat 21 de copii").ShouldShow("consultations.paper.few").ShouldNotShow("consultations.paper.handed-out");
        Assert.Equal(21, await site.InDataAsync(db => db.Consultations.SelectMany(c => c.Questions).Select(q => q.Cast).SingleAsync()));
    }

    [Fact]
    public async Task The_count_waits_three_days_for_papers_and_says_what_was_not_ready()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var batch = await HandedOutAsync(await site.Given.SignedInAsync(Role.CouncilStaff), vote, returned: 2, blank: 0, spoilt: 0);
        await Typed(await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync($"{batch}/enter"), ["1", "1"]).PressAsync("desk.paper.enter.do");

        await site.Given.CountedAsync(vote, ("3", 6));
        Assert.Equal(ConsultationStage.Closed, await StageAsync());
        (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}")).ShouldShowText(site.Texts()["consultations.paper.awaited", ("date", site.Texts().Moment(vote.ClosesAt.AddDays(3)))]);

        site.Clock.MoveTo(vote.ClosesAt.AddDays(3).AddSeconds(-1));
        await site.RunJobsAsync();
        Assert.Equal(ConsultationStage.Closed, await StageAsync());
        var dan = await site.Given.SignedInAsync(Role.Facilitator);
        var second = Typed(await dan.OpenAsync($"{batch}/enter"), ["1", "1"]);

        site.Clock.MoveTo(vote.ClosesAt.AddDays(3));
        (await second.PressAsync("desk.paper.enter.do")).ShouldRefuse(PaperRules.TooLate);
        await site.RunJobsAsync();
        Assert.Equal(ConsultationStage.Counted, await StageAsync());
        Assert.Equal((6, 0), (await site.CountAsync<CountedBallot>(), await site.CountAsync<PaperAnswer>()));
        (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}/results")).ShouldShowText("Au votat 6 copii").ShouldShowText(site.Texts().Count("consultations.paper.missed", 1));
        (await dan.OpenAsync(batch)).ShouldShow("stage.PaperBatchStage.Missed");

        Task<ConsultationStage> StageAsync() => site.InDataAsync(db => db.Consultations.Select(c => c.Stage).SingleAsync());
    }

    [Fact]
    public async Task The_count_goes_on_as_soon_as_the_last_papers_are_ready()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var batch = await HandedOutAsync(await site.Given.SignedInAsync(Role.CouncilStaff), vote, returned: 1, blank: 0, spoilt: 0);
        await site.Given.CountedAsync(vote);
        foreach (var role in new[] { Role.CouncilStaff, Role.Facilitator })
        {
            await site.RunJobsAsync();
            Assert.Equal(0, await site.InDataAsync(db => db.Consultations.CountAsync(c => c.Stage == ConsultationStage.Counted)));
            await Typed(await (await site.Given.SignedInAsync(role)).OpenAsync($"{batch}/enter"), ["2"]).PressAsync("desk.paper.enter.do");
        }

        await site.RunJobsAsync();

        Assert.Equal((ConsultationStage.Counted, 1), await site.InDataAsync(async db => (await db.Consultations.Select(c => c.Stage).SingleAsync(), await db.CountedBallots.CountAsync())));
    }

    [Fact]
    public async Task Totals_that_do_not_add_up_and_rows_that_break_a_rule_are_refused_and_stay_typed()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var ana = await site.Given.SignedInAsync(Role.CouncilStaff);
        var list = await ana.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper");
        list.Fill("Input.Place", "Clasa a V-a B").Choose("Input.Band", "From11To13").Fill("Input.HandedOut", "20");
        (await list.PressAsync("desk.paper.new.do")).ShouldRefuse(CardRules.IssuedToAClass);
        var batch = $"{(await list.Fill("Input.Place", "Școala nr. 5").PressAsync("desk.paper.new.do")).Path}/1";
        await list.PressAsync("desk.paper.new.do");
        Assert.Equal(1, await site.CountAsync<PaperBatch>());
        (await ana.OpenAsync($"{batch}/enter")).ShouldShow("desk.paper.totals-missing");

        var page = await ana.OpenAsync(batch);
        (await Totals(page, 20, 21, 0, 0).PressAsync("desk.paper.totals.do")).ShouldRefuse(PaperRules.MoreThanHandedOut);
        var wrong = (await Totals(page, 20, 4, 3, 2).PressAsync("desk.paper.totals.do")).ShouldRefuse(PaperRules.MoreThanReturned);
        Assert.Equal("3", wrong.ValueOf("Input.Blank"));
        (await Totals(wrong, 20, 6, 1, 1).PressAsync("desk.paper.totals.do")).ShouldShow("told.papers-taken-back");

        var enter = Typed(await ana.OpenAsync($"{batch}/enter"), ["1,2,3", "", "1,2", "7"]);
        var refused = await enter.PressAsync("desk.paper.enter.do");
        refused.ShouldRefuse(ConsultationRules.TooManyChosen with { Count = 2 }).ShouldShowText($"Foaia 1 – {site.Texts().Count("consultations.vote.too-many", 2)}").ShouldShowText("Foaia 2 – Alege").ShouldShowText("Foaia 4 – Una");
        Assert.DoesNotContain("Foaia 3 –", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["1,2,3", "", "1,2", "7"], Enumerable.Range(0, 4).Select(i => refused.ValueOf($"Input.Typed[{i}][0]")));
        Assert.Equal(0, await site.CountAsync<PaperAnswer>());

        (await Typed(refused, ["1,2", "1", "1,2", "3"]).PressAsync("desk.paper.enter.do")).ShouldShow("told.papers-Entering");
        (await (await ana.OpenAsync(batch)).PressAsync("desk.paper.anew.do")).ShouldHaveStatus(HttpStatusCode.OK);
        Assert.Equal(0, await site.CountAsync<PaperAnswer>());
        Assert.Equal("6", (await ana.OpenAsync(batch)).ValueOf("Input.Returned"));
    }

    [Fact]
    public async Task A_stack_has_the_questions_of_its_age_band_and_a_sheet_may_leave_one_out()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var planned = Consultation.Plan(here.Id, 1, "Vot", "Despre.", "Consiliul Local", "Tot.", site.Clock.Now.AddHours(1), site.Clock.Now.AddDays(14));
            var all = new QuestionPlan("Ce facem?", BallotKind.Ranking, CountingRule.Borda, Winners: 1, MaxChoices: 2);
            foreach (var plan in new[] { all with { Text = "Numai cei mici", Audience = AgeBands.From6To10 }, all, new QuestionPlan("Cât?", BallotKind.Points, CountingRule.Points, Winners: 1, MaxChoices: 2) { Points = 10 } })
            {
                var question = planned.Ask(plan);
                question.Offer("Una", "", initiativeId: null);
                question.Offer("Alta", "", initiativeId: null);
            }

            planned.Announce(Given.CouncilStaff, site.Clock.Now);
            db.Add(planned);
            await db.SaveChangesAsync();
            return planned;
        });
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        var batch = await HandedOutAsync(await site.Given.SignedInAsync(Role.CouncilStaff), vote, returned: 2, blank: 0, spoilt: 0);
        foreach (var role in new[] { Role.CouncilStaff, Role.Facilitator })
        {
            var page = (await (await site.Given.SignedInAsync(role)).OpenAsync($"{batch}/enter")).ShouldShow("desk.paper.how.Ranking").ShouldShow("desk.paper.how.Points").ShouldShow("desk.paper.enter.left-out");
            Assert.DoesNotContain("Numai cei mici", page.Text, StringComparison.Ordinal);
            page.Fill("Input.Typed[0][0]", "2>1").Fill("Input.Typed[0][1]", "1:11").Fill("Input.Typed[1][1]", "2:10");
            var refused = await page.PressAsync("desk.paper.enter.do");
            refused.ShouldRefuse(ConsultationRules.TooManyPoints with { Count = 10 }).ShouldShowText("Foaia 1, Întrebarea 2 –");
            await refused.Fill("Input.Typed[0][1]", role == Role.Facilitator ? "" : "1:3").PressAsync("desk.paper.enter.do");
        }

        var compare = await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync($"{batch}/compare");
        (await compare.ShouldShowText("1:3").ShouldShow("form.empty").Choose("Input.Looks[0].Look", "Second").PressAsync("desk.paper.compare.do")).ShouldShow("told.papers-Resolved");
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        var counted = await site.InDataAsync(db => db.Consultations.Include(c => c.Turnout).AsNoTracking().SingleAsync());
        Assert.Equal([0, 1, 1], counted.Questions.OrderBy(q => q.Position).Select(q => q.Cast));
        Assert.Equal((0, 2), (counted.BallotCount, counted.PaperCount));
        Assert.Equal((AgeBand.From11To13, 2), Assert.Single(counted.Turnout.Select(t => (t.AgeBand, t.Children))));
        Assert.Equal(["2,1", "2:10"], (await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).ToListAsync())).Order(StringComparer.Ordinal));
    }

    private static async Task<string> HandedOutAsync(Guest staff, Consultation vote, int returned, int blank, int spoilt)
    {
        var list = await staff.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper");
        list = await list.Fill("Input.Place", "Școala nr. 5").Choose("Input.Band", "From11To13").Fill("Input.HandedOut", "20").PressAsync("desk.paper.new.do");
        await Totals(await staff.OpenAsync($"{list.Path}/1"), 20, returned, blank, spoilt).PressAsync("desk.paper.totals.do");
        return $"{list.Path}/1";
    }

    private static Page Totals(Page page, int handedOut, int returned, int blank, int spoilt) =>
        page.Fill("Input.HandedOut", $"{handedOut}").Fill("Input.Returned", $"{returned}").Fill("Input.Blank", $"{blank}").Fill("Input.Spoilt", $"{spoilt}");

    private static Page Typed(Page page, IReadOnlyList<string> rows)
    {
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            page.Fill($"Input.Typed[{i}][0]", row);
        }

        return page;
    }
}
