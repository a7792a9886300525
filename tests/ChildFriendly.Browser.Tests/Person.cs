using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using ChildFriendly.Web.Texts;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>
/// Somebody at a browser, who goes by what they read. After every step the page is checked: accessible (axe, every rule), not wider
/// than the screen, valid as it was sent, nothing asked of another host, no error in the console.
/// </summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly IPage? inspector;
    private readonly Wording texts;
    private readonly Site site;
    /// <summary>Each state of a page is looked at once in a run, for each language, width and with or without script.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every rule is asked; only what failed is sent over, what passed is a hundred times as much.</summary>
    private const string Faults = """
        async () => (await axe.run({ resultTypes: ['violations'] })).violations
          .map(rule => `${rule.id} (${rule.help}) at ${rule.nodes.map(node => node.html).join(', ')}`)
        """;

    private readonly string kind;
    private readonly List<string> faults = [];
    private readonly Chromium chromium;
    private Task<string>? sent;

    /// <summary>Somebody who does not use a mouse.</summary>
    private Keyboard? keyboard;

    private Person(Chromium chromium, Site site, IPage page, IPage? inspector, string lang, Look? look)
    {
        kind = $"{lang} {look} {page.ViewportSize!.Width} {(inspector is null ? "script" : "no script")} {site.Settings.Demo}";
        (context, Page, this.inspector, this.chromium, this.site) = (page.Context, page, inspector, chromium, site);
        texts = site.Texts(lang);
        texts.Register = look?.Register ?? default;
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
            {
                sent = response.TextAsync();
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
            {
                faults.Add($"asked another host: {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            // A refused form answers 422, which the browser reports as an error of the resource.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                faults.Add($"console: {message.Text}");
            }
        };
    }

    public IPage Page { get; }

    public static async Task<Person> AtAsync(Chromium chromium, Site site, string lang = "ro", bool script = false, int width = 1280, int height = 800, Look? look = null, bool keyboard = false)
    {
        var page = await OpenWindowAsync(script);
        if (look is not null)
        {
            await page.Context.AddCookiesAsync([new() { Name = Look.Cookie, Value = look.ToString(), Url = site.Address }]);
        }

        return new Person(chromium, site, page, script ? null : await OpenWindowAsync(hasScript: true), lang, look) { keyboard = keyboard ? new Keyboard(page) : null };

        async Task<IPage> OpenWindowAsync(bool hasScript)
        {
            var window = await chromium.Browser.NewContextAsync(new()
            {
                BaseURL = site.Address,
                JavaScriptEnabled = hasScript,
                BypassCSP = hasScript && !script,
                ViewportSize = new() { Width = width, Height = height },
                Locale = lang,
                ReducedMotion = ReducedMotion.Reduce,
            });
            window.SetDefaultTimeout(30_000);
            return await window.NewPageAsync();
        }
    }

    public string this[string key] => texts[key];

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    public async Task FollowAsync(string key)
    {
        // "Vote" is also the beginning of "Votes": the whole name first, where a link has just that.
        var exact = Page.GetByRole(AriaRole.Link, new() { Name = texts[key], Exact = true });
        await ActivateAsync((await exact.CountAsync() > 0 ? exact : Page.GetByRole(AriaRole.Link, new() { Name = texts[key] })).First);
        await LookAsync();
    }

    public async Task FollowTextAsync(string words)
    {
        await ActivateAsync(Page.GetByRole(AriaRole.Link, new() { Name = words }).First);
        await LookAsync();
    }

    public async Task UnfoldAsync(string key)
    {
        await ActivateAsync(Page.Locator("summary", new() { HasText = texts[key] }).First, leads: false);
        await LookAsync();
    }

    public async Task FillAsync(string key, string value)
    {
        var field = Page.GetByLabel(texts[key], new() { Exact = true }).First;
        if (keyboard is not null)
        {
            await keyboard.ReachAsync(field);
        }

        await field.FillAsync(value);
    }

    public async Task ChooseAsync(string words)
    {
        // "Rocket" is a picture and also a part of the nickname "Curious rocket", one of those that are offered by chance.
        var exact = Page.Locator("label").Filter(new() { Has = Page.GetByText(words, new() { Exact = true }) })
            .Or(Page.Locator("label").And(Page.GetByText(words, new() { Exact = true })));
        var label = (await exact.CountAsync() > 0 ? exact : Page.Locator("label", new() { HasText = words })).First;
        if (keyboard is null)
        {
            await label.ClickAsync();
        }
        else
        {
            await keyboard.ChooseAsync(Page.Locator($"[id=\"{await label.GetAttributeAsync("for")}\"]"));
        }
    }

    public async Task PressAsync(string key)
    {
        await ActivateAsync(Page.GetByRole(AriaRole.Button, new() { Name = texts[key] }).First);
        await IsLoadedAsync();
        await LookAsync();
    }

    public async Task SeesAsync(string key) => await SeesTextAsync(texts[key]);

    public async Task SeesTextAsync(string words) => Assert.Contains(words, await Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

    public async Task SignInAsync(string code)
    {
        await OpenAsync($"/{texts.Lang}/card");
        await FillAsync("participation.card.code", code);
        await PressAsync("participation.card.enter");
    }

    public async Task SignInAsync(DemonstrationPerson staff)
    {
        await OpenAsync("/staff/sign-in");
        await FillAsync("staff.sign-in.email", staff.Email);
        await FillAsync("staff.sign-in.password", staff.Password);
        await FillAsync("staff.sign-in.code", AuthenticatorCode.At(staff.TotpSecret, site.Clock.GetUtcNow()));
        await PressAsync("staff.sign-in.enter");
    }

    /// <summary>Asked of the page itself: an event that came before anybody waited for it is waited for in vain.</summary>
    private async Task IsLoadedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await IsCompleteAsync())
        {
            await Task.Delay(20, patience.Token);
        }

        async Task<bool> IsCompleteAsync()
        {
            try
            {
                return await Page.EvaluateAsync<string>("document.readyState") == "complete";
            }
            catch (PlaywrightException)
            {
                // The page went while it was asked.
                return false;
            }
        }
    }

    /// <summary>What reaches beyond the screen, and is not inside something that scrolls.</summary>
    private const string Widest = """
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth
            && ![...Array(30)].reduce((found, _) => found.at ? { at: found.at.parentElement, is: found.is || ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(found.at).overflowX) } : found, { at: e.parentElement, is: false }).is)
            .slice(-4).map(e => `${e.tagName}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 60)}`).join(' | ')
        """;

    /// <summary>Looks at the page as it is now, once for each state it can be in.</summary>
    public async Task LookAsync()
    {
        Assert.Empty(faults);
        var state = $"{kind} {new Uri(Page.Url).AbsolutePath} {await Page.Locator("h1").First.InnerTextAsync()} {await Page.Locator(".error-summary, .notice, details[open]").CountAsync()}";
        if (!Seen.TryAdd(state, true))
        {
            return;
        }

        Assert.Empty(await chromium.ValidateAsync(await sent!));
        ScreenReader.Check(state, await Page.Locator("body").AriaSnapshotAsync());
        // Whoever pressed may have asked the page before this one; without its styles no page fits.
        await IsLoadedAsync();
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{state} is {wide} px wider than the screen: {(wide > 0 ? await Page.EvaluateAsync<string>(Widest) : "")}");
        var page = inspector is null ? Page : await CopyAsync(inspector);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(found.Length == 0, $"{state}: {string.Join("; ", found)}");
    }

    /// <summary>Axe is a script itself: where scripts are off, it looks at a copy of the page as it stands.</summary>
    private async Task<IPage> CopyAsync(IPage copy)
    {
        // A page of its own each time: what scripts of the last copy still listen to is not this one's.
        await copy.GotoAsync("/robots.txt");
        await copy.SetContentAsync(await Page.ContentAsync(), new() { WaitUntil = WaitUntilState.Load });
        return copy;
    }

    private Task ActivateAsync(ILocator target, bool leads = true) => keyboard is null ? target.ClickAsync() : keyboard.PressAsync(target, leads);

    public async ValueTask DisposeAsync()
    {
        if (inspector is not null)
        {
            await inspector.Context.DisposeAsync();
        }

        await context.DisposeAsync();
    }
}
