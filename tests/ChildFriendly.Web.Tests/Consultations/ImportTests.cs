using System.Net;
using System.Text;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class ImportTests
{
    private const string Import = "/staff/bacau/consultations/1/questions/import";

    private const string File = """
        META
        key;value
        description;Bugetul copiilor
        country;Romania
        unit;Bacău
        instance;2026
        num_projects;2
        num_votes;2
        budget;1500.50
        vote_type;approval
        rule;greedy
        currency;RON
        PROJECTS
        project_id;cost;name
        7;1000;"Leagăne; și <b>tobogan"
        9;700.25;Cişmea
        VOTES
        voter_id;vote
        1;7,9
        2;9

        """;

    [Fact]
    public async Task A_budget_comes_with_its_projects_and_without_its_ballots_once()
    {
        await using var site = await Site.StartAsync();
        var desk = await DraftAsync(site);

        var page = (await desk.OpenAsync("/staff/bacau/consultations/1/draft")).ShouldHaveStatus(HttpStatusCode.OK);
        page = await page.FollowAsync("desk.consultations.import.title");
        var draft = (await page.UploadAsync("Input.File", "budget.pb", Encoding.UTF8.GetBytes(File), "desk.consultations.import.do")).ShouldShow("told.imported");
        draft.ShouldShowText("Leagăne; și <b>tobogan").ShouldShowText("Cișmea");
        await page.UploadAsync("Input.File", "budget.pb", Encoding.UTF8.GetBytes(File), "desk.consultations.import.do");

        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        var question = vote.Questions.Single(q => q.Position == 2);
        Assert.Equal(2, vote.Questions.Count);
        Assert.Equal(("Bugetul copiilor", BallotKind.Budget, CountingRule.GreedyBudget, 150_050L), (question.Text, question.Kind, question.Rule, question.BudgetBani!.Value));
        Assert.Equal([100_000L, 70_025L], question.Options.OrderBy(o => o.Position).Select(o => o.CostBani));
        Assert.Equal(0, await site.CountAsync<CountedBallot>());
    }

    [Theory]
    [InlineData("num_votes;2", "num_votes;3", "rândul 8")]
    [InlineData("7;1000", "7;-1000", "rândul 15")]
    [InlineData("2;9", "2;8", "rândul 20")]
    [InlineData("currency;RON", "currency;PLN", "nu sunt în lei")]
    [InlineData("9;700.25", "9;700.257", "nu sunt în lei")]
    [InlineData("9;700.25", "9;1700", "cel mult cât sunt banii")]
    [InlineData("9;700.25", "9;0", "cel mult cât sunt banii")]
    [InlineData("vote_type;approval\n", "", "vote_type")]
    [InlineData("VOTES", "VOTURI", "rândul 17")]
    [InlineData("Cişmea", "Cişmea \u00A0 un nume mult prea lung pentru un buletin de vot, cu multe, multe cuvinte care spun de mai multe ori același lucru", "cel mult 120")]
    public async Task What_is_wrong_with_a_file_is_said_with_its_line_and_nothing_is_added(string right, string wrong, string said)
    {
        await using var site = await Site.StartAsync();
        var page = await (await DraftAsync(site)).OpenAsync(Import);

        var answer = await page.UploadAsync("Input.File", "budget.pb", Encoding.UTF8.GetBytes(File.Replace(right, wrong, StringComparison.Ordinal)), "desk.consultations.import.do");

        answer.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText(said);
        Assert.Single((await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync())).Questions);
    }

    [Fact]
    public async Task No_file_an_empty_one_and_a_picture_are_answered_in_words()
    {
        await using var site = await Site.StartAsync();
        var page = await (await DraftAsync(site)).OpenAsync(Import);

        (await page.PressAsync("desk.consultations.import.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.consultations.import.missing");
        (await page.UploadAsync("Input.File", "empty.pb", [], "desk.consultations.import.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.consultations.import.missing");
        (await page.UploadAsync("Input.File", "picture.pb", [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xD8, 0x00, 0x0A, 0xFE], "desk.consultations.import.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Nothing_is_added_to_a_vote_that_is_announced_at_the_same_moment()
    {
        await using var site = await Site.StartAsync();
        await DraftAsync(site);

        var isSaved = await site.InDataAsync(async db =>
        {
            var vote = await db.Consultations.SingleAsync();
            db.Add(vote.Ask(QuestionPlan.Open("Și încă ceva?")));
            db.Touch(vote);
            await site.InDataAsync(async other =>
            {
                (await other.Consultations.SingleAsync()).Announce(Given.CouncilStaff, site.Clock.Now);
                return await other.SaveChangesAsync();
            });
            return await db.TrySaveAsync();
        });

        Assert.False(isSaved);
        Assert.Single((await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync())).Questions);
    }

    private static async Task<Guest> DraftAsync(Site site)
    {
        await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var vote = Consultation.Plan(here.Id, 1, "Bugetul", "Despre bani.", "Primăria", "Banii.", site.Clock.Now.AddHours(1), site.Clock.Now.AddDays(14));
            vote.Ask(QuestionPlan.Open("Ce mai vrei?"));
            db.Add(vote);
            return await db.SaveChangesAsync();
        });
        return await site.Given.SignedInAsync(Role.CouncilStaff);
    }
}
