using System.Net;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Safeguarding;

public sealed class CaseTests
{
    private const string Cry = "Mă bate tata <b>și</b> mi-e frică.\nNu spuneți.";

    [Fact]
    public async Task From_the_alarm_to_the_record_and_the_end()
    {
        await using var site = await Site.StartAsync();
        var (lead, deputy) = await site.Given.SafeguardingAsync();
        var item = await OpenCaseAsync(site);
        var desk = await site.Guest().SignInAsync(lead);

        var alarm = (await desk.OpenAsync("/staff/account")).ShouldShowText(site.Texts().Count("staff.alarm", 1, ("place", "Bacău")));
        var list = await alarm.FollowAsync("staff.alarm.open");
        list.ShouldNotShowText("bate").ShouldShow("stage.SafeguardingStage.New");
        var page = await desk.OpenAsync($"/staff/bacau/safeguarding/{item.Id}");
        page.ShouldShowText(Cry.Split('\n')[0]).ShouldShowText(Cry.Split('\n')[1]).ShouldShowText("la bibliotecă");

        page = await page.PressAsync("desk.safeguarding.acknowledge");
        page.ShouldShow("told.safeguarding-noted").ShouldNotShow("staff.alarm.open").ShouldNotShow("desk.safeguarding.acknowledge");
        (await page.PressAsync("desk.safeguarding.triage.do")).ShouldRefuse(SafeguardingRules.LevelMissing);
        (await page.Choose("Input.Level", "A").PressAsync("desk.safeguarding.triage.do")).ShouldRefuse(SafeguardingRules.ReasonMissing);
        page = await page.Choose("Input.Level", "A").Fill("Input.Reason", "pericol acasă").PressAsync("desk.safeguarding.triage.do");
        page = await page.Choose("Input.Act", "Called119").Fill("Input.Note", "au trimis o echipă").PressAsync("desk.safeguarding.act.do");
        page.ShouldShow("desk.safeguarding.act.Called119").ShouldShowText("au trimis o echipă").ShouldShow("desk.audit.change.SafeguardingCaseRead");

        var record = await page.FollowAsync("desk.safeguarding.record");
        record.ShouldShowText(Cry.Split('\n')[0]).ShouldShowText(Cry.Split('\n')[1]).ShouldShow("desk.safeguarding.record.law").ShouldShowText("pericol acasă").ShouldShowText("la bibliotecă");
        (await page.Choose("Input.Outcome", "HandedOver").PressAsync("desk.safeguarding.close.do")).ShouldRefuse(SafeguardingRules.ReasonMissing);
        page = await page.Choose("Input.Outcome", "HandedOver").Fill("Input.Ending", "preluat de DGASPC").PressAsync("desk.safeguarding.close.do");
        page.ShouldShow("desk.safeguarding.outcome.HandedOver").ShouldNotShow("desk.safeguarding.triage.do");

        var other = await (await site.Guest().SignInAsync(deputy)).OpenAsync($"/staff/bacau/safeguarding/{item.Id}");
        other.ShouldShowText("preluat de DGASPC").ShouldShowText(lead.Email);
        var audit = await site.InDataAsync(db => db.Audit.AsNoTracking().Where(a => a.SubjectId == item.Id).ToListAsync());
        Assert.All(audit, a => Assert.True(a.LocalityId is null && !a.Details.Contains("bate", StringComparison.Ordinal) && a.Chain == AuditChain.OfSafeguarding));
        Assert.Equal((5, 1), (audit.Count(a => a.What == nameof(SafeguardingCaseRead) && a.Role == Role.SafeguardingLead), audit.Count(a => a.What == nameof(SafeguardingCaseRead) && a.Role == Role.SafeguardingDeputy)));
        Assert.Single(audit, a => a.What == nameof(SafeguardingRecordRead));
        Assert.Equal(0, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.What == nameof(SafeguardingCaseRead))));
    }

    [Fact]
    public async Task Nobody_else_opens_it_and_the_national_lead_only_what_was_passed_on()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var item = await OpenCaseAsync(site);
        var national = await site.Given.SignedInAsync(Role.NationalSafeguardingLead);
        foreach (var role in new[] { Role.Moderator, Role.LocalityAdmin, Role.Auditor, Role.SystemAdmin, Role.CommitteeReader })
        {
            var somebody = await site.Given.SignedInAsync(role);
            (await somebody.OpenAsync($"/staff/bacau/safeguarding/{item.Id}")).ShouldHaveStatus(HttpStatusCode.Forbidden).ShouldNotShowText("bate");
            (await somebody.OpenAsync($"/staff/national/safeguarding/{item.Id}")).ShouldHaveStatus(HttpStatusCode.Forbidden);
            (await somebody.OpenAsync("/staff")).ShouldNotShow("staff.alarm.open");
        }

        var elsewhere = await site.Given.SignedInAsync(Role.SafeguardingLead, "brasov");
        (await elsewhere.OpenAsync($"/staff/bacau/safeguarding/{item.Id}")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        (await elsewhere.OpenAsync($"/staff/brasov/safeguarding/{item.Id}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await national.OpenAsync($"/staff/national/safeguarding/{item.Id}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await national.OpenAsync("/staff")).ShouldNotShow("staff.alarm.open");

        foreach (var (minutes, step) in new[] { (14, AlarmStep.Lead), (1, AlarmStep.Deputy), (29, AlarmStep.Deputy), (1, AlarmStep.National) })
        {
            site.Clock.Move(TimeSpan.FromMinutes(minutes));
            await site.RunJobAsync<PassOnAlarms>();
            Assert.Equal(step, await site.InDataAsync(db => db.SafeguardingCases.Select(c => c.Alarm).SingleAsync()));
        }

        national = await site.Given.SignedInAsync(Role.NationalSafeguardingLead);
        (await national.OpenAsync("/staff")).ShouldShow("staff.alarm.open");
        var page = await national.OpenAsync($"/staff/national/safeguarding/{item.Id}");
        (await page.ShouldShowText(Cry.Split('\n')[0]).ShouldShowText(Cry.Split('\n')[1]).PressAsync("desk.safeguarding.acknowledge")).ShouldShow("stage.SafeguardingStage.Acknowledged");
    }

    [Fact]
    public async Task Two_who_press_at_once_have_both_seen_it()
    {
        await using var site = await Site.StartAsync();
        var (lead, deputy) = await site.Given.SafeguardingAsync();
        var item = await OpenCaseAsync(site);
        var pages = new List<Page>();
        foreach (var person in new[] { lead, deputy })
        {
            pages.Add(await (await site.Guest().SignInAsync(person)).OpenAsync($"/staff/bacau/safeguarding/{item.Id}"));
        }

        (await pages[0].PressAsync("desk.safeguarding.acknowledge")).ShouldHaveStatus(HttpStatusCode.OK);
        (await pages[1].PressAsync("desk.safeguarding.acknowledge")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("stage.SafeguardingStage.Acknowledged");
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(SafeguardingCaseAcknowledged))));
    }

    [Fact]
    public async Task Opening_a_case_drops_no_kept_page_of_the_locality()
    {
        await using var site = await Site.StartAsync();
        var guest = site.Guest();
        await guest.FetchAsync("/ro/bacau");
        await OpenCaseAsync(site);

        Assert.NotNull((await guest.FetchAsync("/ro/bacau")).Headers.Age);
    }

    [Fact]
    public async Task After_five_years_the_words_are_gone_and_nobody_sees_how_many_are_due()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var item = await OpenCaseAsync(site);
        var page = await (await site.Guest().SignInAsync(lead)).OpenAsync($"/staff/bacau/safeguarding/{item.Id}");
        await page.Choose("Input.Level", "D").Fill("Input.Reason", "o piesă de teatru").PressAsync("desk.safeguarding.triage.do");
        var admin = await site.Given.StaffAsync(Role.LocalityAdmin);

        site.Clock.Move(TimeSpan.FromDays(5 * 366));
        var retention = await (await site.Guest().SignInAsync(admin)).OpenAsync("/staff/bacau/retention");
        var row = retention.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(site.Texts()["staff.retention.rule.safeguarding"], StringComparison.Ordinal));
        Assert.Equal(["–", "–"], row.QuerySelectorAll("td.number").Select(c => c.TextContent.Trim()));
        await site.RunJobAsync<ApplyRetention>();

        var erased = await site.InDataAsync(db => db.SafeguardingCases.AsNoTracking().SingleAsync());
        Assert.Equal(("", "", true), (erased.SealedWords, erased.SealedReach, erased.ErasedAt is not null));
        Assert.All(erased.Notes, n => Assert.Equal("", n.SealedText));
    }

    [Fact]
    public async Task Counts_are_years_that_are_over_under_the_rule_of_small_numbers()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 12; i++)
        {
            await OpenCaseAsync(site);
            await OpenCaseAsync(site, "brasov");
        }

        await OpenCaseAsync(site, "moinesti");
        var year = RomanianTime.DateOf(site.Clock.Now).Year;
        var national = await site.Given.StaffAsync(Role.NationalSafeguardingLead);
        (await (await site.Guest().SignInAsync(national)).OpenAsync("/staff/national/safeguarding")).ShouldNotShowText($" {year} ");
        site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(year + 1, 1, 5)));

        var page = await (await site.Guest().SignInAsync(national)).OpenAsync("/staff/national/safeguarding");
        var figures = page.Document.QuerySelectorAll("main dl.facts dd").Select(d => d.TextContent.Trim()).ToList();
        Assert.Equal(5, figures.Count);
        // One of the twelve is hidden too, so that the single one cannot be worked out.
        Assert.Equal(1, figures.Count(f => f == "12"));
        Assert.DoesNotContain("1", figures);
    }

    [Fact]
    public async Task The_test_alarm_is_sent_once_on_the_first_working_morning_of_a_month()
    {
        await using var site = await Site.StartAsync();
        await site.Given.StaffAsync(Role.SafeguardingLead);
        // 1 May is a holiday and a Friday: Monday the fourth.
        foreach (var (day, hour, tests) in new[] { (1, 9, 0), (3, 9, 0), (4, 7, 0), (4, 8, 1), (4, 9, 1), (20, 9, 1) })
        {
            site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(2026, 5, day, hour, 0, 0)));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => site.RunJobAsync<SendTestAlarms>())));
            Assert.Equal(tests, await site.CountAsync<AlarmTest>());
        }

        Assert.Equal(1, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.What == nameof(AlarmTestSent))));
    }

    private static Task<SafeguardingCase> OpenCaseAsync(Site site, string slug = "bacau") => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var here = await db.Set<Locality>().SingleAsync(l => l.Slug == slug);
        var item = SafeguardingCase.Open(here.Id, SafeguardingOrigin.Myself, "ro", Cry, "la bibliotecă", services.GetRequiredService<ISeal>(), Actor.Program, site.Clock.Now);
        db.Add(item);
        await db.SaveChangesAsync();
        return item;
    });
}
