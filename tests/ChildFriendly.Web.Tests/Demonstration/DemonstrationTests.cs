using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Commands;
using ChildFriendly.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Demonstration;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task The_demonstration_shows_everything_and_every_link_on_every_page_leads_somewhere()
    {
        await using var site = await Site.StartAsync(isDemonstration: true);

        await ShowsEveryStageAsync(site);
        var everybodys = new HashSet<string>(StringComparer.Ordinal);
        await LinksLeadSomewhereAsync(site.Guest(), ["/ro", "/en"], everybodys);
        var people = DemonstrationPeople.Load();
        var child = people.ChildrenOf("bacau").First(p => p.AgeBand == AgeBand.From11To13);
        var guest = site.Guest();
        await (await guest.OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        await LinksLeadSomewhereAsync(guest, ["/ro/me", "/ro/bacau"], everybodys, looksAgainAt: "/ro/bacau");
        foreach (var role in new[] { Role.Moderator, Role.CouncilStaff, Role.CouncilCoordinator, Role.Facilitator, Role.CentreStaff })
        {
            await LinksLeadSomewhereAsync(await site.Guest().SignInAsync(people.StaffOf("bacau").First(p => p.Role == role)), ["/staff"], everybodys, looksAgainAt: "/staff");
        }

        await LinksLeadSomewhereAsync(await site.Guest().SignInAsync(people.All.Single(p => p.Role == Role.CommitteeReader)), ["/staff/national"], everybodys, looksAgainAt: "/staff");
    }

    [Fact]
    public void There_are_two_cards_for_each_band_and_an_account_for_each_role()
    {
        var people = DemonstrationPeople.Load();

        foreach (var locality in new[] { "bacau", "moinesti", "colonesti", "corbasca", "brasov" })
        {
            Assert.All(Enum.GetValues<AgeBand>(), band => Assert.True(people.ChildrenOf(locality).Count(p => p.AgeBand == band) >= 2));
            Assert.All(Roles.Local, role => Assert.Contains(people.StaffOf(locality), p => p.Role == role));
        }

        Assert.All(Roles.National, role => Assert.Contains(people.All, p => p.Role == role && p.Locality.Length == 0));
        Assert.All(people.All.Where(p => p.Kind == "child"), p => Assert.NotNull(CardCode.Read(p.Code)));
    }

    [Fact]
    public async Task A_database_that_holds_anything_else_is_refused()
    {
        await using var site = await Site.StartAsync();

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => StartUp.SeedAsync(site.Services, isDemo: true));

        Assert.Equal("program.demo-refused", refused.Key);
        Assert.Equal(5, await site.CountAsync<Locality>());
        Assert.Equal(0, await site.CountAsync<Initiative>());
    }

    private static async Task ShowsEveryStageAsync(Site site)
    {
        var stages = await site.InDataAsync(db => db.Initiatives.Select(i => i.Stage).Distinct().ToListAsync());
        Assert.Empty(Enum.GetValues<InitiativeStage>().Except(stages).Except([InitiativeStage.Draft]));
        var votes = await site.InDataAsync(db => db.Consultations.AsNoTracking().ToListAsync());
        Assert.All(votes.Where(v => v.Stage == ConsultationStage.Decided), v => Assert.True(v.BallotCount >= 120));
        Assert.Equal(5, votes.Where(v => v.Stage == ConsultationStage.Decided).Select(v => v.LocalityId).Distinct().Count());
        Assert.All(
            new[] { ConsultationStage.Announced, ConsultationStage.Open, ConsultationStage.Counted, ConsultationStage.Decided },
            stage => Assert.Contains(votes, v => v.Stage == stage));
        Assert.DoesNotContain(await site.InDataAsync(db => db.Localities.Select(l => l.Phase).ToListAsync()), p => p == RecognitionPhase.Titled);
        var few = await site.InDataAsync(db => db.Initiatives.Where(i => i.PublishedAt != null && db.Cards.Count(c => c.LocalityId == i.LocalityId && c.AgeBand == i.AuthorBand) < 10).CountAsync());
        Assert.True(few > 0);
        Assert.Equal([MediaStage.Waiting, MediaStage.Approved], await site.InDataAsync(db => db.Set<InitiativePicture>().Select(p => p.Stage).OrderByDescending(s => s).ToListAsync()));
        Assert.Equal(2, (await site.InDataAsync(db => db.Set<VoiceMessage>().SingleAsync())).Seconds);
        var now = site.Clock.Now;
        Assert.False(await site.InDataAsync(db => db.Audit.AnyAsync(a => a.At > now)));
    }

    /// <summary>
    /// Follows every link from here on, once, and looks at every page on the way. What is <paramref name="known"/> already is the same for
    /// everybody and not opened again, but for the part of the site that looks different to this person.
    /// </summary>
    private static async Task LinksLeadSomewhereAsync(Guest guest, string[] from, HashSet<string> known, string? looksAgainAt = null)
    {
        var opened = 0;
        if (looksAgainAt is not null)
        {
            known.RemoveWhere(path => path.StartsWith(looksAgainAt, StringComparison.Ordinal));
        }

        known.UnionWith(from);
        var waiting = new Queue<string>(from);
        while (waiting.TryDequeue(out var path))
        {
            if (path.Contains("/plan/sheet?handler=", StringComparison.Ordinal))
            {
                Assert.StartsWith("demo-", (await guest.FetchAsync(path)).Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
                continue;
            }

            if (path.StartsWith("/feeds/", StringComparison.Ordinal))
            {
                Assert.Contains("<subtitle>", await (await guest.FetchAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
                continue;
            }

            if (path.EndsWith(".ics", StringComparison.Ordinal))
            {
                Assert.Contains("COMMENT:", await (await guest.FetchAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
                continue;
            }

            var page = await guest.OpenAsync(path);
            opened++;
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            Assert.NotNull(page.Document.QuerySelector(".demo-banner"));
            Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content*=noindex]"));
            foreach (var file in page.Document.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!))
            {
                var answer = await guest.FetchAsync(file);
                var isTable = answer.Content.Headers.ContentType?.MediaType == "text/csv";
                Assert.Contains(isTable ? guest.Site.Texts(page.Document.DocumentElement.GetAttribute("lang")!)["site.demonstration"] : "\"isExample\": true", (await answer.Content.ReadAsStringAsync()).Replace("\"isExample\":true", "\"isExample\": true", StringComparison.Ordinal), StringComparison.Ordinal);
            }

            Assert.Equal(1, page.Document.QuerySelectorAll("h1").Length);
            Assert.Equal(page.Document.QuerySelectorAll("[id]").Length, page.Document.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
            foreach (var link in page.Document.QuerySelectorAll("a[href]:not([download])").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/') || h.StartsWith('?')))
            {
                var target = (link.StartsWith('?') ? page.Path + link : link).Split('#')[0];
                // The card page of a child that is signed in, other children's sign-in and languages lead back to what is known.
                if (!target.Contains("/staff/language", StringComparison.Ordinal) && !target.Contains("back=", StringComparison.Ordinal) && known.Add(target))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        Assert.True(opened > from.Length);
    }
}
