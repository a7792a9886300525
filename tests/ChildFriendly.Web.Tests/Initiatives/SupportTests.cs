using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Initiatives;

public sealed class SupportTests
{
    [Fact]
    public async Task Support_counts_once_and_is_audited()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var page = await guest.OpenAsync($"/ro/bacau/initiatives/{initiative.Number}/support");
        var answer = await page.PressAsync("initiatives.support.do");

        answer.ShouldShow("initiatives.support.done");
        Assert.Equal(1, await site.CountAsync<Support>());
        await site.ShouldHaveAuditedAsync<InitiativeSupported>(initiative.Id, Role.Child);
    }

    [Fact]
    public async Task A_child_may_think_again_while_support_is_gathered()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var path = $"/ro/bacau/initiatives/{initiative.Number}";
        var first = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var second = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await (await first.OpenAsync($"{path}/support")).PressAsync("initiatives.support.do");
        var supported = await (await second.OpenAsync($"{path}/support")).PressAsync("initiatives.support.do");
        var kept = await site.Guest().OpenAsync(path);
        Assert.Contains(site.Texts().Count("initiatives.supporters", 2), kept.Text, StringComparison.Ordinal);

        (await supported.PressAsync("initiatives.support.take-back")).ShouldShow("told.support-taken-back");
        (await supported.PressAsync("initiatives.support.take-back")).ShouldShow("told.support-taken-back");
        var firstPage = await first.OpenAsync(path);

        Assert.Equal(1, await site.CountAsync<Support>());
        await site.ShouldHaveAuditedAsync<SupportTakenBack>(initiative.Id, Role.Child);
        Assert.Contains(site.Texts().Count("initiatives.supporters", 1), (await site.Guest().OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.True((await second.OpenAsync(path)).HasButton("initiatives.support.do"));

        // What was answered gathers no support any more, and gives none back.
        await site.InDataAsync(async db =>
        {
            var answered = await db.Initiatives.SingleAsync(i => i.Id == initiative.Id);
            answered.Answer(Decision.Accepted, AnswerReason.GoodIdea, "O facem.", "Primăria", Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        (await firstPage.PressAsync("initiatives.support.take-back")).ShouldRefuse(InitiativeRules.NotOpenForSupport);
        Assert.Equal(1, await site.CountAsync<Support>());
    }

    [Fact]
    public async Task One_child_pressing_eight_times_is_counted_once_and_eight_children_eight_times()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var path = $"/ro/bacau/initiatives/{initiative.Number}/support";
        var eager = await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).OpenAsync(path);
        var others = new List<Page>();
        for (var i = 0; i < 8; i++)
        {
            others.Add(await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).OpenAsync(path));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => eager.PressAsync("initiatives.support.do")));
        await Task.WhenAll(others.Select(o => o.PressAsync("initiatives.support.do")));

        Assert.All(answers, a => a.ShouldShow("initiatives.support.done"));
        Assert.Equal(9, await site.CountAsync<Support>());
    }

    [Fact]
    public async Task The_own_idea_and_those_of_other_towns_are_not_supported()
    {
        await using var site = await Site.StartAsync();
        var author = await site.Given.ChildAsync();
        var initiative = await site.Given.PublishedAsync(author);
        var path = $"/ro/bacau/initiatives/{initiative.Number}";
        var mine = await site.Given.SignedInAsync(author);
        var foreign = await site.Given.SignedInAsync(await site.Given.ChildAsync("corbasca"));

        Assert.False((await mine.OpenAsync(path)).HasButton("initiatives.support.do"));
        Assert.False((await foreign.OpenAsync(path)).HasButton("initiatives.support.do"));
        Assert.False((await mine.OpenAsync($"{path}/support")).ShouldShow(InitiativeRules.OwnInitiative.Key).HasButton("initiatives.support.do"));
        Assert.False((await foreign.OpenAsync($"{path}/support")).ShouldShow(InitiativeRules.OtherLocality.Key).HasButton("initiatives.support.do"));
        Assert.Equal(0, await site.CountAsync<Support>());
    }

    [Fact]
    public async Task Without_a_card_the_way_leads_over_the_card_and_back()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var child = await site.Given.ChildAsync();

        var card = await (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{initiative.Number}")).FollowAsync("initiatives.support.sign-in");
        var page = await card.Fill("Input.Code", child.Code).PressAsync("participation.card.enter");

        Assert.Equal($"/ro/bacau/initiatives/{initiative.Number}/support", page.Path);
        page.ShouldShow("initiatives.support.question");
    }

    [Fact]
    public async Task A_number_of_another_town_is_not_found()
    {
        await using var site = await Site.StartAsync();
        var initiative = await site.Given.PublishedAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync("brasov"));

        (await guest.OpenAsync($"/ro/brasov/initiatives/{initiative.Number}")).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow("problem.404.title");
        (await guest.OpenAsync($"/ro/brasov/initiatives/{initiative.Number}/support")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }
}
