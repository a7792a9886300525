using System.Net;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.AdvisoryCouncils;

public sealed class CouncilWorkTests
{
    private const string Desk = "/staff/bacau/council";

    [Fact]
    public async Task The_page_shows_members_together_and_their_ages_only_where_numbers_allow()
    {
        await using var site = await Site.StartAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = await DescribeAsync(coordinator, 8, 11);

        var page = (await site.Guest().OpenAsync("/ro/bacau/council")).ShouldShowText(site.Texts().Count("council.members", 19)).ShouldShowText("La biroul coordonatoarei");
        page.ShouldNotShowText(site.Texts().Of("band", AgeBand.From14To17));
        form.Fill("Input.From11To13", "12").Fill("Input.From14To17", "13").Fill("Input.Seats", "20");
        (await form.PressAsync("desk.council.about.save")).ShouldRefuse(CouncilRules.MoreThanSeats);
        (await form.Fill("Input.Seats", "25").PressAsync("desk.council.about.save")).ShouldShow("told.council-described");
        (await site.Guest().OpenAsync("/ro/bacau/council?fresh")).ShouldShowText($"{site.Texts().Of("band", AgeBand.From14To17)}: 13");
        (await form.Fill("Input.To", "2025-01-01").PressAsync("desk.council.about.save")).ShouldRefuse(CouncilRules.MandateBackwards);
    }

    [Fact]
    public async Task Names_are_sealed_every_look_is_recorded_and_they_go_a_month_after_the_mandate()
    {
        await using var site = await Site.StartAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        (await coordinator.OpenAsync($"{Desk}/members")).ShouldShow("desk.council.mandate.missing");
        await DescribeAsync(coordinator, 8, 11);
        var form = (await coordinator.OpenAsync($"{Desk}/members")).Fill("Input.Name", "Ana <b>Pop").Fill("Input.Contact", "0700 000 000");
        (await form.PressAsync("desk.council.members.save")).ShouldShow("told.member-noted").ShouldNotShowText("Ana");
        await form.PressAsync("desk.council.members.save");

        var stored = await site.InDataAsync(db => db.CouncilSeats.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("Ana", stored.SealedName + stored.SealedContact, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(CouncilListRead))));
        (await (await coordinator.OpenAsync($"{Desk}/members")).PressAsync("desk.council.members.open")).ShouldShowText("Ana <b>Pop").ShouldShowText("0700 000 000");
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(CouncilListRead) && a.Role == Role.CouncilCoordinator)));
        Assert.Equal(0, await site.InDataAsync(db => db.Audit.CountAsync(a => a.Details.Contains("Ana"))));
        (await (await site.Given.SignedInAsync(Role.LocalityAdmin)).OpenAsync($"{Desk}/members")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        (await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync($"{Desk}/members")).ShouldHaveStatus(HttpStatusCode.Forbidden);

        var until = (await site.InDataAsync(db => db.ChildrensCouncils.SingleAsync())).MandateTo!.Value;
        site.Clock.MoveTo(RomanianTime.StartOf(until.AddMonths(1)));
        await site.RunJobAsync<ApplyRetention>();
        Assert.Equal(1, await site.CountAsync<CouncilSeat>());
        site.Clock.Move(TimeSpan.FromDays(2));
        await site.RunJobAsync<ApplyRetention>();
        Assert.Equal(0, await site.CountAsync<CouncilSeat>());
        await site.ShouldHaveAuditedAsync<CouncilSeatLeft>(stored.Id, null);
    }

    [Fact]
    public async Task A_meeting_is_called_moved_called_off_and_stands_in_the_calendar()
    {
        await using var site = await Site.StartAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = await coordinator.OpenAsync($"{Desk}/meetings/new");
        form.Fill("Input.Name", "Drumul <b>").Fill("Input.Place", "Casa, mare").Fill("Input.Agenda", "Unu\nDoi").Fill("Input.StartsAt", "2020-01-01T10:00");
        (await form.PressAsync("desk.council.meeting.invite")).ShouldRefuse(MeetingRules.InThePast);
        form.Fill("Input.StartsAt", "2026-05-10T15:00").Fill("Input.EndsAt", "2026-05-10T17:00");
        (await form.PressAsync("desk.council.meeting.invite")).ShouldShow("told.meeting-called");
        (await form.PressAsync("desk.council.meeting.invite")).ShouldShow("told.meeting-called");
        Assert.Equal(1, await site.CountAsync<CouncilMeeting>());

        var file = await site.Guest().FetchAsync("/ro/bacau/council/calendar.ics");
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        var calendar = await file.Content.ReadAsStringAsync();
        Assert.Contains("DTSTART:20260510T120000Z\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Casa\\, mare\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", calendar, StringComparison.Ordinal);

        var stale = await coordinator.OpenAsync($"{Desk}/meetings/1");
        (await (await coordinator.OpenAsync($"{Desk}/meetings/1")).Fill("Input.Agenda", "Doi").PressAsync("desk.council.meeting.save")).ShouldShow("told.meeting-moved");
        (await stale.Fill("Input.Place", "Altundeva").PressAsync("desk.council.meeting.save")).ShouldRefuse(Refusal.ChangedMeanwhile);
        (await coordinator.OpenAsync($"{Desk}/meetings/1/minutes")).ShouldShow("desk.council.meeting.not-yet");
        var page = await coordinator.OpenAsync($"{Desk}/meetings/1");
        (await page.PressAsync("desk.council.meeting.cancel.do")).ShouldShow("told.meeting-not-cancelled");
        (await page.Fill("because", "Sala e închisă.").PressAsync("desk.council.meeting.cancel.do")).ShouldShow("told.meeting-cancelled");
        (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1")).ShouldShow("council.meeting.off").ShouldShowText("Sala e închisă.");
        Assert.Contains("STATUS:CANCELLED", await (await site.Guest().FetchAsync("/ro/bacau/council/calendar.ics?fresh")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_speak_to_both_ages_and_say_numbers_only()
    {
        await using var site = await Site.StartAsync();
        await MeetingAsync(site);
        site.Clock.Move(TimeSpan.FromDays(4));
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = (await coordinator.OpenAsync($"{Desk}/meetings/1/minutes")).Fill("Input.Attended", "16").Fill("Input.Decisions", "Cerem lumină.\nMergem în parc.")
            .Fill("Input.Summary", "Am hotărât să cerem lumină.").Fill("Input.Young", "Cerem lumină!");

        (await form.PressAsync("desk.council.minutes.publish")).ShouldShow("told.meeting-reported");

        (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1")).ShouldShowText("Am hotărât să cerem lumină.").ShouldShowText("Mergem în parc.").ShouldShowText(site.Texts().Count("council.members", 16));
        var young = await site.Given.SignedInAsync(await site.Given.ChildAsync(band: AgeBand.From6To10));
        (await young.OpenAsync("/ro/bacau/council/meetings/1")).ShouldShowText("Cerem lumină!").ShouldNotShowText("Am hotărât");
    }

    [Fact]
    public async Task Supported_ideas_and_checked_proposals_come_onto_the_next_agenda_once()
    {
        await using var site = await Site.StartAsync();
        await DescribeAsync(await site.Given.SignedInAsync(Role.CouncilCoordinator), 8, 11, support: "2");
        await MeetingAsync(site);
        var (liked, lonely) = (await site.Given.PublishedAsync(title: "Umbră în parc"), await site.Given.PublishedAsync(title: "Altă idee"));
        await SupportAsync(site, liked, 2);
        await SupportAsync(site, lonely, 1);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var form = (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "De ce e închis terenul? <b>");
        (await form.PressAsync("council.send")).ShouldShow("told.council-sent");
        (await form.PressAsync("council.send")).ShouldShow("told.council-sent");
        await site.RunJobAsync<FillAgenda>();
        (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1")).ShouldShowText("Umbră în parc").ShouldNotShowText("De ce e închis").ShouldNotShowText("Altă idee");

        await DecideAsync(site, "Published");
        await site.RunJobAsync<FillAgenda>();
        await site.RunJobAsync<FillAgenda>();

        var shown = (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1?fresh")).ShouldShowText("De ce e închis terenul? <b>").ShouldShow("council.agenda.from-a-child");
        Assert.Equal(4, shown.Document.QuerySelectorAll(".agenda > li").Length);
        // Called off: what children brought comes onto the next one.
        await site.InDataAsync(async db =>
        {
            var meeting = await db.CouncilMeetings.SingleAsync();
            meeting.Cancel("Sala e închisă.", Actor.Program, site.Clock.Now);
            db.Add(CouncilMeeting.Invite(meeting.LocalityId, 2, "Iar", "Sala", site.Clock.Now.AddDays(9), "", Actor.Program, site.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await site.RunJobAsync<FillAgenda>();
        Assert.Equal(2, (await site.InDataAsync(db => db.CouncilMeetings.AsNoTracking().SingleAsync(m => m.Number == 2))).Points.Count);
    }

    [Fact]
    public async Task A_card_is_marked_by_code_or_number_and_opens_the_table_until_the_mandate_ends()
    {
        await using var site = await Site.StartAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        await DescribeAsync(coordinator, 8, 11);
        var (member, other, little, away) = (await site.Given.ChildAsync(), await site.Given.ChildAsync(), await site.Given.ChildAsync(band: AgeBand.From6To10), await site.Given.ChildAsync("brasov"));
        (await (await site.Given.SignedInAsync(member)).OpenAsync("/ro/bacau/council/desk")).ShouldHaveStatus(HttpStatusCode.NotFound);

        var form = await coordinator.OpenAsync($"{Desk}/cards");
        foreach (var (typed, refusal) in new[] { ("????", CouncilRules.CardUnknown), (away.Code, CouncilRules.CardUnknown), ("99/1", CouncilRules.CardUnknown), (little.Code, CouncilRules.CardTooYoung) })
        {
            (await form.Fill("Input.Card", typed).PressAsync("desk.council.cards.mark")).ShouldRefuse(refusal);
        }

        (await form.Fill("Input.Card", member.Code.ToLowerInvariant()).PressAsync("desk.council.cards.mark")).ShouldShow("told.member-marked");
        var batch = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == other.Card.BatchId).Select(b => b.Number).SingleAsync());
        (await form.Fill("Input.Card", $"{batch}/1").PressAsync("desk.council.cards.mark")).ShouldShow("told.member-marked");
        await site.ShouldHaveAuditedAsync<CardJoinedCouncil>(member.Card.Id, Role.CouncilCoordinator);

        (await (await site.Given.SignedInAsync(member)).OpenAsync("/ro/bacau/council")).ShouldShow("council.desk.title");
        (await (await site.Given.SignedInAsync(other)).OpenAsync("/ro/bacau/council/desk")).ShouldShow("council.desk.lead");
        (await (await site.Given.SignedInAsync(little)).OpenAsync("/ro/bacau/council/desk")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.Equal("/ro/card", (await site.Guest().OpenAsync("/ro/bacau/council/desk")).Path);
        var page = await coordinator.OpenAsync($"{Desk}/cards");
        await page.SubmitAsync(page.Document.QuerySelector("form[action$=Remove] button")!);
        Assert.Equal(1, await site.InDataAsync(db => db.Cards.CountAsync(c => c.CouncilUntil != null)));
    }

    [Fact]
    public async Task What_a_member_writes_others_see_only_after_a_moderator()
    {
        await using var site = await Site.StartAsync();
        var (ana, dan) = (await MemberAsync(site), await MemberAsync(site));
        var draft = await DraftAsync(site);
        var writer = await site.Given.SignedInAsync(ana);
        var reader = await site.Given.SignedInAsync(dan);
        (await writer.OpenAsync("/ro/bacau/council/desk")).ShouldShowText("Lumină pe alei");
        var page = await writer.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}");
        page.Choose("Input.Kind", "Wording").Fill("Input.Text", "Cerem și bănci <b>.");
        (await page.PressAsync("council.send")).ShouldShow("told.council-sent").ShouldShowText("Cerem și bănci <b>.");
        (await reader.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}")).ShouldNotShowText("bănci");
        (await (await site.Given.SignedInAsync(Role.CouncilCoordinator)).OpenAsync($"/staff/bacau/council/recommendations/{draft}")).ShouldNotShowText("bănci");

        await DecideAsync(site, "Published");
        (await reader.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}")).ShouldShowText("Cerem și bănci <b>.");
        (await (await site.Given.SignedInAsync(Role.CouncilCoordinator)).OpenAsync($"/staff/bacau/council/recommendations/{draft}")).ShouldShowText("Cerem și bănci <b>.");
        (await site.Guest().OpenAsync("/ro/bacau/council")).ShouldNotShowText("bănci");

        var second = await writer.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}");
        await second.Choose("Input.Kind", "Comment").Fill("Input.Text", "Ionel e prost.").PressAsync("council.send");
        await DecideAsync(site, "NotPublished");
        (await reader.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}")).ShouldNotShowText("prost");
        (await writer.OpenAsync($"/ro/bacau/council/desk/drafts/{draft}")).ShouldShowText("Ionel e prost.").ShouldShowText("Scrie despre text.");
    }

    [Fact]
    public async Task A_moderator_asks_the_child_writes_it_anew_and_a_second_moderator_looks_at_a_no()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "De ce e închis? <b>").PressAsync("council.send");
        await DecideAsync(site, "SentBack");

        (await child.OpenAsync("/ro/bacau/council/propose")).ShouldShowText("Ce anume e închis?");
        var form = await (await child.OpenAsync("/ro/me")).FollowAsync("me.remark.change");
        form.ShouldShowText("Ce anume e închis?");
        Assert.Equal("De ce e închis? <b>", form.ValueOf("Input.Text"));
        (await form.Fill("Input.Text", "").PressAsync("council.send")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await form.Fill("Input.Text", "De ce e închis terenul?").PressAsync("council.send")).ShouldShow("told.council-sent");
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        (await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow("desk.moderation.changed");
        await DecideAsync(site, "NotPublished", moderator);

        await (await child.OpenAsync("/ro/me")).PressAsync("moderation.appeal.do");
        (await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow(ModerationRules.DecidedByYou.Key);
        await DecideAsync(site, "Published");

        Assert.Equal(ShortTextStage.Published, (await site.InDataAsync(db => db.CouncilContributions.AsNoTracking().SingleAsync())).Stage);
        var shown = await child.OpenAsync($"/ro/bacau/council/texts/{(await site.InDataAsync(db => db.CouncilContributions.Select(c => c.Id).SingleAsync()))}");
        shown.ShouldShow(ContributionRules.Shown.Key);
        Assert.Null(shown.Document.QuerySelector("textarea"));
    }

    [Fact]
    public async Task What_a_child_put_onto_an_agenda_can_be_reported_and_leaves_it()
    {
        await using var site = await Site.StartAsync();
        await DescribeAsync(await site.Given.SignedInAsync(Role.CouncilCoordinator), 8, 11);
        await MeetingAsync(site);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Ion stă pe strada mea").PressAsync("council.send");
        var id = await site.InDataAsync(db => db.CouncilContributions.Select(c => c.Id).SingleAsync());
        await DecideAsync(site, "Published");
        (await site.Guest().OpenAsync($"/ro/bacau/words/{id}/report")).ShouldHaveStatus(HttpStatusCode.NotFound);
        await site.RunJobAsync<FillAgenda>();
        (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1")).ShouldShowText("Ion stă pe strada mea");

        Assert.NotNull((await site.Guest().OpenAsync("/ro/bacau/council/meetings/1")).Document.QuerySelector($"a[href$='/words/{id}/report']"));
        var report = await site.Guest().OpenAsync($"/ro/bacau/words/{id}/report");
        (await report.Choose("Input.Reason", nameof(ReportReason.SomebodysData)).PressAsync("moderation.report.do")).ShouldNotShowText("Ion stă pe strada mea");

        (await site.Guest().OpenAsync("/ro/bacau/council/meetings/1?fresh")).ShouldNotShowText("Ion stă");
        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).ShouldShowText("Ion stă pe strada mea");
    }

    [Fact]
    public async Task A_member_proposes_a_recommendation_and_the_coordinator_makes_a_draft_of_it()
    {
        await using var site = await Site.StartAsync();
        var writer = await site.Given.SignedInAsync(await MemberAsync(site));
        await (await writer.OpenAsync("/ro/bacau/council/desk")).Fill("Input.Text", "Să cerem umbră.").PressAsync("council.send");
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        (await coordinator.OpenAsync(Desk)).ShouldNotShow("desk.council.proposed");
        await DecideAsync(site, "Published");

        var form = await (await coordinator.OpenAsync(Desk)).FollowAsync("desk.council.proposed.take");

        Assert.Equal("Să cerem umbră.", form.ValueOf("Input.Text"));
        form.Fill("Input.Name", "Umbră").Fill("Input.Addressee", "Primarul");
        (await form.PressAsync("desk.council.new.draft")).ShouldShow("told.draft-saved");
        (await writer.OpenAsync("/ro/bacau/council/desk")).ShouldShowText("Umbră");
    }

    [Fact]
    public async Task A_cry_for_help_is_heard_however_much_of_a_child_waits_to_be_checked()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        for (var i = 0; i < ContributionRules.MostWaiting; i++)
        {
            await (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", $"Punctul {i}.").PressAsync("council.send");
        }

        (await (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Încă unul.").PressAsync("council.send")).ShouldRefuse(ContributionRules.TooManyWaiting);
        (await (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Mă bate tata și mi-e frică să merg acasă.").PressAsync("council.send")).ShouldShow("help.concern.title");

        Assert.Equal(1, await site.InDataAsync(db => db.SafeguardingCases.CountAsync()));
    }

    [Fact]
    public async Task Harm_in_what_is_proposed_shows_the_numbers_and_alarms_and_nobody_else_reads_it()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        await DescribeAsync(await site.Given.SignedInAsync(Role.CouncilCoordinator), 8, 11);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var form = (await child.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Mă bate tata și mi-e frică să merg acasă.");

        (await form.PressAsync("council.send")).ShouldShow("help.concern.title");

        Assert.Equal(1, await site.InDataAsync(db => db.SafeguardingCases.CountAsync()));
        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).ShouldNotShowText("bate");
        (await child.OpenAsync("/ro/bacau/council/propose")).ShouldShow("stage.ShortTextStage.Waiting");
    }

    [Fact]
    public async Task A_poll_takes_one_vote_each_that_can_change_and_keeps_only_numbers()
    {
        await using var site = await Site.StartAsync();
        var (ana, dan) = (await MemberAsync(site), await MemberAsync(site));
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = (await coordinator.OpenAsync($"{Desk}/polls/new")).Fill("Input.Question", "Unde?").Fill("Input.Options", "Aici");
        (await form.PressAsync("desk.council.poll.ask")).ShouldRefuse(PollRules.TooFewOptions);
        (await form.Fill("Input.Options", "Aici\nAcolo <b>").PressAsync("desk.council.poll.ask")).ShouldShow("told.poll-asked");
        var poll = await site.InDataAsync(db => db.CouncilPolls.Select(p => p.Id).SingleAsync());

        foreach (var (who, choices) in new[] { (ana, new[] { "1", "2" }), (dan, ["2"]) })
        {
            var member = await site.Given.SignedInAsync(who);
            foreach (var choice in choices)
            {
                (await (await member.OpenAsync($"/ro/bacau/council/desk/polls/{poll}")).Choose("Input.Position", choice).PressAsync(choice == choices[0] ? "council.poll.vote" : "council.poll.change"))
                    .ShouldShow("told.poll-voted").ShouldShow("council.poll.voted");
            }
        }

        var open = await (await site.Given.SignedInAsync(ana)).OpenAsync($"/ro/bacau/council/desk/polls/{poll}");
        Assert.Null(open.Document.QuerySelector("table"));
        Assert.Equal(2, await site.CountAsync<CouncilPollVote>());
        site.Clock.Move(TimeSpan.FromDays(8));
        (await (await site.Given.SignedInAsync(ana)).OpenAsync($"/ro/bacau/council/desk/polls/{poll}")).ShouldShow("council.poll.closed");
        await site.RunJobAsync<CloseCouncilPolls>();
        await site.RunJobAsync<CloseCouncilPolls>();

        Assert.Equal(0, await site.CountAsync<CouncilPollVote>());
        Assert.Equal([0, 2], (await site.InDataAsync(db => db.CouncilPolls.AsNoTracking().SingleAsync())).Options.OrderBy(o => o.Position).Select(o => o.Votes!.Value));
        await site.ShouldHaveAuditedAsync<CouncilPollClosed>(poll, null);
        Assert.Equal(0, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(CouncilPollAsked) && a.Role == Role.Child)));
    }

    [Fact]
    public async Task Whoever_ends_their_participation_leaves_nothing_at_the_council_but_what_was_shown()
    {
        await using var site = await Site.StartAsync();
        var ana = await MemberAsync(site);
        var member = await site.Given.SignedInAsync(ana);
        await (await member.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Un punct bun.").PressAsync("council.send");
        await DecideAsync(site, "Published");
        await (await member.OpenAsync("/ro/bacau/council/propose")).Fill("Input.Text", "Un punct în așteptare.").PressAsync("council.send");
        (await member.OpenAsync("/ro/me/data")).ShouldShowText("Un punct în așteptare.");

        await site.InDataAsync(db => db.EndAsync(ana.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now));

        var left = await site.InDataAsync(db => db.CouncilContributions.AsNoTracking().SingleAsync());
        Assert.Equal(("Un punct bun.", null), (left.Text, left.AuthorId));
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.Waiting().CountAsync()));
        Assert.False(CouncilRules.IsMember(await site.InDataAsync(db => db.Cards.AsNoTracking().SingleAsync(c => c.Id == ana.Card.Id)), RomanianTime.DateOf(site.Clock.Now)));
    }

    private static async Task<Page> DescribeAsync(Guest coordinator, int younger, int older, string support = "10")
    {
        var form = await coordinator.OpenAsync($"{Desk}/about");
        form.Fill("Input.Seats", "20").Fill("Input.From", "2026-01-01").Fill("Input.To", "2026-12-31").Fill("Input.From11To13", $"{younger}").Fill("Input.From14To17", $"{older}")
            .Fill("Input.HowChosen", "Se înscriu.").Fill("Input.Does", "Citește ideile.").Fill("Input.Meets", "Joia.").Fill("Input.Reach", "La biroul coordonatoarei.").Fill("Input.SupportForAgenda", support);
        (await form.PressAsync("desk.council.about.save")).ShouldShow("told.council-described");
        return await coordinator.OpenAsync($"{Desk}/about");
    }

    private static async Task<ChildWithCard> MemberAsync(Site site)
    {
        var child = await site.Given.ChildAsync();
        await site.InDataAsync(async db =>
        {
            (await db.Cards.SingleAsync(c => c.Id == child.Card.Id)).JoinCouncil(RomanianTime.DateOf(site.Clock.Now).AddYears(1), Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7()), site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        return child;
    }

    private static Task<Guid> DraftAsync(Site site) => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        var draft = Recommendation.Draft(here.Id, "Lumină pe alei", "Cerem lumină.", AddresseeKind.Mayor, "Primarul", Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7()), site.Clock.Now);
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    });

    private static Task<int> MeetingAsync(Site site) => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        db.Add(CouncilMeeting.Invite(here.Id, 1, "Ședința", "Sala", site.Clock.Now.AddDays(3), "Unu\nDoi", Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7()), site.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private static async Task SupportAsync(Site site, Initiative idea, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var child = await site.Given.ChildAsync();
            await site.InDataAsync(db =>
            {
                db.Add(Support.Of(idea, child.Participant, site.Clock.Now));
                return db.SaveChangesAsync();
            });
        }
    }

    /// <summary>A moderator decides on what waits longest; a minute later it takes effect.</summary>
    private static async Task DecideAsync(Site site, string decision, Guest? by = null)
    {
        var moderator = by ?? await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.Choose("Input.Decision", decision);
        if (decision == "NotPublished")
        {
            item.Choose("Input.Reason", "Insult").Fill("Input.Sentence", "Scrie despre text.");
        }
        else if (decision == "SentBack")
        {
            item.Fill("Input.Question", "Ce anume e închis?");
        }

        await item.PressAsync("desk.moderation.decide");
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.RunJobsAsync();
    }
}
