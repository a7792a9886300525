using System.Net;
using System.Xml.Linq;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.News;

/// <summary>Everybody hears back: a page, a feed, and what a child finds under "my things".</summary>
public sealed class NewsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Steps_of_ideas_votes_and_measures_stand_there_the_newest_first()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        site.Clock.Move(TimeSpan.FromHours(3));
        await site.Given.MeasureAsync(MeasureStage.OnTrack);

        var page = await site.Guest().OpenAsync("/ro/bacau/news");

        page.ShouldShow("stage.InitiativeStage.Published").ShouldShow("stage.InitiativeStage.Accepted").ShouldShow("stage.ConsultationStage.Open").ShouldShow("stage.MeasureStage.OnTrack").ShouldShowText("S-a lucrat");
        Assert.EndsWith("/plan/measures/1", page.Document.QuerySelector("main .item a")!.GetAttribute("href"), StringComparison.Ordinal);
        (await site.Guest().OpenAsync("/ro/brasov/news")).ShouldShow("news.none");
        (await site.Guest().OpenAsync("/ro/bacau")).ShouldShow("news.link");
    }

    [Fact]
    public async Task What_is_hidden_or_not_published_is_no_news()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync(title: "Ascunsă una");
        var hidden = await site.Given.PublishedAsync(title: "Ascunsă două");
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync(i => i.Id == hidden.Id)).Suspend(site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await site.Guest().OpenAsync("/ro/bacau/news")).ShouldNotShowText("Ascunsă");
        Assert.DoesNotContain("Ascunsă", await ReadAsync(site, "/feeds/ro/bacau"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"/feeds/ro/bacau/initiatives/{hidden.Number}")).StatusCode);
    }

    [Fact]
    public async Task Feeds_of_a_locality_its_plan_and_one_idea_are_what_feed_readers_expect()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.AcceptedAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);

        foreach (var (path, entries) in new[] { ("/feeds/ro/bacau", 3), ("/feeds/ro/bacau/plan", 1), ($"/feeds/ro/bacau/initiatives/{idea.Number}", 2) })
        {
            var feed = XDocument.Parse(await ReadAsync(site, path)).Root!;
            Assert.Equal(Atom + "feed", feed.Name);
            // RFC 4287: each has exactly one id, title and moment; a feed names an author.
            Assert.All(feed.Elements(Atom + "entry").Append(feed), e => Assert.All(new[] { "id", "title", "updated" }, name => Assert.False(string.IsNullOrEmpty(Assert.Single(e.Elements(Atom + name)).Value))));
            Assert.NotNull(feed.Element(Atom + "author"));
            Assert.Equal(entries, feed.Elements(Atom + "entry").Count());
            Assert.Distinct(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
            Assert.Contains(feed.Elements(Atom + "link"), l => (string?)l.Attribute("rel") == "self" && ((string)l.Attribute("href")!).EndsWith(path, StringComparison.Ordinal));
            Assert.All(feed.Elements(Atom + "entry"), e => Assert.Contains("<b>Leagăn</b>", e.Element(Atom + "title")!.Value, StringComparison.Ordinal));
        }

        foreach (var path in new[] { "/feeds/ro/bacau/plan/1", "/feeds/ro/bacau/initiatives", "/feeds/ro/bacau/altceva", "/feeds/ro/nicaieri" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task A_child_finds_the_steps_of_what_it_proposed_supported_and_voted_on()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync();
        await site.Given.PublishedAsync(title: "A altcuiva");
        var child = await site.Given.SignedInAsync(me);
        (await child.OpenAsync("/ro/me")).ShouldNotShow("me.news");
        await (await child.OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).PressAsync("initiatives.support.do");
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync(i => i.Id == idea.Id)).Answer(Decision.Accepted, AnswerReason.GoodIdea, "Da.", "Primăria", Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await child.OpenAsync("/ro/me")).ShouldShow("me.news").ShouldShow("stage.InitiativeStage.Accepted").ShouldNotShowText("A altcuiva");
    }

    private static async Task<string> ReadAsync(Site site, string path)
    {
        var answer = await site.Guest().FetchAsync(path);
        Assert.Equal((HttpStatusCode.OK, "application/atom+xml"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }
}
