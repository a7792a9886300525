using System.Linq.Expressions;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Audit;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_entry_gets_its_place_in_the_chain_of_its_locality_and_an_untouched_chain_is_whole()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        await site.Given.StaffAsync(Role.Moderator);
        await LinkAsync(site);
        await site.Given.PublishedAsync();
        await LinkAsync(site);

        var entries = await site.InDataAsync(db => db.Audit.AsNoTracking().ToListAsync());
        Assert.All(entries, e => Assert.NotNull(e.Number));
        foreach (var chain in entries.GroupBy(e => e.Chain))
        {
            Assert.Equal(Enumerable.Range(1, chain.Count()).Select(n => (long?)n), chain.Select(e => e.Number).Order());
        }

        Assert.Contains(entries, e => e.Chain == AuditChain.OfNoLocality);
        Assert.All(await CheckAsync(site), c => Assert.Null(c.BrokenAt));
    }

    [Theory]
    [InlineData("UPDATE audit SET \"What\" = 'Other' WHERE \"Number\" = 3 AND \"LocalityId\" IS NOT NULL", 3)]
    [InlineData("UPDATE audit SET \"Details\" = '{\"a\":1}' WHERE \"Number\" = 1 AND \"LocalityId\" IS NOT NULL", 1)]
    [InlineData("UPDATE audit SET \"StageBefore\" = 'InitiativeStage.Published' WHERE \"Number\" = 3 AND \"LocalityId\" IS NOT NULL", 3)]
    [InlineData("UPDATE audit SET \"StageAfter\" = NULL WHERE \"Number\" = 4 AND \"LocalityId\" IS NOT NULL", 4)]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 2 AND \"LocalityId\" IS NOT NULL", 2)]
    [InlineData("UPDATE audit SET \"Role\" = 'Auditor' WHERE \"Number\" = 4 AND \"LocalityId\" IS NOT NULL", 4)]
    public async Task The_first_broken_link_is_named(string tampering, long number)
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        await LinkAsync(site);

#pragma warning disable EF1002 // Constants of this test.
        Assert.Equal(1, await site.InDataAsync(db => db.Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{").Replace("}", "}}"))));
#pragma warning restore EF1002

        var broken = Assert.Single(await CheckAsync(site), c => c.BrokenAt is not null);
        Assert.Equal(number, broken.BrokenAt);
        await site.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<VerifyAudit>(services).RunAsync(CancellationToken.None);
            return true;
        });
        Assert.Equal(number, await site.InDataAsync(db => db.AuditChecks.Where(c => c.BrokenAt != null).Select(c => c.BrokenAt).SingleAsync()));
    }

    [Fact]
    public async Task Two_instances_linking_at_once_make_one_chain()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await site.Given.PublishedAsync(title: $"Idee {i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LinkAsync(site)));
        await LinkAsync(site);

        Assert.Equal(0, await site.InDataAsync(db => db.Audit.CountAsync(a => a.Number == null)));
        Assert.All(await CheckAsync(site), c => Assert.Null(c.BrokenAt));
    }

    [Fact]
    public async Task A_year_that_is_over_is_signed_so_that_it_may_go_and_nobody_can_cut_off_more()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        await LinkAsync(site);
        Assert.Equal(0, await site.CountAsync<AuditCheckpoint>());
        site.Clock.Move(TimeSpan.FromDays(366));
        await site.Given.PublishedAsync(title: "Anul următor");
        await LinkAsync(site);

        var checkpoint = await site.InDataAsync(db => db.AuditCheckpoints.AsNoTracking().Where(c => c.Chain != AuditChain.OfNoLocality).SingleAsync());
        await site.InDataAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM audit WHERE \"Chain\" = {checkpoint.Chain} AND \"Number\" <= {checkpoint.LastNumber}"));
        Assert.All(await CheckAsync(site), c => Assert.Null(c.BrokenAt));

        await site.InDataAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM audit WHERE \"Chain\" = {checkpoint.Chain} AND \"Number\" = {checkpoint.LastNumber + 1}"));
        Assert.Equal(checkpoint.LastNumber + 1, Assert.Single(await CheckAsync(site), c => c.BrokenAt is not null).BrokenAt);
        await site.InDataAsync(db => db.Database.ExecuteSqlAsync($"UPDATE audit_checkpoints SET \"LastNumber\" = {checkpoint.LastNumber + 1} WHERE \"Chain\" = {checkpoint.Chain}"));
        Assert.Single(await CheckAsync(site), c => c.BrokenAt is not null);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_since_the_last_check_is_noticed()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        await site.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<VerifyAudit>(services).RunAsync(CancellationToken.None);
            return true;
        });
        Assert.All(await CheckAsync(site), c => Assert.Null(c.BrokenAt));

        var last = await site.InDataAsync(db => db.Audit.Where(a => a.LocalityId != null).MaxAsync(a => a.Number));
        await site.InDataAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM audit WHERE \"Number\" = {last} AND \"LocalityId\" IS NOT NULL"));

        Assert.Equal(last, Assert.Single(await CheckAsync(site), c => c.BrokenAt is not null).BrokenAt);
    }

    [Fact]
    public async Task What_was_audited_is_never_changed_or_removed_by_the_program()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InDataAsync(async db =>
        {
            db.Remove(await db.Audit.FirstAsync());
            return await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InDataAsync(async db =>
        {
            db.Entry(await db.Audit.FirstAsync()).Property(a => a.What).CurrentValue = "Other";
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_moderator_who_opens_what_a_child_wrote_is_recorded_and_nothing_follows_from_it()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync();
        var item = await site.InDataAsync(db => db.ModerationCases.AsNoTracking().SingleAsync());
        var moderator = await site.Given.SignedInAsync(Role.Moderator);

        (await moderator.OpenAsync($"/staff/bacau/moderation/{item.Id}")).ShouldHaveStatus(HttpStatusCode.OK);
        (await moderator.OpenAsync($"/staff/bacau/moderation/{item.Id}")).ShouldHaveStatus(HttpStatusCode.OK);

        var read = await site.InDataAsync(db => db.Audit.AsNoTracking().Where(a => a.What == nameof(ContributionRead)).ToListAsync());
        Assert.Equal(2, read.Count);
        Assert.All(read, r => Assert.Equal((Role.Moderator, item.Id, item.LocalityId), (r.Role!.Value, r.SubjectId!.Value, r.LocalityId!.Value)));
        Assert.Equal(0, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.What == nameof(ContributionRead))));
    }

    [Fact]
    public async Task Every_step_says_the_stage_before_and_after_it_also_two_in_one_save()
    {
        await using var site = await Site.StartAsync();
        var author = await site.Given.ChildAsync();
        var published = await site.Given.PublishedAsync(author);
        var waiting = await site.Given.SubmittedAsync(author, "Altă idee");
        await site.InDataAsync(async db =>
        {
            db.Add(Support.Of(published, (await site.Given.ChildAsync()).Participant, site.Clock.Now));
            return await db.EndAsync(author.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now);
        });
        await site.InDataAsync(async db =>
        {
            (await db.Cards.SingleAsync(c => c.Id == author.Card.Id)).Void(Given.Moderator, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(
            [
                "InitiativeLostAuthor InitiativeStage.Published InitiativeStage.Published", "InitiativePublished InitiativeStage.Submitted InitiativeStage.Published",
                "InitiativeSubmitted  InitiativeStage.Submitted", "InitiativeSupported  ",
            ],
            await StagesAsync(a => a.SubjectId == published.Id));
        Assert.Equal(
            [
                "InitiativeForgotten InitiativeStage.Withdrawn InitiativeStage.Withdrawn", "InitiativeSubmitted  InitiativeStage.Submitted",
                "InitiativeWithdrawn InitiativeStage.Submitted InitiativeStage.Withdrawn",
            ],
            await StagesAsync(a => a.SubjectId == waiting.Id));
        Assert.Equal(["ModerationWithdrawn ModerationStage.Waiting ModerationStage.Withdrawn"], await StagesAsync(a => a.What == "ModerationWithdrawn"));
        Assert.Equal(["ParticipationEnded CardStage.Valid CardStage.Ended"], await StagesAsync(a => a.What == "ParticipationEnded"));
        Assert.Equal(["CardVoided CardStage.Ended CardStage.Void"], await StagesAsync(a => a.What == "CardVoided"));

        Task<List<string>> StagesAsync(Expression<Func<AuditEntry, bool>> which) => site.InDataAsync(db =>
            db.Audit.Where(which).OrderBy(a => a.What).Select(a => a.What + " " + (a.StageBefore ?? "") + " " + (a.StageAfter ?? "")).ToListAsync());
    }

    [Fact]
    public async Task An_entry_without_stages_is_hashed_as_before_there_were_any()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        await site.InDataAsync(async db =>
        {
            db.Add(Support.Of(idea, (await site.Given.ChildAsync()).Participant, site.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await LinkAsync(site);

        var (entry, before) = await site.InDataAsync(async db =>
        {
            var found = await db.Audit.AsNoTracking().SingleAsync(a => a.What == nameof(InitiativeSupported));
            return (found, await db.Audit.AsNoTracking().SingleAsync(a => a.Chain == found.Chain && a.Number == found.Number - 1));
        });

        var text = $"{before.Hash}\n{entry.Chain:N}\n{entry.Number}\n{entry.Id:N}\n{entry.At.Ticks / 10}\nChild\n\n{entry.LocalityId:N}\nInitiativeSupported\n{idea.Id:N}\n{{}}";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), entry.Hash);
    }

    [Fact]
    public async Task What_a_child_does_with_card_and_account_says_a_child_and_never_which()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        await site.InDataAsync(async db =>
        {
            (await db.Participants.SingleAsync()).ConfirmBand(site.Clock.Now);
            return await db.EndAsync(me.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now);
        });
        await LinkAsync(site);

        var mine = await site.InDataAsync(db => db.Audit.Where(a => a.Role == Role.Child).OrderBy(a => a.What).ToListAsync());
        Assert.Equal(["AgeBandConfirmed", "ParticipantJoined", "ParticipationEnded"], mine.Select(a => a.What));
        Assert.All(mine, a => Assert.Equal((null, null), (a.SubjectId, a.StaffId)));
        Assert.All(await CheckAsync(site), c => Assert.Null(c.BrokenAt));
        var auditor = await site.Given.SignedInAsync(Role.Auditor);
        var everything = (await auditor.OpenAsync("/staff/national/audit")).Document.Body!.InnerHtml + await (await auditor.FetchAsync("/staff/national/audit?handler=Csv")).Content.ReadAsStringAsync()
            + string.Concat(await site.InDataAsync(db => db.Outbox.Select(o => o.SubjectId + o.Details).ToListAsync()));
        Assert.All(
            new[] { me.Participant.Id, me.Card.Id }.SelectMany(id => new[] { id.ToString(), id.ToString("N"), id.ToString("N")[^8..] }),
            id => Assert.DoesNotContain(id, everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_auditor_finds_what_happened_and_takes_it_away_as_a_table_and_both_are_recorded()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        var auditor = await site.Given.SignedInAsync(Role.Auditor);

        var page = await auditor.OpenAsync("/staff/national/audit?locality=bacau&what=InitiativePublished&role=Moderator&from=2000-01-01&to=2999-01-01");
        page.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("desk.audit.change.InitiativePublished");
        Assert.DoesNotContain("InitiativePublished", page.Text, StringComparison.Ordinal);
        var row = Assert.Single(page.Document.QuerySelectorAll("main table tbody tr"));
        Assert.Contains("Trimisă, se verifică → Publicată", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Leagăn", page.Text, StringComparison.Ordinal);
        Assert.Empty((await auditor.OpenAsync("/staff/national/audit?locality=brasov&what=InitiativePublished")).Document.QuerySelectorAll("main table tbody tr"));
        foreach (var nonsense in new[] { "from=abc", "role=99", "locality=nowhere", "what=Nothing", "from=2999-01-01&to=2000-01-01" })
        {
            var unclear = (await auditor.OpenAsync($"/staff/national/audit?{nonsense}")).ShouldShow("staff.audit.not-understood");
            Assert.Empty(unclear.Document.QuerySelectorAll("main table tbody tr"));
            Assert.Equal(HttpStatusCode.Redirect, (await auditor.FetchAsync($"/staff/national/audit?{nonsense}&handler=Csv")).StatusCode);
        }

        var csv = await auditor.FetchAsync("/staff/national/audit?locality=bacau&handler=Csv");
        var lines = (await csv.Content.ReadAsStringAsync()).Trim().Split('\n');

        Assert.Equal("text/csv; charset=utf-8", csv.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("at,locality,role,staff_id,what,subject_id,stage_before,stage_after,details,number,hash", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("InitiativeStage.Submitted,InitiativeStage.Published", Assert.Single(lines, l => l.Contains(",InitiativePublished,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(await site.InDataAsync(db => db.Audit.CountAsync(a => a.LocalityId != null)), lines.Length - 1);
        Assert.Equal(2, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(Core.Staff.AuditRead))));
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(Core.Staff.AuditExported))));
    }

    private static Task<bool> LinkAsync(Site site) => site.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<LinkAudit>(services).RunAsync(CancellationToken.None);
        return true;
    });

    private static Task<List<AuditCheck>> CheckAsync(Site site) => site.InScopeAsync(services => AuditChain
        .CheckAsync(services.GetRequiredService<ChildFriendlyDb>(), services.GetRequiredService<AuditKey>(), site.Clock.Now).ToListAsync().AsTask());
}
