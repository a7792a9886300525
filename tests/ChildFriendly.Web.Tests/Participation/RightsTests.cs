using System.Net;
using System.Text.Json;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Participation;

public sealed class RightsTests
{
    [Fact]
    public async Task A_child_sees_everything_held_about_the_card_and_takes_it_away_as_a_file()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        var other = await site.Given.ChildAsync();
        await site.Given.PublishedAsync(me, "Ideea mea");
        await site.Given.DraftAsync(me, "Ciorna mea");
        await site.Given.PublishedAsync(other, "Ideea altuia");
        var guest = await site.Given.SignedInAsync(me);
        await (await guest.OpenAsync("/ro/bacau/initiatives/2/support")).PressAsync("initiatives.support.do");

        var page = await (await guest.OpenAsync("/ro/me")).FollowAsync("me.data.link");
        page.ShouldShowText("Ideea mea").ShouldShowText("Ciorna mea").ShouldShowText("Ideea altuia");
        var file = await guest.FetchAsync("/ro/me/data?handler=File");
        using var json = JsonDocument.Parse(await file.Content.ReadAsStringAsync());

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal(["Ciorna mea", "Ideea mea"], json.RootElement.GetProperty("ideas").EnumerateArray().Select(i => i.GetProperty("title").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("Ideea altuia", json.RootElement.GetProperty("supported")[0].GetString());
        Assert.Equal("From11To13", json.RootElement.GetProperty("ageBand").GetString());
        Assert.DoesNotContain(me.Code, json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keep", InitiativeStage.Published)]
    [InlineData("Remove", InitiativeStage.Removed)]
    public async Task Ending_participation_deletes_the_account_and_does_with_ideas_what_the_child_chose(string wish, InitiativeStage left)
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var me = await site.Given.ChildAsync();
        var published = await site.Given.PublishedAsync(me, "Publicată");
        var waiting = await site.Given.SubmittedAsync(me, "Așteaptă");
        await site.Given.DraftAsync(me, "Începută");
        var others = await site.Given.PublishedAsync(title: "A altuia");
        await site.Given.CastAsync(vote, me, "1");
        var guest = await site.Given.SignedInAsync(me);
        await (await guest.OpenAsync($"/ro/bacau/initiatives/{others.Number}/support")).PressAsync("initiatives.support.do");

        var end = await guest.OpenAsync("/ro/me/end");
        (await end.PressAsync("me.end.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("me.end.ideas.required");
        (await end.Choose("Input.Ideas", wish).PressAsync("me.end.do")).ShouldShow("told.ended");

        Assert.False(await site.InDataAsync(db => db.Participants.AnyAsync(p => p.Id == me.Participant.Id)));
        Assert.False(await site.InDataAsync(db => db.Initiatives.AnyAsync(i => i.AuthorId == me.Participant.Id || i.Title == "Începută" || i.Title == "Așteaptă")));
        var idea = await site.InDataAsync(db => db.Initiatives.AsNoTracking().SingleAsync(i => i.Id == published.Id));
        Assert.Equal((left, left == InitiativeStage.Removed ? "" : "Publicată"), (idea.Stage, idea.Title));
        Assert.Equal(ModerationStage.Withdrawn, (await site.InDataAsync(db => db.ModerationCases.AsNoTracking().SingleAsync(c => c.ItemId == waiting.Id))).Stage);
        Assert.Equal(1, await site.CountAsync<CastBallot>());
        Assert.Equal(0, await site.CountAsync<VoterMark>());
        Assert.Equal(1, await site.InDataAsync(db => db.Supports.CountAsync(s => s.InitiativeId == others.Id && s.ParticipantId == null)));
        Assert.Equal("/ro/card", (await guest.OpenAsync("/ro/me")).Path);
        (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", me.Code).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.EndedCard);
        Assert.Equal(left == InitiativeStage.Removed ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{published.Number}")).Status);
    }

    [Fact]
    public async Task A_published_idea_is_taken_down_on_its_childs_wish_by_a_moderator_and_its_words_are_gone()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync(me);
        var other = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var guest = await site.Given.SignedInAsync(me);
        (await other.OpenAsync($"/ro/bacau/initiatives/{idea.Number}/remove")).ShouldHaveStatus(HttpStatusCode.NotFound);

        var ask = await (await guest.OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).FollowAsync("initiatives.removal.link");
        (await ask.PressAsync("initiatives.removal.do")).ShouldShow("told.removal-requested");
        (await ask.PressAsync("initiatives.removal.do")).ShouldShow("told.removal-requested");
        await site.ShouldHaveAuditedAsync<InitiativeRemovalRequested>(idea.Id, Role.Child);
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldHaveStatus(HttpStatusCode.OK);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldShow("desk.moderation.removals");
        var removal = await moderator.OpenAsync($"/staff/bacau/moderation/removals/{idea.Number}");
        (await removal.PressAsync("desk.moderation.removal.do")).ShouldShow("told.removed");
        (await removal.PressAsync("desk.moderation.removal.do")).ShouldShow("told.removed");

        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        var left = await site.InDataAsync(db => db.Initiatives.AsNoTracking().SingleAsync());
        Assert.Equal(("", "", "", "", "", (Guid?)null), (left.Title, left.Text, left.Place, left.Helps, left.SearchText, left.AuthorId));
        Assert.All(left.Timeline, t => Assert.Null(t.Sentence));
        await site.ShouldHaveAuditedAsync<InitiativeRemoved>(idea.Id, Role.Moderator);
    }

    [Fact]
    public async Task An_idea_that_became_part_of_one_that_was_taken_down_says_so_and_leads_nowhere()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        var gone = await site.Given.PublishedAsync(me, "Dispare");
        var stays = await site.Given.PublishedAsync(me, "Rămâne");
        await site.InDataAsync(async db =>
        {
            var into = await db.Initiatives.SingleAsync(i => i.Id == gone.Id);
            (await db.Initiatives.SingleAsync(i => i.Id == stays.Id)).MergeInto(into, "Seamănă.", Given.CouncilStaff, site.Clock.Now);
            into.RequestRemoval(site.Clock.Now);
            into.Remove(Given.Moderator, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        var page = await site.Guest().OpenAsync($"/ro/bacau/initiatives/{stays.Number}");

        page.ShouldShow("initiatives.taken-down");
        Assert.Null(page.Document.QuerySelector($"main a[href$='/initiatives/{gone.Number}']"));
    }

    [Fact]
    public async Task An_idea_that_became_part_of_one_a_reader_reported_names_it_to_nobody_meanwhile()
    {
        await using var site = await Site.StartAsync();
        var hidden = await site.Given.PublishedAsync(title: "Numele cuiva");
        var stays = await site.Given.PublishedAsync(title: "Rămâne");
        await site.InDataAsync(async db =>
        {
            var into = await db.Initiatives.SingleAsync(i => i.Id == hidden.Id);
            (await db.Initiatives.SingleAsync(i => i.Id == stays.Id)).MergeInto(into, "Seamănă.", Given.CouncilStaff, site.Clock.Now);
            into.Suspend(site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{stays.Number}")).ShouldShow("initiatives.not-shown").ShouldNotShowText("Numele cuiva");
    }

    [Fact]
    public async Task While_children_vote_on_it_an_idea_stays_and_goes_after_the_count()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var id = await site.InDataAsync(db => db.Initiatives.Where(i => i.Number == 1).Select(i => i.Id).SingleAsync());
        var author = await site.InDataAsync(async db => await db.Participants.AsNoTracking().SingleAsync(p => db.Initiatives.Any(i => i.Id == id && i.AuthorId == p.Id)));
        await site.InDataAsync(db => db.EndAsync(author.Id, keepsIdeas: false, Actor.Child, site.Clock.Now));
        var moderator = await site.Given.SignedInAsync(Role.Moderator);

        (await moderator.OpenAsync("/staff/bacau/moderation/removals/1")).ShouldShow(InitiativeRules.InVote.Key).ShouldNotShow("desk.moderation.removal.do");
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        moderator = await site.Given.SignedInAsync(Role.Moderator);
        (await (await moderator.OpenAsync("/staff/bacau/moderation/removals/1")).PressAsync("desk.moderation.removal.do")).ShouldShow("told.removed");

        Assert.Equal(InitiativeStage.Removed, await site.InDataAsync(db => db.Initiatives.Where(i => i.Id == id).Select(i => i.Stage).SingleAsync()));
        var results = (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}/results")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("initiatives.taken-down");
        Assert.DoesNotContain($"{Given.HostileTitle} 1", results.Text, StringComparison.Ordinal);
        Assert.All(results.Document.QuerySelectorAll("main th[scope=row]").Where(h => h.TextContent == site.Texts()["initiatives.taken-down"]), h => Assert.False(h.HasAttribute("lang")));
        Assert.DoesNotContain($"{Given.HostileTitle} 1", (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rule_of_the_retention_table_does_what_it_says_and_the_dry_run_says_it_before()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        await site.Given.DraftAsync(me);
        var withdrawn = await site.Given.SubmittedAsync(me, "Retrasă");
        var declined = await site.Given.PublishedAsync(me, "Refuzată");
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync(i => i.Id == withdrawn.Id)).Withdraw(site.Clock.Now);
            (await db.Initiatives.SingleAsync(i => i.Id == declined.Id)).Answer(Decision.Declined, AnswerReason.NotSafe, "Nu.", "Primăria", Given.CouncilStaff, site.Clock.Now);
            db.Add(FirstUse.Of(me.Card, site.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var admin = await site.Given.StaffAsync(Role.LocalityAdmin);
        await (await (await site.Guest().SignInAsync(admin)).OpenAsync("/staff/bacau/team")).Fill("Input.Email", "nou@primarie.example").Choose("Input.Role", "Moderator").PressAsync("staff.team.invite.do");
        Assert.All(await DueAsync(site), d => Assert.Equal(0, d.Value));
        site.Clock.Move(TimeSpan.FromDays(31));
        Assert.Equal((1, 0, 1), (await DueAsync(site) is var due ? due["drafts"] : 0, due["unpublished"], due["first-uses"]));
        var page = await (await site.Guest().SignInAsync(admin)).OpenAsync("/staff/bacau/retention");
        page.ShouldShow("staff.retention.rule.drafts.kept");
        Assert.Equal("1", page.Document.QuerySelectorAll("main tbody tr")[4 - 1].QuerySelectorAll(".number")[0].TextContent);
        Assert.Equal(1, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.Stage == InitiativeStage.Draft)));
        await ApplyAsync(site);
        Assert.Equal(0, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.Stage == InitiativeStage.Draft)));
        Assert.Equal(0, await site.CountAsync<FirstUse>());

        site.Clock.Move(TimeSpan.FromDays(60));
        await ApplyAsync(site);
        Assert.Equal("", await site.InDataAsync(db => db.Initiatives.Where(i => i.Id == withdrawn.Id).Select(i => i.Title).SingleAsync()));
        Assert.NotNull(await site.InDataAsync(db => db.Initiatives.Where(i => i.Id == declined.Id).Select(i => i.AuthorId).SingleAsync()));

        // The card was valid for three hundred days; a month later the account goes, and the idea stays without its author.
        site.Clock.Move(TimeSpan.FromDays(245));
        Assert.Equal((1, 1), (await DueAsync(site) is var later ? later["participants"] : 0, later["invitations"]));
        await ApplyAsync(site);
        Assert.Equal(0, await site.CountAsync<Participant>());
        Assert.Equal("Refuzată", await site.InDataAsync(db => db.Initiatives.Where(i => i.AuthorId == null && i.Id == declined.Id).Select(i => i.Title).SingleAsync()));

        site.Clock.Move(TimeSpan.FromDays(60));
        Assert.True((await DueAsync(site))["staff-sessions"] > 0);
        await ApplyAsync(site);
        site.Clock.Move(TimeSpan.FromDays(366 * 4));
        await ApplyAsync(site);
        Assert.Equal(0, await site.CountAsync<StaffSession>());
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<LinkAudit>().RunAsync(CancellationToken.None);
            return true;
        });
        Assert.True((await DueAsync(site))["audit"] > 0);
        await ApplyAsync(site);
        Assert.All(await DueAsync(site), d => Assert.Equal(0, d.Value));
        var checks = await site.InScopeAsync(services => AuditChain.CheckAsync(services.GetRequiredService<ChildFriendlyDb>(), services.GetRequiredService<AuditKey>(), site.Clock.Now).ToListAsync().AsTask());
        Assert.NotEmpty(checks);
        Assert.All(checks, c => Assert.Null(c.BrokenAt));
    }

    [Fact]
    public async Task Every_column_of_every_table_is_in_the_register_of_personal_data()
    {
        await using var site = await Site.StartAsync();
        var columns = await site.InDataAsync(db => Task.FromResult(db.Model.GetRelationalModel().Tables
            .SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).Order(StringComparer.Ordinal).ToList()));

        var register = PersonalData.Register.SelectMany(e => e.Personal.Concat(e.Other).Select(c => $"{e.Table}.{c}")).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(columns, register);
        var page = await (await site.Given.SignedInAsync(Role.SystemAdmin)).OpenAsync("/staff/system/data");
        Assert.Equal(PersonalData.Register.Count(e => e.Personal.Count > 0), page.Document.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Without_a_certificate_that_somebody_has_seen_no_door_to_children_opens()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator, hasCertificate: false);
        var moderator = await site.Guest().SignInAsync(person);
        var adminPerson = await site.Given.StaffAsync(Role.LocalityAdmin);
        var admin = await site.Guest().SignInAsync(adminPerson);

        Assert.Equal($"{person.Email}, {site.Texts()["staff.checks.none"]}", (await ListedAsync()).Single());
        var closed = (await moderator.OpenAsync("/staff")).ShouldShow(StaffCheckRules.Lapsed.Key);
        Assert.Empty(closed.Document.QuerySelectorAll("a[href='/staff/bacau/moderation']"));
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldHaveStatus(HttpStatusCode.Forbidden).ShouldShow(StaffCheckRules.Lapsed.Key);
        var team = (await admin.OpenAsync("/staff/bacau/team")).ShouldShow("staff.checks.none");
        var check = await admin.OpenAsync(team.Document.QuerySelector("a[href$='/certificate']")!.GetAttribute("href")!);
        (await check.Fill("Input.IssuedOn", "2999-01-01").PressAsync("staff.checks.seen")).ShouldRefuse(StaffCheckRules.InTheFuture);
        (await check.Fill("Input.IssuedOn", "2020-01-01").PressAsync("staff.checks.seen")).ShouldRefuse(StaffCheckRules.TooOld);
        var issued = RomanianTime.DateOf(site.Clock.Now);
        (await check.Fill("Input.IssuedOn", issued.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).PressAsync("staff.checks.seen")).ShouldShow("told.check-recorded");
        (await check.PressAsync("staff.checks.seen")).ShouldShow("told.check-recorded");
        Assert.Equal(1, await site.CountAsync<StaffCheck>());
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldHaveStatus(HttpStatusCode.OK);
        (await admin.OpenAsync("/staff/bacau/team")).ShouldShowText(site.Texts()["staff.checks.seen-by", ("who", adminPerson.Email), ("date", site.Texts().Date(issued))]);
        Assert.Empty(await ListedAsync());

        site.Clock.MoveTo(RomanianTime.FromLocal(issued.AddMonths(StaffCheckRules.CertificateMonths).AddDays(-25).ToDateTime(TimeOnly.MinValue)));
        await RemindAsync(site);
        await RemindAsync(site);
        Assert.Equal(1, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.What == nameof(StaffCheckEndsSoon))));
        site.Clock.Move(TimeSpan.FromDays(20));
        await RemindAsync(site);
        Assert.Equal(2, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.What == nameof(StaffCheckEndsSoon))));
        moderator = await site.Guest().SignInAsync(person);
        Assert.Single((await moderator.OpenAsync("/staff")).Document.QuerySelectorAll("main .notice--warn"));
        var soon = RomanianTime.DateOf(site.Clock.Now).AddDays(5);
        Assert.Equal($"{person.Email}, {site.Texts()["staff.checks.soon", ("date", site.Texts().Date(soon))]}", (await ListedAsync()).Single());
        site.Clock.Move(TimeSpan.FromDays(6));
        Assert.Equal($"{person.Email}, {site.Texts()["staff.checks.lapsed-on", ("date", site.Texts().Date(soon))]}", (await ListedAsync()).Single());
        moderator = await site.Guest().SignInAsync(person);
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldHaveStatus(HttpStatusCode.Forbidden);

        // Who needs a new certificate, on the administrator's first page and nobody else's.
        async Task<List<string>> ListedAsync()
        {
            Assert.Empty((await (await site.Given.SignedInAsync(Role.LocalityAdmin, "brasov")).OpenAsync("/staff")).Document.QuerySelectorAll("main .notice--warn li"));
            var home = await (await site.Given.SignedInAsync(Role.LocalityAdmin)).OpenAsync("/staff");
            Assert.All(home.Document.QuerySelectorAll("main .notice--warn"), n => Assert.NotNull(n.QuerySelector("a[href='/staff/bacau/team']")));
            return home.Document.QuerySelectorAll("main .notice--warn li").Select(l => l.TextContent.Trim()).ToList();
        }
    }

    [Fact]
    public async Task An_administrator_cannot_record_their_own_certificate()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.LocalityAdmin);
        var id = await site.InDataAsync(db => db.StaffAccounts.Select(s => s.Id).SingleAsync());
        var admin = await site.Guest().SignInAsync(person);

        var page = await admin.OpenAsync($"/staff/bacau/team/{id}/checks/certificate");
        (await page.Fill("Input.IssuedOn", RomanianTime.DateOf(site.Clock.Now).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).PressAsync("staff.checks.seen")).ShouldRefuse(StaffCheckRules.NotForYourself);
    }

    [Fact]
    public async Task A_parents_consent_is_a_number_on_a_paper_and_its_withdrawal_holds_at_once()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.StaffAsync(Role.Facilitator);
        var desk = await site.Guest().SignInAsync(facilitator);
        var form = await (await desk.OpenAsync("/staff/bacau/consents")).FollowAsync("staff.consents.new");
        form.Choose("Input.Scope", "Photos").Choose("Input.Form", "PaperForm").Fill("Input.TextVersion", "2").Fill("Input.Keeper", "Școala 5");

        (await form.Fill("Input.Reference", "Ana Popescu").PressAsync("staff.consents.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("staff.consents.reference.invalid");
        (await form.Fill("Input.Reference", "1234567890123").PressAsync("staff.consents.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("staff.consents.reference.invalid");
        (await form.Fill("Input.Reference", "FG-12/2026").Fill("Input.Keeper", "Dna Ana, 0744 123 456").PressAsync("staff.consents.do")).ShouldRefuse(ParentConsentRules.KeeperIsAPerson);
        (await form.Fill("Input.Keeper", "Școala 5").Fill("Input.GivenOn", "2019-12-31").Fill("Input.ExpiresOn", "2020-06-01").PressAsync("staff.consents.do")).ShouldRefuse(ParentConsentRules.TooLongAgo);
        (await form.Fill("Input.GivenOn", "2026-03-01").Fill("Input.ExpiresOn", "2026-12-01").PressAsync("staff.consents.do")).ShouldShow("told.consent-taken").ShouldShowText("FG-12/2026")
            .ShouldShowText(site.Texts()["staff.consents.recorded-by", ("who", facilitator.Email)]);
        var second = await desk.OpenAsync("/staff/bacau/consents/new");
        second.Choose("Input.Scope", "Photos").Choose("Input.Form", "PaperForm").Fill("Input.TextVersion", "2").Fill("Input.Keeper", "Școala 5").Fill("Input.Reference", "FG-12/2026");
        (await second.PressAsync("staff.consents.do")).ShouldRefuse(ParentConsentRules.TakenAlready);
        var list = await desk.OpenAsync("/staff/bacau/consents");
        (await list.PressAsync("staff.consents.withdraw.do")).ShouldShow("told.consent-withdrawn");

        var consent = await site.InDataAsync(db => db.ParentConsents.AsNoTracking().SingleAsync());
        Assert.False(consent.Holds(RomanianTime.DateOf(site.Clock.Now)));
        await site.ShouldHaveAuditedAsync<ParentConsentWithdrawn>(consent.Id, Role.Facilitator);
        (await (await site.Given.SignedInAsync(Role.Facilitator, "brasov")).OpenAsync("/staff/brasov/consents")).ShouldShow("staff.consents.none");
    }

    [Fact]
    public async Task In_a_new_school_year_a_child_is_asked_once_how_old_they_are()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        site.Clock.MoveTo(new DateTime(2026, 9, 16, 8, 0, 0, DateTimeKind.Utc));

        var asked = await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", me.Code).PressAsync("participation.card.enter");
        Assert.Equal("/ro/card/band", asked.Path);
        (await asked.PressAsync("participation.band-check.older")).ShouldShow("participation.band-check.older.text");
        var guest = site.Guest();
        var again = await (await guest.OpenAsync("/ro/card")).Fill("Input.Code", me.Code).PressAsync("participation.card.enter");
        Assert.Equal("/ro/card/band", (await guest.OpenAsync("/ro/bacau/initiatives/new")).Path);
        // What is a child's by right needs no answer.
        (await guest.OpenAsync("/ro/me/data")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("me.data.card").ShouldShow("participation.welcome.what.4").ShouldShow("participation.welcome.assent");
        (await guest.OpenAsync("/ro/me/end")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("me.end.do");
        Assert.Equal("/ro/me", (await again.PressAsync("participation.band-check.yes")).Path);

        await site.Given.SignedInAsync(me);
        await site.ShouldHaveAuditedAsync<AgeBandConfirmed>(null, Role.Child);
    }

    [Fact]
    public async Task A_card_lives_while_something_of_its_child_is_under_way_and_at_most_two_years()
    {
        await using var site = await Site.StartAsync();
        var busy = await site.Given.ChildAsync();
        var idle = await site.Given.ChildAsync();
        await site.Given.PublishedAsync(busy);
        var made = RomanianTime.DateOf(site.Clock.Now);
        var until = busy.Card.ValidUntil;

        site.Clock.MoveTo(RomanianTime.FromLocal(until.AddDays(-2).ToDateTime(new TimeOnly(12, 0))));
        await ProlongAsync(site);
        Assert.Equal(until.AddMonths(1), await UntilAsync(busy));
        Assert.Equal(idle.Card.ValidUntil, await UntilAsync(idle));

        var last = made.AddMonths(CardRules.LongestMonths);
        for (var i = 0; i < CardRules.LongestMonths; i++)
        {
            site.Clock.MoveTo(RomanianTime.FromLocal((await UntilAsync(busy)).AddDays(-1).ToDateTime(new TimeOnly(12, 0))));
            await ProlongAsync(site);
        }

        Assert.Equal(last, await UntilAsync(busy));

        Task<DateOnly> UntilAsync(ChildWithCard child) => site.InDataAsync(db => db.Cards.Where(c => c.Id == child.Card.Id).Select(c => c.ValidUntil).SingleAsync());

        static Task<bool> ProlongAsync(Site site) => site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<ProlongCards>().RunAsync(CancellationToken.None);
            return true;
        });
    }

    [Fact]
    public async Task The_quick_exit_ends_the_session_and_leads_away()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var help = await guest.OpenAsync("/ro/help");
        var stolen = site.Guest();
        stolen.Cookies.Add(guest.Cookies.GetAllCookies());

        var answer = await guest.FetchAsync(help.Document.QuerySelector("#quick-exit")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual("localhost", answer.Headers.Location!.Host);
        Assert.Contains("storage", answer.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
        Assert.Equal("/ro/card", (await guest.OpenAsync("/ro/me")).Path);
        Assert.Equal("/ro/card", (await stolen.OpenAsync("/ro/me")).Path);
    }

    private static Task<Dictionary<string, int>> DueAsync(Site site) => site.InDataAsync(async db =>
    {
        var due = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in ApplyRetention.Rules)
        {
            due[rule.Key] = await rule.CountAsync(db, site.Clock.Now, null);
        }

        return due;
    });

    private static Task<bool> ApplyAsync(Site site) => site.InScopeAsync(async services =>
    {
        await services.GetRequiredService<ApplyRetention>().RunAsync(CancellationToken.None);
        return true;
    });

    private static Task<bool> RemindAsync(Site site) => site.InScopeAsync(async services =>
    {
        await services.GetRequiredService<RemindOfStaffChecks>().RunAsync(CancellationToken.None);
        return true;
    });
}
