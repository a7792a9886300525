using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>What devices do at the doors: keys of their own, a camera, thirty of them at once, and one that is left lying around.</summary>
public sealed class AccessTests(Chromium chromium)
{
    [Fact]
    public async Task A_staff_member_adds_a_passkey_and_signs_in_with_it_alone()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var person = await site.Given.StaffAsync(Role.Moderator);
        await using var window = await WindowAsync(site);
        var page = await window.NewPageAsync();
        var devices = await window.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        var texts = site.Texts();
        await SignInAsync(site, page, person.Email, person.Password, AuthenticatorCode.At(person.TotpSecret, site.Clock.GetUtcNow()));

        await page.GotoAsync("/staff/account");
        await page.GetByLabel(texts["staff.passkey.name"]).FillAsync("Telefonul meu");
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.passkey.add"] }).ClickAsync();
        await page.GetByText(texts["told.passkey-added"]).WaitForAsync();
        Assert.Equal("Telefonul meu", await site.InDataAsync(db => db.StaffPasskeys.Select(p => p.Name).SingleAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.leave"] }).ClickAsync();
        IRequest? answer = null;
        page.Request += (_, request) => answer = request.Method == "POST" ? answer ?? request : answer;
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.passkey.sign-in"] }).ClickAsync();
        await page.WaitForURLAsync("**/staff");
        Assert.Equal(2, await site.CountAsync<StaffSession>());

        // Somebody who copied the answer on its way sends it again from the same browser.
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.leave"] }).ClickAsync();
        var again = await window.APIRequest.PostAsync(answer!.Url, new()
        {
            DataString = answer.PostData,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/x-www-form-urlencoded" },
        });
        Assert.Contains(texts["staff.passkey.refused"], await again.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await site.CountAsync<StaffSession>());
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.passkey.sign-in"] }).ClickAsync();
        await page.WaitForURLAsync("**/staff");

        // Removed, it opens nothing any more, and the page says so.
        await page.GotoAsync("/staff/account");
        await page.Locator("summary", new() { HasText = texts["staff.passkey.remove"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.passkey.remove.do"] }).ClickAsync();
        await page.GetByText(texts["told.passkey-removed"]).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.leave"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts["staff.passkey.sign-in"] }).ClickAsync();
        await page.Locator("#error-summary").GetByText(texts["staff.passkey.refused"]).WaitForAsync();
        Assert.Equal(3, await site.CountAsync<StaffSession>());
    }

    [Theory]
    [InlineData("ro", 8)]
    [InlineData("uk", 8)]
    [InlineData("hu uk", 6)]
    public async Task Printed_cards_are_read_by_a_child_and_nothing_hangs_over_the_fold_or_the_edge(string languages, int onPaper)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var facilitator = await Person.AtAsync(chromium, site);
        await facilitator.SignInAsync(await site.Given.StaffAsync(Role.Facilitator));
        var page = facilitator.Page;
        await page.GotoAsync("/staff/bacau/cards/new");
        await page.FillAsync("[name='Input.IssuedTo']", "Școala nr. 5");
        await page.FillAsync("[name='Input.From11To13']", $"{onPaper}");
        foreach (var box in await page.Locator("[name='Input.Languages']").AllAsync())
        {
            var language = await box.GetAttributeAsync("value");
            await box.SetCheckedAsync(languages.Contains(language!, StringComparison.Ordinal));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = facilitator["desk.cards.new.do"] }).ClickAsync();
        await page.Locator(".paper-code").First.WaitForAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        // With a long address and a code of the widest letters, in millimetres and points.
        var faults = await page.Locator(".card-sheet").EvaluateAsync<string[]>("""
            sheet => {
              for (const line of sheet.querySelectorAll('.paper-words li')) { line.textContent = line.textContent.replace(/[a-z0-9.]+:\d+/, 'copii.primaria-colonesti.ro'); }
              sheet.querySelector('.paper-code').innerHTML = 'WWWW-<wbr>4WWW-<wbr>4WWW';
              const faults = [];
              const check = (holds, what) => { if (!holds) faults.push(what); };
              for (const half of sheet.querySelectorAll('.paper-half')) {
                const edge = half.getBoundingClientRect();
                for (const part of half.querySelectorAll('p, li, svg')) {
                  const range = document.createRange(); range.selectNodeContents(part);
                  const box = range.getBoundingClientRect();
                  check(box.bottom <= edge.bottom && box.right <= edge.right, `${part.className || part.tagName} hangs over: ${box.right} of ${edge.right}, ${box.bottom} of ${edge.bottom}`);
                }
                check(half.clientHeight >= 120 && Math.abs(half.offsetHeight - half.parentElement.clientHeight / 2) < 2, `the fold is not in the middle: ${half.offsetHeight}`);
              }
              for (const words of sheet.querySelectorAll('.paper-words li, .paper-half--code p')) { check(parseFloat(getComputedStyle(words).fontSize) >= 12, `small: ${words.textContent}`); }
              check(parseFloat(getComputedStyle(sheet.querySelector('.paper-code')).fontSize) >= 24, 'a small code');
              check(sheet.getBoundingClientRect().height <= 281 / 25.4 * 96, `more than a page: ${sheet.getBoundingClientRect().height}`);
              return faults;
            }
            """);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_card_is_scanned_where_the_browser_can_read_codes()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var (_, code) = await site.Given.CardAsync();
        await using var window = await WindowAsync(site);
        await window.GrantPermissionsAsync(["camera"]);
        var page = await window.NewPageAsync();
        // A camera that shows a card, as far as the page can tell.
        await page.AddInitScriptAsync($$"""
            window.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code']; } async detect() { return [{ rawValue: 'https://portal.example.ro/ro/card#{{code}}' }]; } };
            navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream();
            HTMLMediaElement.prototype.play = async () => {};
            """);

        await page.GotoAsync("/ro/card");
        await page.GetByRole(AriaRole.Button, new() { Name = site.Texts()["participation.card.scan"] }).ClickAsync();

        await page.WaitForURLAsync("**/ro/card/welcome");
    }

    [Fact]
    public async Task Without_a_camera_there_is_no_button_and_the_field_is_enough()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var window = await WindowAsync(site);
        var page = await window.NewPageAsync();

        await page.GotoAsync("/ro/card");

        Assert.False(await page.Locator("[data-scan]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_device_left_lying_around_asks_keeps_what_was_typed_and_makes_room()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var child = await site.Given.ChildAsync();
        await using var window = await WindowAsync(site);
        var page = await window.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync("/ro/card");
        await page.Locator(".code-input").FillAsync(child.Code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ro/bacau");
        await page.GotoAsync("/ro/bacau/initiatives/new");
        await page.GetByLabel(site.Texts()["goal.Play"]).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = site.Texts()["form.next"] }).ClickAsync();
        await page.WaitForURLAsync("**/story");
        await page.Locator("[name='Input.Title']").FillAsync("Scris și lăsat");

        await page.Clock.RunForAsync(28 * 60 * 1000);
        await page.GetByText(site.Texts()["participation.idle.title"]).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = site.Texts()["participation.idle.stay"] }).ClickAsync();
        await page.Clock.RunForAsync(20 * 60 * 1000);
        Assert.EndsWith("/story", page.Url, StringComparison.Ordinal);

        // Another window of the same child is awake: the one that is forgotten waits with it.
        var other = await window.NewPageAsync();
        await other.GotoAsync("/ro/bacau");
        await page.Clock.RunForAsync(12 * 60 * 1000);
        Assert.EndsWith("/story", page.Url, StringComparison.Ordinal);
        await other.CloseAsync();
        await page.Clock.RunForAsync(20 * 60 * 1000);
        await page.WaitForURLAsync("**/ro/card");

        await page.GotoAsync("/ro/me");
        Assert.EndsWith("/ro/card?back=%2Fro%2Fme", page.Url, StringComparison.Ordinal);
        Assert.Equal("Scris și lăsat", await site.InDataAsync(db => db.Initiatives.Select(i => i.Title).SingleAsync()));
    }

    [Fact]
    public async Task Done_in_one_window_is_done_in_all()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var child = await site.Given.ChildAsync();
        await using var window = await WindowAsync(site);
        var (first, second) = (await window.NewPageAsync(), await window.NewPageAsync());
        await first.GotoAsync("/ro/card");
        await first.Locator(".code-input").FillAsync(child.Code);
        await first.Keyboard.PressAsync("Enter");
        await first.WaitForURLAsync("**/ro/bacau");
        await second.GotoAsync("/ro/me");

        await first.Locator(".leave-form button").ClickAsync();

        await second.WaitForURLAsync("**/ro/card**");
        Assert.DoesNotContain(site.Texts()["me.title"], await second.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_child_is_told_in_one_window_leaves_the_others_alone()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var child = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync();
        await using var window = await WindowAsync(site);
        var (first, second) = (await window.NewPageAsync(), await window.NewPageAsync());
        await first.GotoAsync("/ro/card");
        await first.Locator(".code-input").FillAsync(child.Code);
        await first.Keyboard.PressAsync("Enter");
        await first.WaitForURLAsync("**/ro/bacau");
        await second.GotoAsync("/ro/me");

        await first.GotoAsync($"/ro/bacau/initiatives/{idea.Number}");
        await first.GetByRole(AriaRole.Button, new() { Name = site.Texts()["initiatives.support.do"] }).ClickAsync();
        await first.GetByText(site.Texts()["told.supported"]).WaitForAsync();

        // Longer than a window takes to close itself.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.EndsWith("/ro/me", second.Url, StringComparison.Ordinal);
        Assert.Contains(site.Texts()["me.title"], await second.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_not_sent_yet_are_kept_when_a_child_is_done_and_the_next_hears_nothing_of_them()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        await using var window = await WindowAsync(site, width: 360);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/ro/card");
        await page.Locator(".code-input").FillAsync(child.Code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ro/bacau");
        await page.GotoAsync("/ro/bacau/initiatives/new/story");
        await page.Locator("[name='Input.Title']").FillAsync("Scris și încheiat");

        await page.Locator(".leave-form button").ClickAsync();
        await page.WaitForURLAsync("**/ro");
        await page.GetByText(site.Texts()["told.left"]).WaitForAsync();
        await page.GotoAsync("/ro/card");

        Assert.Equal("Scris și încheiat", await site.InDataAsync(db => db.Initiatives.Select(i => i.Title).SingleAsync()));
        Assert.Equal(0, await page.Locator("[data-told]").CountAsync());
    }

    [Fact]
    public async Task In_a_class_no_window_of_one_child_is_left_for_the_next()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.OpenVoteAsync();
        var (first, second) = (await site.Given.ChildAsync(), await site.Given.ChildAsync());
        await using var window = await WindowAsync(site, width: 360);
        var (tablet, beside) = (await window.NewPageAsync(), await window.NewPageAsync());
        await tablet.GotoAsync("/ro/bacau/consultations/1/class");
        await tablet.Locator("main button.button--primary").ClickAsync();
        await SignInAsync(first.Code);
        await beside.GotoAsync("/ro/bacau/consultations/1/vote");
        await tablet.Locator("label").Filter(new() { Has = tablet.Locator("[name='Input.Chosen']") }).Or(tablet.Locator("main .choice label")).First.ClickAsync();
        await tablet.Locator("main button.button--primary").ClickAsync();
        await tablet.GetByRole(AriaRole.Button, new() { Name = site.Texts()["consultations.vote.cast"] }).ClickAsync();
        await tablet.WaitForURLAsync("**/voted");

        await beside.WaitForURLAsync("**/ro/card**");
        // A window that nobody has closed, and the next child comes in beside it without a word of the first.
        await SignInAsync(second.Code);
        await beside.GotoAsync("/ro/me");
        await SignInAsync(first.Code);
        await beside.WaitForURLAsync("**/ro/card**");

        async Task SignInAsync(string code)
        {
            await tablet.GotoAsync("/ro/card");
            await tablet.Locator(".code-input").FillAsync(code);
            await tablet.Keyboard.PressAsync("Enter");
            await tablet.WaitForURLAsync("**/vote");
        }
    }

    [Fact]
    public async Task Thirty_devices_of_one_classroom_come_in_at_once()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var codes = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            codes.Add((await site.Given.CardAsync()).Code);
        }

        var arrived = await Task.WhenAll(codes.Select(async code =>
        {
            await using var window = await WindowAsync(site, width: 360);
            var page = await window.NewPageAsync();
            await page.GotoAsync("/ro/card", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.Locator(".code-input").FillAsync(code.ToLowerInvariant());
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/ro/card/welcome", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            while (!page.Url.EndsWith("/ro/bacau", StringComparison.Ordinal))
            {
                foreach (var group in new[] { "Input.Nickname", "Input.Picture" })
                {
                    var first = page.Locator($"input[type=radio][name='{group}']").First;
                    if (await first.CountAsync() > 0)
                    {
                        await page.Locator($"label[for='{await first.GetAttributeAsync("id")}']").ClickAsync();
                    }
                }

                var step = await page.Locator("[name=Step]").InputValueAsync();
                await page.Locator("main button.button--primary").ClickAsync();
                await page.WaitForFunctionAsync("step => document.readyState !== 'loading' && document.querySelector('[name=Step]')?.value !== step", step);
            }

            return true;
        }));

        Assert.Equal(30, arrived.Length);
        Assert.Equal(30, await site.CountAsync<Participant>());
        Assert.Equal(30, await site.InDataAsync(db => db.Participants.Select(p => new { p.NicknameAdjective, p.NicknameAnimal }).Distinct().CountAsync()));
    }

    /// <summary>By a name and not by a number: keys of devices belong to names.</summary>
    private Task<IBrowserContext> WindowAsync(Site site, int width = 1280) => chromium.Browser.NewContextAsync(new()
    {
        BaseURL = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
        ViewportSize = new() { Width = width, Height = 800 },
        Locale = "ro",
    });

    private static async Task SignInAsync(Site site, IPage page, string email, string password, string code)
    {
        var texts = site.Texts();
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel(texts["staff.sign-in.email"]).FillAsync(email);
        await page.GetByLabel(texts["staff.sign-in.password"]).FillAsync(password);
        await page.GetByLabel(texts["staff.sign-in.code"]).FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff");
    }
}
