using System.Net;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

public sealed class DoorsTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "Access", "doors.txt");

    [Fact]
    public async Task Every_door_is_on_the_checked_in_list()
    {
        await using var site = await Site.StartAsync();
        var doors = Endpoints(site).Select(e => $"{e.Pattern} -> {e.Policy}").Distinct().Order(StringComparer.Ordinal).ToList();
        var actual = string.Join('\n', doors) + '\n';
        var received = Path.Combine(AppContext.BaseDirectory, "doors.received.txt");
        await File.WriteAllTextAsync(received, actual);

        Assert.True(actual == await File.ReadAllTextAsync(Approved), $"The doors have changed. Compare {received} with tests/ChildFriendly.Web.Tests/Access/doors.txt");
    }

    [Fact]
    public async Task Every_desk_opens_for_its_role_at_home_and_for_nobody_else()
    {
        await using var site = await Site.StartAsync();
        var desks = Endpoints(site).Where(e => e.Pattern.StartsWith("staff/", StringComparison.Ordinal) && e.Policy != "everybody" && e.Pattern != "staff/leave")
            .Select(e => e with { Pattern = Filled(e.Pattern) }).DistinctBy(e => e.Pattern).ToList();
        Assert.True(desks.Count > 15);

        foreach (var role in Roles.Local.Concat(Roles.National))
        {
            var person = await site.Given.SignedInAsync(role);
            foreach (var desk in desks)
            {
                var isOpen = desk.Policy.Split(" + ").All(p => Opens(p, role));
                var home = await person.FetchAsync("/" + desk.Pattern.Replace("{locality}", "bacau"));
                Assert.True(isOpen != (home.StatusCode == HttpStatusCode.Forbidden), $"{role} at /{desk.Pattern}: {home.StatusCode}");
                Assert.True(home.StatusCode < HttpStatusCode.InternalServerError, $"{role} at /{desk.Pattern}: {home.StatusCode}");
                if (desk.Pattern.Contains("{locality}", StringComparison.Ordinal))
                {
                    var elsewhere = await person.FetchAsync("/" + desk.Pattern.Replace("{locality}", "brasov"));
                    Assert.True(elsewhere.StatusCode == HttpStatusCode.Forbidden, $"{role} of Bacău at /{desk.Pattern} of Brașov: {elsewhere.StatusCode}");
                }
            }
        }
    }

    [Fact]
    public async Task Signed_out_and_as_a_child_every_desk_is_closed()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        foreach (var desk in Endpoints(site).Where(e => e.Policy != "everybody").Select(e => e.Pattern).Distinct())
        {
            var path = "/" + Filled(desk).Replace("{lang:lang}", "ro").Replace("{locality}", "bacau");
            var signIn = path.StartsWith("/staff", StringComparison.Ordinal) ? "/staff/sign-in" : "/ro/card";
            Assert.StartsWith(signIn, (await site.Guest().FetchAsync(path)).Headers.Location?.ToString() ?? path, StringComparison.Ordinal);
            if (signIn == "/staff/sign-in")
            {
                Assert.StartsWith(signIn, (await child.FetchAsync(path)).Headers.Location?.ToString() ?? path, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_form_without_a_valid_token_does_nothing_and_gives_back_what_was_typed()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var story = await guest.OpenAsync("/ro/bacau/initiatives/new/story");
        story.Fill("Input.Title", "Titlu <nou> scris mult").Fill("Input.Text", "Un text lung, scris cu grijă.");
        story.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.SetAttribute("value", "forged");

        var stale = await story.PressAsync("form.next");
        stale.ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.stale.title");
        Assert.Contains("Un text lung, scris cu grijă.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Titlu <nou> scris mult", stale.Text, StringComparison.Ordinal);
        Assert.Equal(Given.HostileTitle, (await guest.OpenAsync("/ro/bacau/initiatives/new/story")).ValueOf("Input.Title"));
        var next = await stale.PressAsync("problem.stale.send");

        Assert.Equal("/ro/bacau/initiatives/new/place", next.Path);
        Assert.Equal("Titlu <nou> scris mult", (await guest.OpenAsync("/ro/bacau/initiatives/new/story")).ValueOf("Input.Title"));
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_waits_for_the_same_card_only()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var other = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var story = await guest.OpenAsync("/ro/bacau/initiatives/new/story");
        story.Fill("Input.Title", "Scris mult timp").Fill("Input.Text", "Un text lung, scris cu grijă.");
        site.Clock.Move(TimeSpan.FromMinutes(40));

        var card = await story.PressAsync("form.next");
        Assert.Equal("/ro/card", card.Path);
        Assert.NotEqual("/ro/card/resume", (await card.Fill("Input.Code", other.Code).PressAsync("participation.card.enter")).Path);
        var resumed = await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter");
        Assert.Equal("/ro/card/resume", resumed.Path);
        Assert.Contains("Un text lung, scris cu grijă.", resumed.Text, StringComparison.Ordinal);
        var next = await resumed.PressAsync("problem.stale.send");

        Assert.Equal("/ro/bacau/initiatives/new/place", next.Path);
        Assert.Equal("Scris mult timp", await site.InDataAsync(db => db.Initiatives.Select(i => i.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_dead_cookie_plants_nothing_and_what_one_child_typed_does_not_wait_for_another()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var story = await guest.OpenAsync("/ro/bacau/initiatives/new/story");
        var end = await guest.OpenAsync("/ro/me/end");
        var stolen = site.Guest();
        stolen.Cookies.Add(guest.Cookies.GetAllCookies());
        var mark = story.Document.QuerySelector("main input[name=__for]")!.GetAttribute("value")!;
        await (await guest.OpenAsync("/ro/me")).PressAsync("participation.leave");

        await stolen.FetchAsync("/ro/me/end", [new("Input.Ideas", "Remove"), new("__for", mark), new("more", "cuvinte multe și lungi")]);
        Assert.NotEqual("/ro/card/resume", (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter")).Path);
        var (card, code) = await site.Given.CardAsync();
        await guest.SignInAsync(card, code);
        await story.Fill("Input.Title", "Titlul celuilalt copil").Fill("Input.Text", "Un text lung, scris de altcineva.").PressAsync("form.next");
        var welcome = await guest.OpenAsync("/ro/card/welcome");
        Assert.DoesNotContain("Titlul celuilalt", welcome.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var again = site.Guest();
        Assert.Equal("/ro/card/welcome", (await (await again.OpenAsync("/ro/card")).Fill("Input.Code", code).PressAsync("participation.card.enter")).Path);
        Assert.NotNull(end);
    }

    [Theory]
    [InlineData("a%FFb%C3", "a\uFFFDb\uFFFD", false)]
    [InlineData("%C8%99i+50%25de+copii+%", "și 50%de copii %", true)]
    [InlineData("fără procente", "fără procente", true)]
    [InlineData("a%00b%2B+c%26", "a\uFFFDb+ c&", false)]
    public async Task Letters_in_a_wrong_encoding_are_refused_where_they_stand_and_everything_typed_stays(string text, string shown, bool isReadable)
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var story = await (await guest.OpenAsync("/ro/bacau/initiatives/new")).Choose("Input.Goal", "Play").PressAsync("form.next");
        var hidden = story.Document.QuerySelectorAll("form[data-draft] input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={Uri.EscapeDataString(i.GetAttribute("value") ?? "")}");
        using var content = new StringContent($"Input.Title={text}&Input.Text=Un+text+%2B+lung&{string.Join('&', hidden)}");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        using var unmeasured = new StreamContent(new MemoryStream(await content.ReadAsByteArrayAsync())) { Headers = { ContentType = content.Headers.ContentType } };
        unmeasured.Headers.ContentLength = null;

        foreach (var body in new HttpContent[] { content, unmeasured })
        {
            var page = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Post, story.Path) { Content = body });

            page.ShouldHaveStatus(isReadable ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
            if (!isReadable)
            {
                page.ShouldShow("errors.unreadable");
                Assert.Equal((shown, "Un text + lung"), (page.ValueOf("Input.Title"), page.ValueOf("Input.Text")));
            }
        }

        Assert.Equal(isReadable ? shown : "", await site.InDataAsync(db => db.Initiatives.Select(i => i.Title).SingleAsync()));
    }

    [Fact]
    public async Task What_the_page_itself_carried_along_is_not_shown_as_what_somebody_filled_in()
    {
        await using var site = await Site.StartAsync();
        var (card, code) = await site.Given.CardAsync();
        var guest = site.Guest();
        await guest.SignInAsync(card, code);
        var welcome = await guest.OpenAsync("/ro/card/welcome");
        var offered = welcome.ValueOf("Input.OfferedNames")!;

        var stale = await guest.FetchAsync("/ro/card/welcome", [new("Input.OfferedNames", offered), new("back", "/ro/bacau/initiatives/new"), new("__for", welcome.ValueOf("__for")!)]);

        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        var text = await stale.Content.ReadAsStringAsync();
        Assert.DoesNotContain($"<dd>{offered}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dd>/ro/bacau/initiatives/new", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_ends_in_the_middle_is_not_understood()
    {
        await using var site = await Site.StartAsync();
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"Input.Code\"\r\n\r\nabc");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var page = await site.Guest().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/ro/card") { Content = content });

        page.ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.400.title");
    }

    [Fact]
    public async Task A_form_in_another_alphabet_than_ours_is_not_understood()
    {
        await using var site = await Site.StartAsync();
        using var content = new StringContent("Input.Code=x");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7");

        (await site.Guest().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/ro/card") { Content = content }))
            .ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.400.title");
    }

    [Fact]
    public async Task A_role_that_was_taken_away_while_somebody_wrote_does_not_take_their_words_with_it()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = await desk.OpenAsync("/staff/bacau/council/recommendations/new");
        form.Fill("Input.Name", "Lumină pe alei").Fill("Input.Text", "Cerem lumină pe toate aleile.");
        await site.InDataAsync(async db =>
        {
            var account = await db.StaffAccounts.Include(s => s.Roles).SingleAsync();
            account.TakeAway(Role.CouncilCoordinator, account.Roles[0].LocalityId, Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        var refused = await form.PressAsync("desk.council.new.send");

        refused.ShouldHaveStatus(HttpStatusCode.Forbidden).ShouldShow("problem.403.title").ShouldShowText("Cerem lumină pe toate aleile.");
    }

    [Theory]
    [InlineData("/ro/bacau/initiatives?q=%EF%BF%BE")]
    [InlineData("/staff/invitation?token=%EF%BF%BE")]
    public async Task What_is_no_letter_finds_nothing_and_breaks_nothing(string path)
    {
        await using var site = await Site.StartAsync();
        var page = await site.Guest().OpenAsync(path);

        Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, page.Text);
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives?q={new string('a', 99)}{Uri.EscapeDataString("😀😀")}")).ShouldHaveStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task More_fields_than_any_form_has_are_answered_in_plain_words()
    {
        await using var site = await Site.StartAsync();

        var answer = await site.Guest().FetchAsync("/ro/card", Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"f{i}", "x")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(site.Texts()["problem.413.title"], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_any_token_is_refused_for_every_post()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var answer = await guest.FetchAsync("/ro/bacau/initiatives/1/support", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await site.CountAsync<Core.Initiatives.Support>());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_a_flood_are_answered_in_plain_words()
    {
        await using var site = await Site.StartAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var story = await (await guest.OpenAsync("/ro/bacau/initiatives/new")).Choose("Input.Goal", "Play").PressAsync("form.next");

        foreach (var title in new[] { "a\uFFFDb", "a\uFFFEb" })
        {
            (await story.Fill("Input.Title", title).Fill("Input.Text", "text").PressAsync("form.next"))
                .ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("errors.unreadable");
        }

        var flood = await story.Fill("Input.Title", "t").Fill("Input.Text", new string('x', 200_000)).PressAsync("form.next");
        flood.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(200_000, flood.ValueOf("Input.Text")!.Length);
    }

    [Theory]
    [InlineData("/ro/nowhere", 404)]
    [InlineData("/xx", 404)]
    [InlineData("/de/bacau", 404)]
    [InlineData("/ro/bacau/initiatives/0", 404)]
    [InlineData("/ro/bacau/initiatives/99999999999999", 404)]
    [InlineData("/ro/bacau/initiatives/x", 404)]
    [InlineData("/ro/pages/..%2f..%2fappsettings", 404)]
    [InlineData("/ro/pages/none", 404)]
    [InlineData("/ro/bacau/consultations/1", 404)]
    [InlineData("/staff/nowhere", 404)]
    public async Task What_is_not_there_says_so_in_plain_words(string path, int status)
    {
        await using var site = await Site.StartAsync();

        var page = await site.Guest().OpenAsync(path);

        page.ShouldHaveStatus((HttpStatusCode)status).ShouldShow("problem.404.title");
        Assert.NotNull(page.Document.QuerySelector("a.help-now"));
    }

    [Fact]
    public async Task An_address_in_a_language_we_do_not_have_offers_the_same_page_in_those_we_have()
    {
        await using var site = await Site.StartAsync();

        var page = await site.Guest().OpenAsync("/de/bacau/plan");

        page.ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow("problem.no-language");
        var links = page.Document.QuerySelectorAll("main a[hreflang]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/ro/bacau/plan", "/en/bacau/plan", "/hu/bacau/plan", "/uk/bacau/plan"], links);
        Assert.Equal("/xx", (await site.Guest().OpenAsync("/xx")).ShouldShow("problem.no-language").Path);
    }

    [Fact]
    public async Task Every_page_carries_the_headers_and_loads_nothing_from_elsewhere()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();

        foreach (var path in new[] { "/ro", "/en/bacau", "/ro/bacau/initiatives/1", "/ro/card", "/staff/sign-in", "/ro/nowhere" })
        {
            var page = await site.Guest().OpenAsync(path);
            Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
            Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
            Assert.All(
                page.Document.QuerySelectorAll("script[src], link[href], img[src], use[href], iframe, object, embed, video[src], audio[src], source"),
                e => Assert.Matches("^(/[^/]|#)", e.GetAttribute("src") ?? e.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task A_page_with_a_form_is_never_the_page_of_another_browser()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var first = site.Guest();
        await first.OpenAsync("/ro/card");
        await first.OpenAsync("/ro/card");

        var card = await site.Guest().OpenAsync("/ro/card");
        var home = await card.Fill("Input.Code", child.Code).PressAsync("participation.card.enter");

        Assert.Equal("/ro/bacau", home.Path);
        Assert.Null(card.Headers.Age);
    }

    [Fact]
    public async Task A_signed_in_childs_page_is_never_given_to_somebody_else()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.PublishedAsync(child);
        var guest = await site.Given.SignedInAsync(child);

        (await guest.OpenAsync("/ro/bacau/initiatives/1")).ShouldShow("me.stage.Published");
        (await site.Guest().OpenAsync("/ro/bacau/initiatives/1")).ShouldNotShow("me.stage.Published");
        (await guest.OpenAsync("/ro/bacau/initiatives/1")).ShouldShow("me.stage.Published");
        Assert.True((await guest.OpenAsync("/ro/me")).Headers.CacheControl?.NoStore);
    }

    private static bool Opens(string policy, Role role) => policy switch
    {
        "Staff" => true,
        "Moderator" or "LocalityAdmin" or "CouncilStaff" or "CouncilCoordinator" or "Facilitator" => policy == role.ToString(),
        "Safeguarding" => role is Role.SafeguardingLead or Role.SafeguardingDeputy,
        "NationalSafeguarding" => role == Role.NationalSafeguardingLead,
        "CouncilDesk" => role is Role.CouncilStaff or Role.CouncilCoordinator,
        "ConsentDesk" => role is Role.Facilitator or Role.CouncilCoordinator or Role.LocalityAdmin,
        "PaperDesk" => role is Role.CouncilStaff or Role.Facilitator,
        "CardDesk" => role is Role.Facilitator or Role.LocalityAdmin,
        "National" => Roles.National.Contains(role),
        "SystemAdmin" or "Auditor" => policy == role.ToString(),
        _ => throw new InvalidOperationException($"Which roles open {policy}?"),
    };

    private static IEnumerable<(string Pattern, string Policy)> Endpoints(Site site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        .Select(e => (e.RoutePattern.RawText!.TrimStart('/'), PolicyOf(e)));

    /// <summary>With something in the place of what names a thing.</summary>
    private static string Filled(string pattern) =>
        Regex.Replace(pattern, @"\{\w+:int\}", "1").Replace("{id:guid}", Guid.Empty.ToString()).Replace("{kind}", "training");

    private static string PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? "everybody"
        : string.Join(" + ", endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } policy ? policy : "nobody";
}
