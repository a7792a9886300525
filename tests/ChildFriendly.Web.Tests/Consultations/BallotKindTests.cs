using System.Globalization;
using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

/// <summary>Every kind of ballot with every rule: announced at the desk, cast by children, counted, explained, and counted again from the file.</summary>
public sealed class BallotKindTests
{
    [Theory]
    [InlineData("Approval.Approval", "1,2", "2", "consultations.how.Approval")]
    [InlineData("SingleChoice.Plurality", "1", "2", "consultations.how.Plurality")]
    [InlineData("Ranking.Borda", "2=1,1=2", "1=1", "consultations.how.Borda")]
    [InlineData("Ranking.InstantRunoff", "2=1,1=2", "1=1,3=2", "consultations.how.InstantRunoff")]
    [InlineData("Score.Score", "1=5,2=3,3=1", "1=2", "consultations.how.Score")]
    [InlineData("Points.Points", "1=7,2=3", "3=10", "consultations.how.Points")]
    [InlineData("Budget.EqualShares", "1,2", "2,3", "consultations.how.EqualShares")]
    [InlineData("Budget.GreedyBudget", "1", "2", "consultations.how.GreedyBudget")]
    public async Task A_vote_of_every_kind_goes_from_the_desk_to_a_result_that_anybody_can_count_again(string way, string one, string other, string how)
    {
        await using var site = await Site.StartAsync();
        for (var i = 1; i <= 3; i++)
        {
            await site.Given.AcceptedAsync(title: $"Ideea {i}");
        }

        await AnnounceAsync(site, way);
        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();

        // By hand on the page, looked at once more, and changed until closing.
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);
        await CastAsync(guest, other);
        (await CastAsync(guest, one)).ShouldShow("consultations.voted.title");
        Assert.Equal(1, await site.CountAsync<CastBallot>());
        var ballots = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => await CastAsync(await site.Given.SignedInAsync(await site.Given.ChildAsync()), i < 4 ? one : other)));
        Assert.All(ballots, b => b.ShouldShow("consultations.voted.title"));
        (await guest.OpenAsync("/ro/bacau/consultations/1/vote")).ShouldShow("consultations.vote.changing");

        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        var results = (await site.Guest().OpenAsync("/ro/bacau/consultations/1/results")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow(how);
        var counted = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        var question = counted.Questions[0];
        Assert.Contains(question.Options, o => o.IsSelected == true);
        if (question.Rule is CountingRule.InstantRunoff or CountingRule.EqualShares or CountingRule.GreedyBudget)
        {
            Assert.NotEmpty(results.Document.QuerySelectorAll(".how li"));
        }

        // Seven ballots are too few to publish; what would be published counts to the same letter.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().OpenAsync("/ro/bacau/consultations/1/results?handler=Ballots&question=1")).Status);
        var election = question.Elect((await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).ToListAsync())).Select(b => BallotAnswer.Read(question.Kind, b)));
        var file = BallotsFile.Read(new StringReader(BallotsFile.Write(
            election, ["a", "b", "c"], question.Publish(election, counted.TieSeed!))));
        var again = CountingRules.Count(
            file.Election, file.Published!.Rule, TieOrder.ByLot(file.Election, new TieLot(Convert.FromHexString(file.Published.Seed))), file.Published.Utility, file.Published.Completion, file.Published.Step);
        Assert.Equal(question.Outcome, CountReport.ToJson(file.Election, again).ToJsonString());
    }

    [Theory]
    [InlineData("Ranking.Borda", "1=1,2=1", "consultations.vote.same-place-twice")]
    [InlineData("Ranking.Borda", "1=77", "consultations.vote.unknown-option")]
    [InlineData("Points.Points", "1=7,2=4", "consultations.vote.too-many-points")]
    [InlineData("Points.Points", "1=multe", "consultations.vote.not-a-number")]
    [InlineData("Points.Points", "", "consultations.vote.nothing-chosen")]
    [InlineData("Score.Score", "1=9", "consultations.vote.unknown-option")]
    [InlineData("Budget.GreedyBudget", "1,2,3", "consultations.vote.over-budget")]
    [InlineData("SingleChoice.Plurality", "1,2", "consultations.vote.too-many")]
    [InlineData("Approval.Approval", "1,9", "consultations.vote.unknown-option")]
    public async Task A_ballot_that_its_kind_does_not_allow_is_refused_and_stays_on_the_page(string way, string ballot, string refusal)
    {
        await using var site = await Site.StartAsync();
        for (var i = 1; i <= 3; i++)
        {
            await site.Given.AcceptedAsync(title: $"Ideea {i}");
        }

        await AnnounceAsync(site, way);
        site.Clock.MoveTo(await site.InDataAsync(db => db.Consultations.Select(c => c.OpensAt).SingleAsync()));
        await site.RunJobsAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var page = await guest.OpenAsync("/ro/bacau/consultations/1/vote");

        var refused = await guest.FetchAsync("/ro/bacau/consultations/1/vote", [.. Fields(ballot), .. TokenOf(page)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var text = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains(refusal.EndsWith("too-many", StringComparison.Ordinal) || refusal.EndsWith("points", StringComparison.Ordinal)
            ? site.Texts().Count(refusal, way.StartsWith("Points", StringComparison.Ordinal) ? 10 : 1) : site.Texts()[refusal], text, StringComparison.Ordinal);
        Assert.Equal(0, await site.CountAsync<CastBallot>());
        if (ballot.Contains('=', StringComparison.Ordinal) && !way.StartsWith("Score", StringComparison.Ordinal))
        {
            Assert.Contains(ballot.Split(',')[0].Split('=')[1], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_child_looks_once_more_at_the_places_as_they_are_kept()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync(maxChoices: 3, kind: BallotKind.Ranking);
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var page = await guest.OpenAsync("/ro/bacau/consultations/1/vote");

        var twice = await page.Choose("Input.Values[1]", "2").Choose("Input.Values[2]", "2").PressAsync("form.next");
        Assert.Equal("#option-1", twice.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        var said = twice.Document.QuerySelector("#Input_Chosen .field-error")!;
        Assert.Equal(twice.Document.QuerySelector(".error-summary a")!.TextContent, said.TextContent);
        Assert.EndsWith(said.Id!, twice.Document.QuerySelector("#Input_Chosen")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        var check = await twice.Choose("Input.Values[1]", "3").Choose("Input.Values[2]", "1").PressAsync("form.next");

        Assert.Equal(["Locul 1", "Locul 2"], check.Document.QuerySelectorAll(".items--chosen p:last-child").Select(p => p.TextContent));
        await check.PressAsync("consultations.vote.cast");
        Assert.Equal("2,1", await site.InDataAsync(db => db.CastBallots.Select(b => b.Choices).SingleAsync()));
    }

    private static async Task AnnounceAsync(Site site, string way)
    {
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync("/staff/bacau/consultations/new");
        form.Fill("Input.Name", "Ce facem?").Fill("Input.About", "Despre.").Fill("Input.DecisionMaker", "Consiliul Local").Fill("Input.CanChange", "Tot.")
            .Fill("Input.Winners", "1").Fill("Input.MaxChoices", "2").Fill("Input.Points", "10").Choose("Input.Way", way);
        if (way.StartsWith("Budget", StringComparison.Ordinal))
        {
            form.Fill("Input.Budget", "10.000");
        }

        for (var i = 1; i <= 3; i++)
        {
            form.Choose("Input.Initiatives", i.ToString(CultureInfo.InvariantCulture)).Fill($"Input.Costs[{i}]", "4.000");
        }

        (await (await form.PressAsync("form.next")).ShouldShow("desk.consultations.new.check").PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");
    }

    private static async Task<Page> CastAsync(Guest guest, string ballot)
    {
        var page = await guest.OpenAsync("/ro/bacau/consultations/1/vote");
        foreach (var box in page.Document.QuerySelectorAll("input[name='Input.Chosen']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>())
        {
            box.IsChecked = false;
        }

        foreach (var input in page.Document.QuerySelectorAll("[name^='Input.Values']"))
        {
            switch (input)
            {
                case AngleSharp.Html.Dom.IHtmlSelectElement select: select.Value = ""; break;
                case AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" } radio: radio.IsChecked = false; break;
                case AngleSharp.Html.Dom.IHtmlInputElement points: points.Value = ""; break;
            }
        }

        foreach (var (name, value) in Fields(ballot))
        {
            switch (page.Document.QuerySelector($"[name='{name}']"))
            {
                case AngleSharp.Html.Dom.IHtmlSelectElement select: select.Value = value; break;
                case AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" or "checkbox" }: page.Choose(name, value); break;
                default: page.Fill(name, value); break;
            }
        }

        return await (await page.PressAsync("form.next")).ShouldShow("consultations.vote.check").PressAsync("consultations.vote.cast");
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string ballot) => ballot.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
        .Select(p => p.Length == 1 ? KeyValuePair.Create("Input.Chosen", p[0]) : KeyValuePair.Create($"Input.Values[{p[0]}]", p[1]));

    [Theory]
    [InlineData(12, "12")]
    [InlineData(3, null)]
    public async Task A_run_off_says_how_many_votes_have_nothing_left_unless_they_are_few(int exhausted, string? told)
    {
        await using var site = await Site.StartAsync();
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(kind: BallotKind.Ranking, rule: CountingRule.InstantRunoff), ("1,2", 36), ("2,1", 30), ("3", exhausted), ("3,1", 5));

        var results = await site.Guest().OpenAsync("/ro/bacau/consultations/1/results");

        var texts = site.Texts("ro");
        results.ShouldShowText(texts["consultations.how.exhausted", ("children", told is null ? texts["consultations.how.a-few"] : texts.Count("consultations.how.children", exhausted))]);
        Assert.Empty(results.Document.QuerySelectorAll("section.answer"));
    }

    [Fact]
    public async Task The_one_question_stands_above_its_ballot_and_a_closed_vote_asks_nothing()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var ballot = await child.OpenAsync("/ro/bacau/consultations/1/vote");
        Assert.Equal(vote.Questions[0].Text, ballot.Document.QuerySelector("main .lead")!.TextContent);
        Assert.Equal(vote.Questions[0].Text, (await ballot.Choose("Input.Chosen", "1").PressAsync("form.next")).Document.QuerySelector("main .lead")!.TextContent);

        site.Clock.MoveTo(vote.ClosesAt);
        child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var closed = (await child.OpenAsync("/ro/bacau/consultations/1/vote")).ShouldShow("consultations.vote.closed");
        Assert.Equal(vote.Title, closed.Document.QuerySelector("main h1")!.TextContent);
        closed.ShouldNotShow("consultations.vote.title");
    }

    private static IEnumerable<KeyValuePair<string, string>> TokenOf(Page page) => page.Document.QuerySelectorAll("main form input[type=hidden]")
        .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
}
