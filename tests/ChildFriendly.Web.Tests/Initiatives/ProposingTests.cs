using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Initiatives;

public sealed class ProposingTests
{
    [Fact]
    public async Task Going_back_keeps_what_was_typed_even_when_it_is_not_finished()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var story = await guest.OpenAsync("/ro/bacau/initiatives/new/story");

        var goal = await story.Fill("Input.Title", "Titlul nou").Fill("Input.Text", "").PressAsync("form.back");
        Assert.Equal("/ro/bacau/initiatives/new", goal.Path);
        Assert.Equal("Titlul nou", (await guest.OpenAsync("/ro/bacau/initiatives/new/story")).ValueOf("Input.Title"));

        var tooLong = new string('a', Initiative.TitleMaxLength + 1);
        var stayed = await story.Fill("Input.Title", tooLong).PressAsync("form.back");
        Assert.Equal(tooLong, stayed.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ValueOf("Input.Title"));
        var place = await guest.OpenAsync("/ro/bacau/initiatives/new/place");
        Assert.Equal("/ro/bacau/initiatives/new/story", (await place.Fill("Input.Place", "Parcul").PressAsync("form.back")).Path);
        Assert.Equal("Parcul", (await guest.OpenAsync("/ro/bacau/initiatives/new/place")).ValueOf("Input.Place"));
    }

    [Fact]
    public async Task Changing_one_answer_leads_back_to_the_check()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var changes = (await guest.OpenAsync("/ro/bacau/initiatives/new/check")).Document.QuerySelectorAll(".answers-change a").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        Assert.Equal(5, changes.Count);
        foreach (var change in changes)
        {
            Assert.Equal("/ro/bacau/initiatives/new/check", (await (await guest.OpenAsync(change)).PressAsync("form.next")).Path);
        }
    }

    [Fact]
    public async Task A_child_proposes_in_steps_and_a_moderator_gets_it()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);

        var sent = await ProposeAsync(guest, Given.HostileTitle, Given.HostileText);

        sent.ShouldShow("initiatives.sent.title");
        var initiative = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal((InitiativeStage.Submitted, 1, Given.HostileTitle), (initiative.Stage, initiative.Number, initiative.Title));
        Assert.Equal(initiative.Id, (await site.InDataAsync(db => db.ModerationCases.SingleAsync())).ItemId);
        await site.ShouldHaveAuditedAsync<InitiativeSubmitted>(initiative.Id, Role.Child);
    }

    [Fact]
    public async Task Nobody_else_sees_what_was_not_checked()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var other = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var author = await site.Given.SignedInAsync(child);
        var path = $"/ro/bacau/initiatives/{submitted.Number}";

        (await site.Guest().OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await other.OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Leagăn", (await site.Guest().OpenAsync("/ro/bacau/initiatives")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leagăn", (await site.Guest().OpenAsync("/ro/bacau/initiatives?q=leagan")).Text, StringComparison.Ordinal);
        (await author.OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("me.stage.Submitted");
    }

    [Fact]
    public async Task A_childs_words_are_text_on_every_page()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();

        foreach (var path in new[] { "/ro/bacau", "/ro/bacau/initiatives", "/ro/bacau/initiatives/1", "/en/bacau/initiatives/1" })
        {
            var page = await site.Guest().OpenAsync(path);
            Assert.Contains(Given.HostileTitle, page.Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("main script, main b"));
        }
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_said_and_everything_typed_stays()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var goal = await guest.OpenAsync("/ro/bacau/initiatives/new");
        (await goal.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("initiatives.new.goal.required");
        var story = await goal.Choose("Input.Goal", "Play").PressAsync("form.next");
        var title = new string('ă', Initiative.TitleMaxLength + 1);
        var refused = await story.Fill("Input.Title", title).Fill("Input.Text", "").PressAsync("form.next");

        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("initiatives.new.text.required");
        Assert.Contains(site.Texts().Count("errors.too-long", Initiative.TitleMaxLength), refused.Text, StringComparison.Ordinal);
        Assert.Equal(title, refused.ValueOf("Input.Title"));
        Assert.All(refused.Document.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(refused.Document.QuerySelector(a.GetAttribute("href")!)));
        Assert.NotEmpty(refused.Document.QuerySelectorAll(".error-summary a"));
    }

    [Fact]
    public async Task Pressing_five_times_at_once_makes_one_draft_and_no_error()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var goal = await guest.OpenAsync("/ro/bacau/initiatives/new");
        goal.Choose("Input.Goal", "Play");

        var stories = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => goal.PressAsync("form.next")));
        Assert.All(stories, s => s.ShouldHaveStatus(HttpStatusCode.OK));
        Assert.Equal(1, await site.CountAsync<Initiative>());
        stories[0].Fill("Input.Title", "Pe două\nrânduri").Fill("Input.Text", "Primul.\n\nAl doilea.");
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stories[0].PressAsync("form.next"))), s => s.ShouldHaveStatus(HttpStatusCode.OK));

        var draft = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal(("Pe două rânduri", "Primul.\n\nAl doilea."), (draft.Title, draft.Text));
    }

    [Fact]
    public async Task What_a_child_writes_is_marked_as_the_language_of_their_pages()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync(), "uk");
        var story = await (await guest.OpenAsync("/uk/bacau/initiatives/new")).Choose("Input.Goal", "Play").PressAsync("form.next");
        var place = await story.Fill("Input.Title", "Гойдалка").Fill("Input.Text", "Ми хочемо гойдалку.").PressAsync("form.next");
        var picture = await (await place.Fill("Input.Place", "Парк").PressAsync("form.next")).PressAsync("form.next");
        var check = await picture.PressAsync("form.next");

        Assert.Equal("uk", check.Document.QuerySelector("dd")!.ParentElement!.QuerySelector("dd[lang]")!.GetAttribute("lang"));
        Assert.Equal("uk", await site.InDataAsync(db => db.Initiatives.Select(i => i.Language).SingleAsync()));
        await check.PressAsync("initiatives.new.send");
        var number = await site.InDataAsync(db => db.Initiatives.Select(i => i.Number).SingleAsync());
        Assert.Equal("uk", (await guest.OpenAsync($"/ro/bacau/initiatives/{number}")).Document.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_draft_waits_on_the_server_until_the_child_comes_back()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);
        var story = await (await guest.OpenAsync("/ro/bacau/initiatives/new")).Choose("Input.Goal", "Voice").PressAsync("form.next");
        await story.Fill("Input.Title", "Ora noastră").Fill("Input.Text", "Vrem o oră.").PressAsync("form.next");
        await (await guest.OpenAsync("/ro/me")).PressAsync("participation.leave");

        site.Clock.Move(TimeSpan.FromDays(20));
        var again = await site.Given.SignedInAsync(child);

        Assert.Equal("Ora noastră", (await again.OpenAsync("/ro/bacau/initiatives/new/story")).ValueOf("Input.Title"));
        var mine = (await again.OpenAsync("/ro/me")).ShouldShow("me.stage.Draft");
        Assert.EndsWith("/place", mine.Document.QuerySelector("main .item h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_idea_is_not_sent()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await (await guest.OpenAsync("/ro/bacau/initiatives/new")).Choose("Input.Goal", "Voice").PressAsync("form.next");

        var check = await guest.OpenAsync("/ro/bacau/initiatives/new/check");

        (await check.PressAsync("initiatives.new.send")).ShouldRefuse(InitiativeRules.TitleMissing);
        Assert.Equal(0, await site.CountAsync<ModerationCase>());
    }

    [Fact]
    public async Task Sending_twice_sends_once()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var check = await guest.OpenAsync("/ro/bacau/initiatives/new/check");

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => check.PressAsync("initiatives.new.send")));

        Assert.All(pages, p => p.ShouldHaveStatus(HttpStatusCode.OK));
        Assert.Equal(1, await site.CountAsync<ModerationCase>());
        Assert.Equal(1, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.Number == 1)));
    }

    [Fact]
    public async Task Eight_children_at_once_get_eight_numbers()
    {
        await using var site = await Site.StartAsync();
        var checks = new List<Page>();
        for (var i = 0; i < 8; i++)
        {
            var child = await site.Given.ChildAsync();
            await site.Given.DraftAsync(child);
            checks.Add(await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new/check"));
        }

        var pages = await Task.WhenAll(checks.Select(c => c.PressAsync("initiatives.new.send")));

        Assert.All(pages, p => p.ShouldShow("initiatives.sent.title"));
        Assert.Equal(Enumerable.Range(1, 8), await site.InDataAsync(db => db.Initiatives.Select(i => i.Number).Order().ToListAsync()));
    }

    [Fact]
    public async Task Similar_published_ideas_are_shown_before_sending()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync(title: "Trecere de pietoni cu lumini lângă școală");
        await site.Given.PublishedAsync(title: "Bibliotecă pentru cei mici");
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child, "Lumini la trecerea de pietoni de la școală");

        var check = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new/check");

        check.ShouldShow("initiatives.new.similar");
        Assert.Contains("Trecere de pietoni cu lumini", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_idea_is_shown_too_and_right_after_the_story()
    {
        await using var site = await Site.StartAsync();
        await site.Given.AcceptedAsync(title: "Trecere de pietoni cu lumini lângă școală");
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child, "Lumini la trecerea de pietoni de la școală");

        var story = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new/story");
        var place = await story.PressAsync("form.next");

        Assert.Equal("/ro/bacau/initiatives/new/place", place.Path);
        place.ShouldShow("initiatives.new.similar").ShouldShow("stage.InitiativeStage.Accepted");
    }

    [Fact]
    public async Task The_youngest_are_asked_one_thing_on_each_page()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync(band: AgeBand.From6To10);
        var page = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new");

        page = await page.Choose("Input.Goal", "Play").PressAsync("form.next");
        Assert.Null(page.Document.QuerySelector("[name='Input.Title']"));
        page = await page.Fill("Input.Text", "Vreau un tobogan.").PressAsync("form.next");
        Assert.Equal("/ro/bacau/initiatives/new/name", page.Path);
        page = await page.Fill("Input.Title", "Tobogan").PressAsync("form.next");
        page = await page.Fill("Input.Place", "Parcul mare").PressAsync("form.back");
        Assert.Equal("Tobogan", page.ValueOf("Input.Title"));
        page = await (await page.PressAsync("form.next")).PressAsync("form.next");
        page = await page.PressAsync("form.next");
        Assert.Equal("/ro/bacau/initiatives/new/picture", page.Path);
        page = await page.PressAsync("form.next");
        Assert.Equal("/ro/bacau/initiatives/new/check", page.Path);
        var idea = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal(("Tobogan", "Vreau un tobogan.", "Parcul mare"), (idea.Title, idea.Text, idea.Place));
        (await page.PressAsync("initiatives.new.send")).ShouldShow("initiatives.sent.title");
    }

    [Fact]
    public async Task A_child_proposes_at_home_only()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync("brasov"));

        var led = await guest.OpenAsync("/ro/bacau/initiatives/new");

        Assert.Equal("/ro/brasov", led.Path);
        led.ShouldShow("told.other-locality");
    }

    [Fact]
    public async Task Five_waiting_ideas_are_enough_for_one_child()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        for (var i = 0; i < InitiativeRules.MostWaiting; i++)
        {
            await site.Given.SubmittedAsync(child);
        }

        await site.Given.DraftAsync(child);
        var check = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/bacau/initiatives/new/check");

        (await check.PressAsync("initiatives.new.send")).ShouldRefuse(InitiativeRules.TooManyWaiting);
    }

    [Fact]
    public async Task A_child_takes_back_what_nobody_has_checked_yet()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var guest = await site.Given.SignedInAsync(child);

        var page = await guest.OpenAsync($"/ro/bacau/initiatives/{submitted.Number}/withdraw");
        (await page.PressAsync("initiatives.withdraw.do")).ShouldShow("told.withdrawn").ShouldShow("me.stage.Withdrawn");

        await site.ShouldHaveAuditedAsync<InitiativeWithdrawn>(submitted.Id, Role.Child);
        Assert.Equal(ModerationStage.Withdrawn, (await site.InDataAsync(db => db.ModerationCases.SingleAsync())).Stage);
        (await page.PressAsync("initiatives.withdraw.do")).ShouldShow("told.withdrawn");
        await site.ShouldHaveAuditedAsync<InitiativeWithdrawn>(submitted.Id, Role.Child);
    }

    [Fact]
    public async Task Searching_finds_words_with_and_without_diacritics()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync(title: "Cișmea în Parcul Țăndărică");

        foreach (var words in new[] { "cismea", "Cișmea", "Cişmea", "TANDARICA parcul" })
        {
            Assert.Contains("Țăndărică", (await site.Guest().OpenAsync($"/ro/bacau/initiatives?q={Uri.EscapeDataString(words)}")).Text, StringComparison.Ordinal);
        }

        (await site.Guest().OpenAsync("/ro/bacau/initiatives?q=xyzzy&goal=Nothing&stage=nothing&p=-3")).ShouldShow("initiatives.none-found");
    }

    private static async Task<Page> ProposeAsync(Guest guest, string title, string text)
    {
        var story = await (await guest.OpenAsync("/ro/bacau/initiatives/new")).Choose("Input.Goal", "Play").PressAsync("form.next");
        var place = await story.Fill("Input.Title", title).Fill("Input.Text", text).PressAsync("form.next");
        var who = await place.Fill("Input.Place", "Parcul mare").PressAsync("form.next");
        var picture = await who.Fill("Input.Helps", "").PressAsync("form.next");
        var check = await picture.PressAsync("form.next");
        return await check.PressAsync("initiatives.new.send");
    }
}
