using System.Net;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Participation;

public sealed class CardTests
{
    [Fact]
    public async Task First_use_explains_asks_for_a_nickname_and_a_picture_and_nothing_else()
    {
        await using var site = await Site.StartAsync();
        var (_, code) = await site.Given.CardAsync();
        var guest = site.Guest();

        var welcome = await (await guest.OpenAsync("/ro/card")).Fill("Input.Code", code.ToLowerInvariant().Replace('-', ' ')).PressAsync("participation.card.enter");
        Assert.Equal("/ro/card/welcome", welcome.Path);
        welcome.ShouldShow("participation.welcome.what.2");
        // Whoever stops here can leave, on every page, so that the next child does not begin with this card.
        Assert.True((await guest.OpenAsync("/ro/bacau")).ShouldShow("participation.welcome.link").HasButton("participation.leave"));
        Assert.NotNull(welcome.Document.QuerySelector("#idle"));
        var naming = await welcome.PressAsync("participation.welcome.begin");
        var refused = await naming.PressAsync("form.next");
        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("participation.welcome.nickname.required");
        Assert.Equal(Offered(naming), Offered(refused));
        var picturing = await refused.Choose("Input.Nickname", Offered(refused)[1]).PressAsync("form.next");
        Assert.Equal(Offered(naming), Offered(await picturing.PressAsync("form.back")));
        (await picturing.PressAsync("participation.welcome.done")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("participation.welcome.picture.required");
        Assert.Equal(["Back", "Input.Nickname", "Input.OfferedNames", "Input.Picture", "Step"], new[] { welcome, naming, picturing }
            .SelectMany(p => p.Document.QuerySelectorAll("main form input")).Select(i => i.GetAttribute("name")!).Where(n => !n.StartsWith('_'))
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(n => n == "back" ? "Back" : n).Order(StringComparer.Ordinal));
        Assert.Equal(0, await site.CountAsync<Participant>());
        var started = await picturing.Choose("Input.Picture", "owl").PressAsync("participation.welcome.done");

        Assert.Equal("/ro/bacau", started.Path);
        var child = await site.InDataAsync(db => db.Participants.SingleAsync());
        Assert.Equal(("owl", "1", AgeBand.From11To13), (child.Picture, child.AssentVersion, child.AgeBand));
        await site.ShouldHaveAuditedAsync<ParticipantJoined>(null, Role.Child);
    }

    [Theory]
    [InlineData("ro", "Apasă „Am terminat”")]
    [InlineData("en", "Press “I’m done”")]
    [InlineData("hu", "„Végeztem”")]
    [InlineData("uk", "«Завершити й вийти»")]
    public async Task A_used_card_says_as_whom_it_was_used_and_a_new_one_that_nobody_did(string lang, string button)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var (_, unused) = await site.Given.CardAsync();
        var nickname = site.Services.GetRequiredService<WordLists>().NameOf(child.Participant.Nickname, lang);
        var told = site.Texts(lang)["told.used-before", ("nickname", nickname)];
        Assert.Contains(button, told, StringComparison.Ordinal);
        Assert.Contains(site.Texts(lang)["participation.leave"], told, StringComparison.Ordinal);

        var guest = site.Guest(lang);
        (await (await guest.OpenAsync($"/{lang}/card")).Fill("Input.Code", child.Code).PressAsync("participation.card.enter")).ShouldShowText(told);
        Assert.DoesNotContain(nickname, (await guest.OpenAsync($"/{lang}/bacau")).Text, StringComparison.Ordinal);
        var welcome = await (await site.Guest(lang).OpenAsync($"/{lang}/card")).Fill("Input.Code", unused).PressAsync("participation.card.enter");

        welcome.ShouldShow("participation.welcome.unused");
        Assert.Null(welcome.Document.QuerySelector("[data-told]"));
    }

    [Fact]
    public async Task The_same_new_card_at_two_places_makes_one_account()
    {
        await using var site = await Site.StartAsync();
        var (_, code) = await site.Given.CardAsync();
        var pages = new List<Page>();
        for (var i = 0; i < 4; i++)
        {
            var welcome = await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", code).PressAsync("participation.card.enter");
            var naming = await welcome.PressAsync("participation.welcome.begin");
            pages.Add((await naming.Choose("Input.Nickname", Offered(naming)[0]).PressAsync("form.next")).Choose("Input.Picture", "owl"));
        }

        var answers = await Task.WhenAll(pages.Select(p => p.PressAsync("participation.welcome.done")));

        Assert.All(answers, a => a.ShouldHaveStatus(HttpStatusCode.OK));
        Assert.Equal(1, await site.CountAsync<Participant>());
    }

    [Fact]
    public async Task A_card_that_does_not_open_says_why_and_keeps_the_code()
    {
        await using var site = await Site.StartAsync();
        var (voided, voidedCode) = await site.Given.CardAsync();
        var (_, expiredCode) = await site.Given.CardAsync(validDays: -1);
        await site.InDataAsync(async db =>
        {
            (await db.Cards.SingleAsync(c => c.Id == voided.Id)).Void(Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var page = await site.Guest().OpenAsync("/ro/card");

        (await page.PressAsync("participation.card.enter")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("participation.card.code.required");
        var refused = await page.Fill("Input.Code", "abcd <b>").PressAsync("participation.card.enter");
        refused.ShouldRefuse(ParticipationRules.NotACode);
        Assert.Equal("abcd <b>", refused.ValueOf("Input.Code"));
        (await page.Fill("Input.Code", CardCode.New().ToString()).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.UnknownCard);
        (await page.Fill("Input.Code", voidedCode).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.VoidedCard);
        (await page.Fill("Input.Code", expiredCode).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.ExpiredCard);
    }

    [Fact]
    public async Task Guessing_is_slowed_and_a_correct_code_never()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var page = await site.Guest().OpenAsync("/ro/card");
        for (var i = 0; i < WrongCodes.MostPerClient; i++)
        {
            await page.Fill("Input.Code", CardCode.New().ToString()).PressAsync("participation.card.enter");
        }

        (await page.PressAsync("participation.card.enter")).ShouldHaveStatus(HttpStatusCode.TooManyRequests).ShouldShow("participation.card.too-many-tries");
        await site.Given.SignedInAsync(child);
        site.Clock.Move(TimeSpan.FromMinutes(1));
        (await page.PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.UnknownCard);
    }

    [Fact]
    public async Task A_session_ends_with_the_button_after_half_an_hour_and_when_the_card_is_voided()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var leaving = await site.Given.SignedInAsync(child);
        var idle = await site.Given.SignedInAsync(child);
        var voided = await site.Given.SignedInAsync(child);

        var cookie = leaving.Cookies.GetCookieHeader(new Uri(site.Address));
        (await (await leaving.OpenAsync("/ro/me")).PressAsync("participation.leave")).ShouldShow("told.left");
        Assert.Equal("/ro/card", (await leaving.OpenAsync("/ro/me")).Path);

        // Wherever the card was in use, and also with a cookie that somebody has copied.
        Assert.Equal("/ro/card", (await idle.OpenAsync("/ro/me")).Path);
        leaving.Cookies.SetCookies(new Uri(site.Address), cookie.Replace("; ", ",", StringComparison.Ordinal));
        Assert.Equal("/ro/card", (await leaving.OpenAsync("/ro/me")).Path);
        (idle, voided) = (await site.Given.SignedInAsync(child), await site.Given.SignedInAsync(child));
        Assert.Equal("/ro/me", (await idle.OpenAsync("/ro/me")).Path);
        await site.InDataAsync(async db =>
        {
            (await db.Cards.SingleAsync(c => c.Id == child.Card.Id)).Void(Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("/ro/card", (await voided.OpenAsync("/ro/me")).ShouldShow("told.card-void").Path);
        site.Clock.Move(Sessions.ChildIdle + TimeSpan.FromSeconds(1));
        Assert.Equal("/ro/card", (await idle.OpenAsync("/ro/me")).Path);
    }

    [Fact]
    public async Task Coming_back_leads_only_to_our_own_pages()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();

        foreach (var back in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            var page = await site.Guest().OpenAsync($"/ro/card?back={Uri.EscapeDataString(back)}");
            Assert.Equal("/ro/bacau", (await page.Fill("Input.Code", child.Code).PressAsync("participation.card.enter")).Path);
        }
    }

    [Fact]
    public async Task Demonstration_people_stay_outside_a_real_portal()
    {
        await using var site = await Site.StartAsync();
        var page = await site.Guest().OpenAsync("/staff/sign-in");

        Assert.Empty(page.Document.QuerySelectorAll("code"));
        Assert.Empty((await site.Guest().OpenAsync("/ro/card")).Document.QuerySelectorAll("code"));
        Assert.Null((await site.Guest().OpenAsync("/ro")).Document.QuerySelector(".demo-banner, meta[name=robots]"));
    }

    [Fact]
    public async Task Staff_need_password_and_code_and_are_locked_out_after_five_wrong_ones()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        var page = await site.Guest().OpenAsync("/staff/sign-in");
        page.Fill("Input.Email", person.Email).Fill("Input.Password", person.Password);

        for (var i = 0; i < 5; i++)
        {
            (await page.Fill("Input.Code", "000000").PressAsync("staff.sign-in.enter")).ShouldRefuse(Core.Staff.StaffRules.WrongCredentials);
        }

        var locked = await page.Fill("Input.Code", AuthenticatorCode.At(person.TotpSecret, site.Clock.GetUtcNow())).PressAsync("staff.sign-in.enter");
        locked.ShouldHaveStatus(HttpStatusCode.TooManyRequests).ShouldShowText(site.Texts().Count(Core.Staff.StaffRules.Locked.Key, 5));
        Assert.Equal("", locked.ValueOf("Input.Password"));
    }

    [Fact]
    public async Task A_code_of_the_authenticator_opens_once()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        await site.Guest().SignInAsync(person);

        var page = await site.Guest().OpenAsync("/staff/sign-in");
        page.Fill("Input.Email", person.Email).Fill("Input.Password", person.Password);
        var now = site.Clock.GetUtcNow();
        foreach (var code in new[] { AuthenticatorCode.At(person.TotpSecret, now), AuthenticatorCode.At(person.TotpSecret, now.AddSeconds(-30)) })
        {
            (await page.Fill("Input.Password", person.Password).Fill("Input.Code", code).PressAsync("staff.sign-in.enter")).ShouldRefuse(Core.Staff.StaffRules.CodeUsed);
        }

        site.Clock.Move(TimeSpan.FromSeconds(30));
        await site.Guest().SignInAsync(person);
    }

    [Fact]
    public async Task A_copied_cookie_opens_nothing_after_signing_out()
    {
        await using var site = await Site.StartAsync();
        var staff = await site.Given.SignedInAsync(Role.Moderator);
        var cookie = staff.Cookies.GetCookieHeader(new Uri(site.Address));
        await (await staff.OpenAsync("/staff")).PressAsync("staff.leave");

        staff.Cookies.SetCookies(new Uri(site.Address), cookie.Replace("; ", ",", StringComparison.Ordinal));

        Assert.Equal("/staff/sign-in", (await staff.OpenAsync("/staff")).Path);
        Assert.NotNull((await site.InDataAsync(db => db.StaffSessions.SingleAsync())).EndedAt);
    }

    // RFC 6238, appendix B: SHA-1, the last six of eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_codes_of_the_demonstration_are_those_of_the_standard(long seconds, string code) => Assert.Equal(
        code, AuthenticatorCode.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private static List<string> Offered(Page page) =>
        page.Document.QuerySelectorAll("input[name='Input.Nickname']").Select(i => i.GetAttribute("value")!).ToList();
}
