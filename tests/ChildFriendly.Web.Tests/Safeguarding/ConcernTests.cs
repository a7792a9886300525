using System.Net;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Safeguarding;

/// <summary>A contribution with a sign of harm: the numbers once, an alarm, and everywhere else an item that waits like any other.</summary>
public sealed partial class ConcernTests
{
    private const string Cry = "tata ma bate cand vine beat";

    [Theory]
    [InlineData(AgeBand.From6To10)]
    [InlineData(AgeBand.From14To17)]
    public async Task The_child_sees_the_numbers_in_the_answer_to_that_press_and_nowhere_again(AgeBand band)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync(band: band);
        await DraftAsync(site, child, Cry);
        var guest = await site.Given.SignedInAsync(child);
        var check = await guest.OpenAsync("/ro/bacau/initiatives/new/check");

        var answer = await check.PressAsync("initiatives.new.send");

        answer.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("help.concern.title").ShouldShow("help.concern.text").ShouldNotShowText(Cry);
        Assert.Equal(["tel:119", "tel:116111", "tel:112"], answer.Document.QuerySelectorAll("main a[href^='tel:']").Select(a => a.GetAttribute("href")!));
        Assert.NotNull(answer.Document.QuerySelector("[data-quick-exit]"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        // A device keeps titles in its history.
        Assert.Equal(check.Document.Title, answer.Document.Title);
        (await answer.FollowAsync("help.concern.on")).ShouldShow("initiatives.sent.title").ShouldNotShow("help.concern.title");

        // Reloading that answer sends it again.
        var again = await check.PressAsync("initiatives.new.send");
        Assert.Equal("/ro/me", again.Path);
        foreach (var path in new[] { "/ro/me", "/ro/me/data", "/ro/bacau/initiatives/1", "/ro/bacau", "/ro/bacau/initiatives/new/sent", "/ro/bacau/initiatives/new" })
        {
            (await guest.OpenAsync(path)).ShouldNotShow("help.concern.title").ShouldNotShow("help.concern.text");
        }

        var item = await site.InDataAsync(db => db.SafeguardingCases.AsNoTracking().SingleAsync());
        Assert.Equal(SafeguardingOrigin.Contribution, item.Origin);
        Assert.Contains(Cry, site.Services.GetRequiredService<ISeal>().Open(item.SealedWords)!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_with_as_many_ideas_waiting_as_there_may_be_is_heard_all_the_same()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        for (var i = 0; i < InitiativeRules.MostWaiting; i++)
        {
            await site.Given.SubmittedAsync(child);
        }

        await DraftAsync(site, child, Cry);
        var check = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new/check");

        (await check.PressAsync("initiatives.new.send")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("help.concern.title");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
    }

    [Fact]
    public async Task To_a_child_a_moderator_an_administrator_an_auditor_and_everybody_it_waits_like_any_other()
    {
        await using var ordinary = await Site.StartAsync();
        await using var grave = await Site.StartAsync();

        // The same day in two portals: the same words but for one sentence.
        var one = await WalkAsync(ordinary, "vrem un leagan mai mare");
        var other = await WalkAsync(grave, Cry);

        Assert.Equal(one.Count, other.Count);
        Assert.All(one.Keys, path => Assert.True(one[path] == other[path], $"{path}\n{one[path]}\n{other[path]}"));
        Assert.Equal((0, 1), (await ordinary.CountAsync<SafeguardingCase>(), await grave.CountAsync<SafeguardingCase>()));
    }

    [Fact]
    public async Task It_is_in_no_queue_no_count_and_no_filter_of_moderators_and_its_address_is_not_there()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var waiting = await SubmitAsync(site, await site.Given.ChildAsync(), Cry);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        site.Clock.Move(TimeSpan.FromDays(10));
        var back = await site.Given.SignedInAsync(Role.Moderator);

        foreach (var path in new[] { "/staff/bacau/moderation", "/staff/bacau/moderation?kind=Initiative", "/staff/bacau/moderation?in=ro" })
        {
            (await back.OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.OK).ShouldNotShowText(Cry).ShouldNotShowText("Leagăn");
        }

        (await back.OpenAsync("/staff")).ShouldShowText(site.Texts().Count("staff.waiting", 0));
        Assert.All((await back.OpenAsync("/staff/bacau/moderation/quality")).Document.QuerySelectorAll("tbody tr td:nth-child(2)"), came => Assert.Equal("0", came.TextContent.Trim()));
        (await back.OpenAsync($"/staff/bacau/moderation/{waiting.Id}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await back.OpenAsync($"/staff/bacau/moderation/{waiting.Id}/concern")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.NotNull(moderator);
    }

    [Fact]
    public async Task No_concern_puts_it_back_where_it_was_with_the_time_since_when_it_waits()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var waiting = await SubmitAsync(site, await site.Given.ChildAsync(), Cry);
        var desk = await site.Guest().SignInAsync(lead);
        site.Clock.Move(TimeSpan.FromMinutes(20));

        var item = await OpenFirstAsync(desk);
        await item.Choose("Input.Level", "D").Fill("Input.Reason", "versuri dintr-un cântec").PressAsync("desk.safeguarding.triage.do");

        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldShowText(site.Texts().Moment(waiting.WaitingSince));
        (await moderator.OpenAsync($"/staff/bacau/moderation/{waiting.Id}")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShowText(Cry);
    }

    [Fact]
    public async Task At_the_end_the_lead_may_send_the_text_back_to_the_queue()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var waiting = await SubmitAsync(site, await site.Given.ChildAsync(), Cry);
        var item = await OpenFirstAsync(await site.Guest().SignInAsync(lead));
        item = await item.Choose("Input.Level", "C").Fill("Input.Reason", "ceartă între colegi").PressAsync("desk.safeguarding.triage.do");

        await item.Choose("Input.Outcome", "SupportFound").Fill("Input.Ending", "a vorbit consilierul").Choose("Input.Returns", "true").PressAsync("desk.safeguarding.close.do");

        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{waiting.Id}")).ShouldHaveStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_stays_set_aside_after_the_end_does_not_count_among_the_childs_five()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var child = await site.Given.ChildAsync();
        await SubmitAsync(site, child, Cry);
        Task<int> CountAsync() => site.InDataAsync(db => db.WaitingIdeasOfAsync(child.Participant.Id));
        Assert.Equal(1, await CountAsync());
        var item = await OpenFirstAsync(await site.Guest().SignInAsync(lead));
        item = await item.Choose("Input.Level", "B").Fill("Input.Reason", "bătaie acasă").PressAsync("desk.safeguarding.triage.do");

        await item.Choose("Input.Outcome", "HandedOver").Fill("Input.Ending", "preluat").PressAsync("desk.safeguarding.close.do");

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Where_the_card_was_handed_out_is_a_last_resort_that_is_noted_with_its_reason()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var child = await site.Given.ChildAsync();
        await SubmitAsync(site, child, Cry);
        var place = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == child.Card.BatchId).Select(b => b.IssuedTo).SingleAsync());
        var item = await OpenFirstAsync(await site.Guest().SignInAsync(lead));
        item.ShouldNotShow("desk.safeguarding.card.do");
        item = await item.Choose("Input.Level", "C").Fill("Input.Reason", "mai vedem").PressAsync("desk.safeguarding.triage.do");
        item.ShouldNotShow("desk.safeguarding.card.do");
        item = await item.Choose("Input.Level", "A").Fill("Input.Reason", "pericol").PressAsync("desk.safeguarding.triage.do");

        (await item.PressAsync("desk.safeguarding.card.do")).ShouldRefuse(SafeguardingRules.ReasonMissing).ShouldNotShowText(place);
        item = await item.Fill("Input.Resort", "nu a lăsat nicio cale").PressAsync("desk.safeguarding.card.do");

        item.ShouldShow("desk.safeguarding.act.LookedUpCard").ShouldShowText(place).ShouldShowText("nu a lăsat nicio cale").ShouldNotShow("desk.safeguarding.card.do");
        Assert.DoesNotContain(await site.InDataAsync(db => db.SafeguardingCases.SelectMany(c => c.Notes).Select(n => n.SealedText).ToListAsync()), text => text.Contains("cale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moderator_raises_a_concern_by_one_press_and_knows_nothing_of_it_from_then_on()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var waiting = await SubmitAsync(site, await site.Given.ChildAsync(), "Vrem un leagăn.");
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var raise = await (await moderator.OpenAsync($"/staff/bacau/moderation/{waiting.Id}")).FollowAsync("desk.moderation.concern.link");

        (await raise.Fill("Input.Note", "scrisul lui s-a schimbat").PressAsync("desk.moderation.concern.do")).ShouldShow("told.concern-raised").ShouldNotShowText("Leagăn");
        // Pressed twice it is one.
        (await raise.PressAsync("desk.moderation.concern.do")).ShouldShow("told.concern-raised");
        (await moderator.OpenAsync($"/staff/bacau/moderation/{waiting.Id}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{waiting.Id}/concern")).ShouldHaveStatus(HttpStatusCode.NotFound);

        var item = await OpenFirstAsync(await site.Guest().SignInAsync(lead));
        item.ShouldShowText("Vrem un leagăn.").ShouldShowText("scrisul lui s-a schimbat").ShouldShow("desk.safeguarding.origin.Moderator");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
    }

    [Fact]
    public async Task An_answer_in_ones_own_words_beside_a_ballot_is_looked_at_too_and_the_vote_counts()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync(kind: BallotKind.OpenAnswer);
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);
        var check = await (await guest.OpenAsync($"/ro/bacau/consultations/{vote.Number}/vote")).Fill("Input.Words", Cry).PressAsync("form.next");

        var answer = await check.PressAsync("consultations.vote.cast");

        answer.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("help.concern.title");
        Assert.Equal(check.Document.Title, answer.Document.Title);
        (await answer.FollowAsync("help.concern.on")).ShouldShow("consultations.voted.title").ShouldShow("consultations.voted.words");
        (await guest.OpenAsync("/ro/me")).ShouldShow("me.answer.Waiting").ShouldNotShow("help.concern.title");
        Assert.Equal((ModerationStage.Concern, 1, 1), (await site.InDataAsync(db => db.ModerationCases.Select(c => c.Stage).SingleAsync()), await site.CountAsync<SafeguardingCase>(), await site.CountAsync<VoterMark>()));

        // Sent again with the same words: nothing new. With other words the new ones are looked at by themselves, and the case stays.
        var other = await (await guest.OpenAsync($"/ro/bacau/consultations/{vote.Number}/vote")).Fill("Input.Words", "O fântână.").PressAsync("form.next");
        (await other.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
        Assert.Equal(["O fântână."], await site.InDataAsync(db => db.ModerationCases.Waiting().Join(db.OpenAnswers, c => c.ItemId, a => a.Id, (_, a) => a.Text).ToListAsync()));
    }

    [Fact]
    public async Task Taken_back_by_its_child_the_audit_says_nothing_and_the_case_stays()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await SubmitAsync(site, child, Cry);

        await site.InDataAsync(db => db.EndAsync(child.Participant.Id, keepsIdeas: false, Actor.Child, site.Clock.Now));

        Assert.Equal("ModerationStage.Waiting", await site.InDataAsync(db => db.Audit.Where(a => a.What == nameof(ModerationWithdrawn)).Select(a => a.StageBefore).SingleAsync()));
        Assert.Equal(SafeguardingStage.New, await site.InDataAsync(db => db.SafeguardingCases.Select(c => c.Stage).SingleAsync()));
    }

    /// <summary>What everybody sees of one idea that waits, without what differs from one portal to the next.</summary>
    private static async Task<Dictionary<string, string>> WalkAsync(Site site, string sentence)
    {
        await site.Given.SafeguardingAsync();
        var child = await site.Given.ChildAsync();
        // What is waiting for moderators is known to them; so another idea waits in both.
        await SubmitAsync(site, await site.Given.ChildAsync(), "O masă de tenis.");
        await DraftAsync(site, child, sentence);
        var author = await site.Given.SignedInAsync(child);
        await (await author.OpenAsync("/ro/bacau/initiatives/new/check")).PressAsync("initiatives.new.send");
        await site.RunJobAsync<PassOnAlarms>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        async Task SeeAsync(Guest who, string name, params string[] paths)
        {
            foreach (var path in paths)
            {
                var page = await who.OpenAsync(path);
                var links = page.Document.QuerySelectorAll("[href], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action"));
                var plain = Plain($"{page.Text} {string.Join(' ', links)}", sentence);
                // Rows of one moment have no order of their own.
                seen[$"{name} {path}"] = $"{page.Status} {(path.Contains("/audit", StringComparison.Ordinal) ? string.Join(' ', plain.Split(' ', ',').Order(StringComparer.Ordinal)) : plain)}";
            }
        }

        await SeeAsync(author, "author", "/ro/me", "/ro/me/data", "/ro/me/data?handler=Json", "/ro/bacau/initiatives/2", "/ro/bacau/initiatives", "/ro/bacau", "/ro/bacau/initiatives/new");
        await SeeAsync(site.Guest(), "guest", "/ro", "/ro/bacau", "/ro/bacau/initiatives", "/ro/bacau/initiatives/2", "/ro/help", "/ro/help/tell/sent");
        await SeeAsync(await site.Given.SignedInAsync(Role.LocalityAdmin), "admin", "/staff", "/staff/bacau/team", "/staff/bacau/retention", "/staff/bacau/cards", "/staff/bacau/safeguarding");
        await SeeAsync(await site.Given.SignedInAsync(Role.SystemAdmin), "system", "/staff", "/staff/system/data", "/staff/system/mail", "/staff/system/people");
        await SeeAsync(await site.Given.SignedInAsync(Role.CouncilStaff), "council", "/staff", "/staff/bacau/initiatives", "/staff/bacau/consultations");
        await SeeAsync(await site.Given.SignedInAsync(Role.CommitteeReader), "reader", "/staff", "/staff/national");
        await SeeAsync(await site.Given.SignedInAsync(Role.NationalSafeguardingLead), "national", "/staff", "/staff/national", "/staff/national/safeguarding");
        await SeeAsync(await site.Given.SignedInAsync(Role.Auditor), "auditor", "/staff", "/staff/national/audit?locality=bacau", "/staff/national/audit?what=InitiativeSubmitted", "/staff/national/audit?handler=Csv", "/staff/national/counts");
        // A moderator sees one fewer, and nothing that says why.
        var queue = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation");
        seen["moderator"] = queue.Text.Contains("safeguard", StringComparison.OrdinalIgnoreCase) ? "hint" : "none";
        return seen;
    }

    /// <summary>Without ids, marks, tokens, files' fingerprints and what was written.</summary>
    private static string Plain(string html, string sentence) => Varying().Replace(html.Replace(sentence, "…", StringComparison.Ordinal), "#");

    private static Task<Initiative> DraftAsync(Site site, ChildWithCard child, string text) => site.InDataAsync(async db =>
    {
        var idea = await BeginAsync(db, child, text, site.Clock.Now);
        await db.SaveChangesAsync();
        return idea;
    });

    private static Task<Initiative> BeginAsync(ChildFriendlyDb db, ChildWithCard child, string text, DateTime now)
    {
        var idea = Initiative.Begin(child.Participant, now);
        idea.ChooseGoal(GoalArea.Play, now);
        idea.Tell("Leagăn", text, now);
        idea.Locate("Parc", now);
        db.Add(idea);
        return Task.FromResult(idea);
    }

    private static Task<ModerationCase> SubmitAsync(Site site, ChildWithCard child, string text) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var idea = await BeginAsync(db, child, text, site.Clock.Now);
        await db.SubmitAsync(idea, services.GetRequiredService<Concerns>(), site.Clock.Now);
        return await db.ModerationCases.AsNoTracking().SingleAsync(c => c.ItemId == idea.Id);
    });

    private static async Task<Page> OpenFirstAsync(Guest lead)
    {
        var list = await (await lead.OpenAsync("/staff")).FollowAsync("staff.alarm.open");
        return await lead.OpenAsync(list.Document.QuerySelector("main table a")!.GetAttribute("href")!);
    }

    [GeneratedRegex("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9a-f]{64}|\\b[0-9a-f]{8}\\b|[a-z-]+-[0-9]+@test.example", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varying();
}
