using System.Net;
using System.Text;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

public sealed class TransportTests
{
    [Theory]
    [InlineData("Development", false, null, "http://localhost:5080", false)]
    [InlineData("Production", true, null, "http://127.0.0.1:5080;http://[::1]:5080", false)]
    [InlineData("Production", false, null, "https://portal.example.ro", true)]
    [InlineData("Production", false, "10.0.0.5, 10.1.0.0/16", "http://0.0.0.0:8080", true)]
    [InlineData("Production", true, "10.0.0.5", "http://localhost:8080", true)]
    public void Where_it_listens_decides_whether_everything_is_asked_for_over_https(string environment, bool isDemo, string? proxies, string urls, bool isSecure)
    {
        var settings = new PortalSettings { DataFolder = "x", Demo = isDemo, Proxies = proxies };

        Transport.Decide(settings, Builder(settings, environment, urls));

        Assert.Equal(isSecure, settings.IsSecure);
    }

    [Theory]
    [InlineData("Production", false, null, "http://localhost:5080", "program.needs-https")]
    [InlineData("Production", true, null, "http://0.0.0.0:5080", "program.needs-https")]
    [InlineData("Development", false, null, "http://localhost:5080;http://192.168.1.5:80", "program.needs-https")]
    [InlineData("Production", false, null, "https://portal.example.ro;http://+:80", "program.needs-https")]
    [InlineData("Production", false, "proxy.example.ro", "http://0.0.0.0:8080", "program.bad-proxy")]
    public void Anything_else_refuses_to_start(string environment, bool isDemo, string? proxies, string urls, string key)
    {
        var settings = new PortalSettings { DataFolder = "x", Demo = isDemo, Proxies = proxies };

        Assert.Equal(key, Assert.Throws<CannotStartException>(() => Transport.Decide(settings, Builder(settings, environment, urls))).Key);
    }

    [Fact]
    public async Task Over_https_every_cookie_is_bound_to_this_host_and_plain_requests_are_sent_on()
    {
        await using var site = await Site.StartAsync(isSecure: true);
        var (card, code) = await site.Given.CardAsync();
        var guest = site.Guest();

        var plain = await guest.FetchAsync("http://localhost/ro/card?back=%2Fro");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://localhost/ro/card?back=%2Fro"), (plain.StatusCode, plain.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await guest.FetchAsync("http://localhost/health/live")).StatusCode);
        var answer = await guest.FetchAsync("https://portal.example.ro/ro/card");
        Assert.Contains("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        await guest.SignInAsync(card, code);
        (await guest.OpenAsync("/staff/language?to=en&back=/ro/display")).ShouldHaveStatus(HttpStatusCode.OK);

        var cookies = guest.Cookies.GetAllCookies().ToList();
        Assert.Contains(cookies, c => c.Name == "__Host-cfl-child");
        Assert.Contains(cookies, c => c.Name == "__Host-cfl-form");
        Assert.All(cookies, c => Assert.True(c is { Secure: true, HttpOnly: true, Path: "/" } && c.Name.StartsWith("__Host-", StringComparison.Ordinal), c.ToString()));
    }

    [Fact]
    public async Task A_violation_of_the_content_policy_can_be_reported_and_nonsense_cannot()
    {
        await using var site = await Site.StartAsync();
        var policy = (await site.Guest().FetchAsync("/ro")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("report-uri /policy-report", policy, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync("""{"csp-report":{"effective-directive":"img-src","blocked-uri":"https://evil.example/a.png"}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync("[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync("{"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await ReportAsync(new string(' ', 10_000)));

        async Task<HttpStatusCode> ReportAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/csp-report");
            return (await site.Guest().SendAsync(new HttpRequestMessage(HttpMethod.Post, PolicyReports.Path) { Content = content })).Status;
        }
    }

    [Fact]
    public async Task One_card_may_not_flood_and_its_neighbours_do_not_notice()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PublishedAsync();
        var flooding = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var neighbour = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var page = await flooding.OpenAsync("/ro/bacau/initiatives/new");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= WriteLimits.PerCard; i++)
        {
            answers.Add((await page.Choose("Input.Goal", "Play").PressAsync("form.next")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(WriteLimits.PerCard, answers.Count(a => a == HttpStatusCode.OK));
        (await page.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.TooManyRequests);
        (await (await neighbour.OpenAsync("/ro/bacau/initiatives/1/support")).PressAsync("initiatives.support.do")).ShouldHaveStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whatever_a_card_has_used_up_it_votes_and_leaves_and_neighbours_come_in()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var goal = await guest.OpenAsync("/ro/bacau/initiatives/new");
        for (var i = 0; i <= WriteLimits.PerCard; i++)
        {
            await guest.FetchAsync(PolicyReports.Path, [new("x", "y")]);
            await goal.Choose("Input.Goal", "Play").PressAsync("form.next");
        }

        (await goal.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.TooManyRequests);
        var check = await (await guest.OpenAsync($"/ro/bacau/consultations/{vote.Number}/vote")).Choose("Input.Chosen", "1").PressAsync("form.next");
        (await check.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");
        await (await guest.OpenAsync("/ro/me")).PressAsync("participation.leave");
        Assert.Equal("/ro/card", (await guest.OpenAsync("/ro/me")).Path);
        await site.Given.SignedInAsync(await site.Given.ChildAsync());
    }

    [Fact]
    public async Task A_password_is_on_no_page_whatever_was_wrong()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Core.Shared.Role.Moderator);
        var guest = await site.Guest().SignInAsync(person);
        var page = await guest.OpenAsync("/staff/password");
        page.Fill("Input.Present", "parola mea cea lungă").Fill("Input.New", "altă parolă lungă");
        page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.SetAttribute("value", "forged");

        Assert.DoesNotContain("parolă lungă", (await page.PressAsync("staff.password.do")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        page = await guest.OpenAsync("/staff/password");
        page.Fill("Input.Present", "parola mea cea lungă").Fill("Input.New", "scurt");
        var answer = page;
        for (var i = 0; i <= WriteLimits.PerAccount && answer.Status != HttpStatusCode.TooManyRequests; i++)
        {
            answer = await page.PressAsync("staff.password.do");
        }

        answer.ShouldHaveStatus(HttpStatusCode.TooManyRequests);
        Assert.DoesNotContain("parola mea", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_ring_and_authenticator_secrets_are_not_in_the_database_in_the_open()
    {
        await using var site = await Site.StartAsync();
        var moderator = await site.Given.StaffAsync(Core.Shared.Role.Moderator);
        await site.Guest().SignInAsync(moderator);

        var keys = await site.InDataAsync(db => db.StoredKeys.Select(k => k.Xml).ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, k => Assert.Contains(">v1:", k, StringComparison.Ordinal));
        Assert.All(keys, k => Assert.DoesNotContain("masterKey", k, StringComparison.Ordinal));
        Assert.DoesNotContain(moderator.TotpSecret, await site.InDataAsync(db => db.StaffAccounts.Select(s => s.AuthenticatorKey).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_key_ring_is_lost_everybody_signs_in_again_and_nothing_else_breaks()
    {
        var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);
        var staff = await site.Given.StaffAsync(Core.Shared.Role.Moderator);
        await site.InDataAsync(async db =>
        {
            db.RemoveRange(await db.StoredKeys.ToListAsync());
            return await db.SaveChangesAsync();
        });

        await using var after = await site.RestartAsync();
        Assert.Equal("/ro/card", (await guest.At(after).OpenAsync("/ro/me")).Path);
        Assert.Equal("/ro/me", (await (await after.Guest().SignInAsync(child.Card, child.Code)).OpenAsync("/ro/me")).Path);
        Assert.Equal("/staff", (await (await after.Guest().SignInAsync(staff)).OpenAsync("/staff")).Path);
    }

    private static WebApplicationBuilder Builder(PortalSettings settings, string environment, string urls)
    {
        var builder = Portal.CreateBuilder(settings, environment);
        builder.WebHost.UseUrls(urls.Split(';'));
        return builder;
    }
}
