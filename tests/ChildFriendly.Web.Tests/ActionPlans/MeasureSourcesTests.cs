using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>A measure says where it comes from, and what it comes from says what came of it.</summary>
public sealed class MeasureSourcesTests
{
    [Fact]
    public async Task From_a_measure_one_comes_to_the_vote_and_the_finding_and_back()
    {
        await using var site = await Site.StartAsync();
        var (option, finding) = (await DecidedAsync(site), await FindingAsync(site, isPublished: true));
        await site.Given.MeasureAsync();
        var form = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync("/staff/bacau/plan/1/sources");

        (await form.Choose("Chosen", $"Vote {option:N}").Choose("Chosen", $"Finding {finding:N}").PressAsync("desk.council.sources.save")).ShouldShow("told.measure-linked");

        var measure = (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShow("plan.sources");
        var links = measure.Document.QuerySelectorAll("section[aria-labelledby=sources] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/ro/bacau/consultations/1/results", "/ro/bacau/focus-groups#g1"], links);
        foreach (var link in links)
        {
            var there = (await site.Guest().OpenAsync(link.Split('#')[0])).ShouldShow("plan.came-of-it");
            Assert.NotNull(there.Document.QuerySelector("main a[href='/ro/bacau/plan/measures/1']"));
        }

        await site.ShouldHaveAuditedAsync<MeasureLinked>(await site.InDataAsync(db => db.Measures.Select(m => m.Id).SingleAsync()), Role.CouncilStaff);
    }

    [Fact]
    public async Task What_is_not_decided_or_not_published_is_not_offered_and_not_taken()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var finding = await FindingAsync(site, isPublished: false);
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = (await staff.OpenAsync("/staff/bacau/plan/1/sources")).ShouldShow("desk.council.sources.none");
        var token = (await staff.OpenAsync("/staff/bacau/plan/1/edit")).ValueOf("__RequestVerificationToken")!;

        var forged = await staff.FetchAsync("/staff/bacau/plan/1/sources", [new("Chosen", $"Vote {vote.Questions[0].Options[0].Id:N}"), new("Chosen", $"Finding {finding:N}"), new("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.Redirect, forged.StatusCode);
        Assert.Equal(0, await site.CountAsync<MeasureSource>());
        Assert.Null(form.Document.QuerySelector("input[name=Chosen]"));
    }

    private static async Task<Guid> DecidedAsync(Site site)
    {
        var vote = await site.Given.OpenVoteAsync(options: 2);
        await site.Given.CountedAsync(vote, ("1", 12), ("2", 11));
        return await site.InDataAsync(async db =>
        {
            var counted = await db.Consultations.SingleAsync();
            foreach (var option in counted.Questions.SelectMany(q => q.Options))
            {
                option.Decide(Decision.NotNow, "Anul viitor.");
            }

            counted.Decide("Ați cerut bănci.", await db.Initiatives.ToListAsync(), Given.CouncilStaff, site.Clock.Now);
            await db.SaveChangesAsync();
            return counted.Questions[0].Options[0].Id;
        });
    }

    private static Task<Guid> FindingAsync(Site site, bool isPublished) => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        var by = Actor.Of(Role.Facilitator, Guid.CreateVersion7());
        var session = FocusGroupSession.WriteUp(
            here.Id, 1, RomanianTime.DateOf(site.Clock.Now), 45, Enum.GetValues<PlaceKind>()[0], "Umbră", "Primarul", new Dictionary<AgeBand, int> { [AgeBand.From6To10] = 12 }, by, site.Clock.Now);
        var finding = session.Find("Vara arde.", 9, GoalArea.Play);
        if (isPublished)
        {
            finding.Publish(Given.Moderator, site.Clock.Now);
        }

        db.Add(session);
        await db.SaveChangesAsync();
        return finding.Id;
    });
}
