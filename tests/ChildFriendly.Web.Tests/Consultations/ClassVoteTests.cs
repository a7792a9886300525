using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Testing;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class ClassVoteTests
{
    private const string Path = "/ro/bacau/consultations/1";

    [Fact]
    public async Task A_class_votes_on_one_device_and_nothing_of_one_child_stays_for_the_next()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        var children = new[] { await site.Given.ChildAsync(), await site.Given.ChildAsync(band: AgeBand.From6To10) };
        var tablet = site.Guest();
        var (audited, told) = (await site.CountAsync<AuditEntry>(), await site.CountAsync<OutboxMessage>());

        var between = await (await (await tablet.OpenAsync(Path)).FollowAsync("consultations.class.link")).PressAsync("consultations.class.begin");
        between.ShouldShow("consultations.class.next.title");
        foreach (var child in children)
        {
            var door = (await between.FollowAsync("consultations.class.next")).ShouldShow("consultations.class.here");
            var ballot = await door.Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
            Assert.Equal($"{Path}/vote", ballot.Path);
            Assert.Empty(ballot.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]"));
            var check = await ballot.Choose("Input.Chosen", "1").PressAsync("form.next");
            var done = (await check.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.receipt").ShouldShow("consultations.class.passed");
            Assert.False(done.HasButton("participation.leave"));

            // Whoever goes back, or asks for the page again, is nobody.
            foreach (var behind in new[] { "/vote", "/voted" })
            {
                Assert.Equal("/ro/card", (await tablet.OpenAsync(Path + behind)).Path);
            }

            between = (await done.FollowAsync("consultations.class.pass")).ShouldShow("consultations.class.next.title");
        }

        Assert.Equal(2, await site.CountAsync<CastBallot>());
        Assert.Equal((audited, told), (await site.CountAsync<AuditEntry>(), await site.CountAsync<OutboxMessage>()));
        (await between.PressAsync("consultations.class.end")).ShouldShow("consultations.class.link");
        (await tablet.OpenAsync("/ro/card")).ShouldNotShow("consultations.class.here");
    }

    [Fact]
    public async Task Who_may_not_vote_here_passes_the_device_on_and_is_forgotten()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync("moinesti");
        var tablet = site.Guest();
        await (await tablet.OpenAsync($"{Path}/class")).PressAsync("consultations.class.begin");

        var refused = await (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        refused.ShouldShow("consultations.vote.other-locality");
        var between = await refused.FollowAsync("consultations.class.pass");

        between.ShouldShow("consultations.class.next.title");
        Assert.False(between.HasButton("participation.leave"));
        Assert.Equal("/ro/card", (await tablet.OpenAsync("/ro/me")).Path);
    }

    [Fact]
    public async Task The_pages_of_the_child_in_a_class_borrow_nothing_in_Romani()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.CastAsync(vote, child, "1");
        var tablet = site.Guest();

        await (await tablet.OpenAsync($"{Path}/class")).PressAsync("consultations.class.begin");
        var door = await tablet.OpenAsync("/rom/card");
        await (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        var receipt = await tablet.OpenAsync("/rom/bacau/consultations/1/voted");

        var borrowed = site.Texts();
        Assert.DoesNotContain(borrowed["consultations.class.here"], door.ShouldShow("consultations.class.here").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(borrowed["consultations.class.passed"], receipt.ShouldShow("consultations.class.passed").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(borrowed["consultations.class.pass"], receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_who_leaves_without_voting_passes_the_device_on_too()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        var tablet = site.Guest();

        await (await tablet.OpenAsync($"{Path}/class")).PressAsync("consultations.class.begin");
        var ballot = await (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        var between = (await ballot.PressAsync("participation.leave")).ShouldShow("consultations.class.next.title");
        site.Clock.MoveTo(vote.ClosesAt);
        var over = await tablet.OpenAsync(between.Path);

        Assert.Equal(Path, over.Path);
        (await tablet.OpenAsync("/ro/card")).ShouldNotShow("consultations.class.here");
    }

    [Fact]
    public async Task Whoever_is_still_inside_when_the_device_waits_for_the_next_child_is_not_any_more()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        var tablet = site.Guest();

        await (await tablet.OpenAsync($"{Path}/class")).PressAsync("consultations.class.begin");
        await (await tablet.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        var between = (await tablet.OpenAsync($"{Path}/class")).ShouldShow("consultations.class.next.title");

        Assert.False(between.HasButton("participation.leave"));
        Assert.Equal("/ro/card", (await tablet.OpenAsync("/ro/me")).Path);
    }

    [Theory]
    [InlineData("bacau")]
    [InlineData("bacau/1/2")]
    [InlineData("//example.org/1")]
    [InlineData("bacau/one")]
    public async Task What_somebody_wrote_into_the_cookie_leads_nowhere(string written)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var guest = site.Guest();
        guest.Cookies.Add(new Uri(site.Address), new System.Net.Cookie("class", Uri.EscapeDataString(written)));

        var home = await (await guest.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");

        Assert.Equal("/ro/bacau", home.Path);
    }
}
