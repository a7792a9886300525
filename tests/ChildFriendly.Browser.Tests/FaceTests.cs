using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Demonstration;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>The public pages as different people need them: registers, languages, letters, spacing, small screens, broken devices.</summary>
public sealed class FaceTests(Chromium chromium)
{
    /// <summary>One of each kind of page that a child or a visitor meets.</summary>
    private static readonly string[] Pages =
    [
        "", "/help", "/card", "/display", "/pages/how-it-works", "/pages/rights", "/bacau", "/bacau/initiatives", "/bacau/initiatives?q=xyz", "/bacau/initiatives/5",
        "/bacau/consultations", "/bacau/consultations/4", "/bacau/consultations/4/try", "/bacau/consultations/4/class", "/colonesti/consultations/2/try", "/moinesti/consultations/2/try",
        "/bacau/consultations/1/results", "/bacau/consultations/1/recount", "/bacau/plan", "/bacau/plan/measures/1", "/bacau/council",
        "/corbasca", "/corbasca/plan", "/moinesti/plan", "/moinesti/plan/measures/1", "/moinesti/plan/versions", "/moinesti/plan/versions/1/compare/2", "/moinesti/plan/situation", "/bacau/focus-groups", "/nowhere",
    ];

    public static TheoryData<string, int, string> Needs => new()
    {
        { "hu", 1280, "Older.Standard.Standard.Device" },
        { "uk", 320, "Young.Standard.Standard.Light" },
        { "ro", 320, "Young.Dyslexic.Wide.Dark" },
        { "ro", 1280, "Older.Dyslexic.Standard.Contrast" },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task Everybody_reads_the_pages_as_they_need_them(string lang, int width, string look)
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, lang, script: true, width, look: Look.Parse(look));

        foreach (var path in Pages)
        {
            await person.OpenAsync($"/{lang}{path}");
            Assert.Empty(await person.Page.EvaluateAsync<string[]>(WordsBrokenInside));
            Assert.Empty(await person.Page.EvaluateAsync<string[]>(WordsOutsideTheirBox));
        }
    }

    private const string WordsBrokenInside = """
        () => {
          const broken = [];
          const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (!node.parentElement.checkVisibility() || node.parentElement.closest('.visually-hidden')) continue;
            for (const word of node.data.matchAll(/\p{L}+/gu)) {
              const range = document.createRange();
              range.setStart(node, word.index);
              range.setEnd(node, word.index + word[0].length);
              const [first, ...others] = range.getClientRects();
              if (others.some(o => o.top > first.top + first.height / 2)) broken.push(word[0]);
            }
          }
          return broken;
        }
        """;

    /// <summary>Words that reach over the edge of what they stand in: a tile, a label, a tag. What can be scrolled sideways may.</summary>
    private const string WordsOutsideTheirBox = """
        () => {
          const outside = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parents = [];
            for (let e = node.parentElement; e && e !== document.body; e = e.parentElement) parents.push([e, getComputedStyle(e)]);
            if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
            if (parents.some(([, s]) => s.overflowX === 'auto' || s.overflowX === 'hidden' && s.position === 'absolute')) continue;
            const stands = parents.find(([e, s]) => s.display !== 'inline' && (parseFloat(s.borderLeftWidth) > 0 || s.backgroundColor !== 'rgba(0, 0, 0, 0)' || e.matches('label, button, main')));
            const box = (stands?.[0] ?? document.body).getBoundingClientRect();
            for (const word of node.data.matchAll(/\S+/g)) {
              const range = document.createRange();
              range.setStart(node, word.index);
              range.setEnd(node, word.index + word[0].length);
              if ([...range.getClientRects()].some(r => r.width > 1 && (r.left < box.left - 1 || r.right > box.right + 1))) outside.push(`${word[0]} in ${stands?.[0].outerHTML.slice(0, 60)}`);
            }
          }
          return outside;
        }
        """;

    private const string WhatMovedByItself = """
        () => new Promise(tell => {
          new PerformanceObserver(seen => tell(seen.getEntries().flatMap(e => e.sources.map(s => s.node?.outerHTML ?? 'something'))))
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => tell([]), 200);
        })
        """;

    [Theory]
    [InlineData("hu", "Young.Standard.Standard.Device")]
    [InlineData("uk", "Older.Standard.Standard.Device")]
    public async Task Letters_that_a_browser_makes_large_stay_in_their_boxes(string lang, string look)
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var browser = await chromium.WithLettersOfAtLeastAsync(pixels: 32);
        var page = await browser.NewPageAsync(new() { BaseURL = site.Address, ViewportSize = new() { Width = 320, Height = 640 } });
        await page.Context.AddCookiesAsync([new() { Name = Look.Cookie, Value = look, Url = site.Address }]);
        var child = DemonstrationPeople.Load().ChildrenOf("bacau").First();

        await page.GotoAsync($"/{lang}/card");
        await page.Locator(".code-input").FillAsync(child.Code);
        await page.Locator("main form .button--primary").ClickAsync();
        foreach (var path in Pages.Append("/bacau/initiatives/new"))
        {
            await page.GotoAsync($"/{lang}{path}");
            Assert.True(await page.EvaluateAsync<string[]>(WordsOutsideTheirBox) is [], $"{path}: {string.Join("; ", await page.EvaluateAsync<string[]>(WordsOutsideTheirBox))}");
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= 320, $"{path}: {wide}");
        }
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(768, true)]
    public async Task Everybody_reads_every_public_page_of_the_demonstration(int width, bool script)
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, width > 500 ? "en" : "ro", script, width);
        var lang = width > 500 ? "en" : "ro";

        foreach (var path in new[]
        {
            "", "/help", "/card", "/pages/how-it-works", "/pages/rights", "/pages/privacy", "/pages/rules", "/pages/about", "/bacau", "/bacau/initiatives",
            "/bacau/initiatives?q=xyz", "/bacau/initiatives/5", "/bacau/consultations", "/bacau/consultations/1", "/bacau/consultations/1/results",
            "/bacau/consultations/1/receipts", "/bacau/consultations/1/recount", "/bacau/consultations/4/try", "/bacau/consultations/4/class", "/bacau/plan", "/bacau/plan/measures/1", "/bacau/council",
            "/corbasca/plan", "/corbasca/plan/measures/4", "/corbasca/plan/situation", "/moinesti/plan/measures/1", "/moinesti/plan/versions", "/moinesti/plan/versions/1/compare/2",
            "/bacau/council/meetings/1",
            "/bacau/council/recommendations/1", "/bacau/focus-groups", "/nowhere", "/colonesti",
        })
        {
            await person.OpenAsync($"/{lang}{path}");
            Assert.Equal(1, await person.Page.Locator("a.help-now").CountAsync());
            if (script)
            {
                Assert.True((await person.Page.EvaluateAsync<string[]>(WhatMovedByItself)) is [], path);
            }
        }
    }

    [Fact]
    public async Task On_paper_no_answer_runs_over_its_frame()
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, width: 794);
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await person.Page.GotoAsync("/ro/bacau/consultations/1/results");

        Assert.Empty(await person.Page.Locator(".answer").EvaluateAllAsync<string[]>("""
            all => all.filter(a => a.lastElementChild.getBoundingClientRect().bottom > a.getBoundingClientRect().bottom - parseFloat(getComputedStyle(a).paddingBottom) / 2)
              .map(a => a.firstElementChild.textContent)
            """));
    }

    [Fact]
    public async Task A_slow_device_paints_no_half_page()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, "en", script: true, width: 768);
        var device = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await device.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 8 });

        foreach (var path in new[] { "/en", "/en/help", "/en/bacau", "/en/bacau/initiatives", "/en/card" })
        {
            await person.Page.GotoAsync(path);
            Assert.True((await person.Page.EvaluateAsync<string[]>(WhatMovedByItself)) is [], path);
        }
    }

    [Fact]
    public async Task Nothing_fades_in_when_the_styles_come_late()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, "en", script: true, width: 768);
        await person.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await person.Page.RouteAsync("**/site.css*", async route =>
        {
            await Task.Delay(200);
            await route.ContinueAsync();
        });
        await person.Page.AddInitScriptAsync("window.faded = []; addEventListener('transitionrun', e => faded.push(e.target.tagName + '.' + e.target.className), true);");

        foreach (var path in new[] { "/en", "/en/help", "/en/bacau", "/en/bacau/initiatives", "/en/card", "/en/help", "/en/bacau" })
        {
            await person.Page.GotoAsync(path);
            await Task.Delay(100);
            Assert.Empty(await person.Page.EvaluateAsync<string[]>("window.faded"));
        }
    }

    [Theory]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    public async Task Pages_stay_readable_in_the_dark_and_with_forced_colours(ColorScheme scheme, ForcedColors colours)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        await using var person = await Person.AtAsync(chromium, site, script: true);
        await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = colours });

        await person.SignInAsync(child.Code);
        foreach (var path in new[] { "/ro", "/ro/bacau", "/ro/bacau/initiatives", "/ro/bacau/consultations/1", "/ro/bacau/consultations/1/vote", "/ro/me", "/ro/help" })
        {
            await person.OpenAsync(path);
        }
    }

    [Fact]
    public async Task A_field_and_its_two_buttons_stand_on_one_line_at_every_width()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.OpenVoteAsync(maxChoices: 3, kind: BallotKind.Ranking, rule: CountingRule.InstantRunoff);
        foreach (var width in new[] { 320, 344, 412, 430, 600 })
        {
            await using var person = await Person.AtAsync(chromium, site, script: true, width: width);
            await person.OpenAsync("/ro/bacau/consultations/1/try");
            Assert.All(
                await person.Page.Locator(".ballot-option").EvaluateAllAsync<int[]>("all => all.map(one => new Set([...one.querySelectorAll('.button--step')].map(b => Math.round(b.getBoundingClientRect().top))).size)"),
                lines => Assert.Equal(1, lines));
        }
    }

    [Theory]
    [InlineData(BallotKind.Ranking, CountingRule.InstantRunoff)]
    [InlineData(BallotKind.Score, CountingRule.Score)]
    [InlineData(BallotKind.Points, CountingRule.Points)]
    [InlineData(BallotKind.Budget, CountingRule.GreedyBudget)]
    public async Task Every_kind_of_ballot_is_filled_in_with_and_without_script(BallotKind kind, CountingRule rule)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.OpenVoteAsync(maxChoices: 3, kind: kind, rule: rule);
        foreach (var (script, width, band) in new[] { (true, 1280, AgeBand.From11To13), (false, 320, AgeBand.From6To10) })
        {
            var child = await site.Given.ChildAsync(band: band);
            await using var person = await Person.AtAsync(chromium, site, script: script, width: width);
            await person.SignInAsync(child.Code);
            await person.OpenAsync("/ro/bacau/consultations/1/vote");
            await person.PressAsync("form.next");
            var page = person.Page;
            if (script)
            {
                Assert.Empty(await page.EvaluateAsync<string[]>(WhatMovedByItself));
            }

            Task<string[]> PlacesAsync() => page.Locator(".ballot select").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
            switch (kind)
            {
                case BallotKind.Ranking when script:
                    // From nowhere to the next free place, whichever arrow; then two change places, and nobody loses one. It is said what happened.
                    await page.Locator(".ballot-option .button--step >> nth=1").ClickAsync();
                    await page.Locator(".ballot-option >> nth=1").Locator(".button--step >> nth=1").ClickAsync();
                    Assert.Equal(["1", "2", ""], await PlacesAsync());
                    await page.Locator(".ballot-option >> nth=1").Locator(".button--step >> nth=0").ClickAsync();
                    Assert.Equal(["2", "1", ""], await PlacesAsync());
                    Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
                    await page.Locator(".ballot-option >> nth=0").Locator(".button--step >> nth=1").ClickAsync();
                    Assert.Equal(["2", "1", ""], await PlacesAsync());
                    Assert.Contains(person["consultations.vote.place"].Replace("{place}", "2", StringComparison.Ordinal), await page.Locator(".running[role=status]").InnerTextAsync(), StringComparison.Ordinal);
                    break;
                case BallotKind.Ranking:
                    await page.Locator(".ballot select >> nth=1").SelectOptionAsync("1");
                    break;
                case BallotKind.Score:
                    await page.Locator(".face-choice input >> nth=3").CheckAsync();
                    break;
                case BallotKind.Points when script:
                    await page.Locator(".ballot-option .button--step >> nth=1").ClickAsync();
                    await person.SeesTextAsync(person["consultations.vote.points-left"].Replace("{left}", "9", StringComparison.Ordinal));
                    // Whoever goes by keys stays where they are when all is given away, and can give no more.
                    for (var more = 0; more < 10; more++)
                    {
                        await page.Keyboard.PressAsync("Enter");
                    }

                    Assert.Equal("10", await page.Locator(".points >> nth=0").InputValueAsync());
                    Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
                    break;
                case BallotKind.Points:
                    await page.Locator(".points >> nth=0").FillAsync("1");
                    break;
                default:
                    await page.Locator(".choice label >> nth=0").ClickAsync();
                    break;
            }

            await person.LookAsync();
            await person.PressAsync("form.next");
            await person.SeesAsync("consultations.vote.check");
            await person.PressAsync("consultations.vote.cast");
            await person.SeesAsync("consultations.voted.title");
        }

        Assert.Equal(2, await site.CountAsync<Core.Consultations.CastBallot>());
    }

    [Fact]
    public async Task A_small_screen_without_fonts_bears_text_three_times_as_long()
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, script: true, width: 320, height: 480);
        await person.Page.RouteAsync("**/*.woff2", route => route.AbortAsync());

        foreach (var path in Pages.Where(p => p != "/nowhere"))
        {
            await person.Page.GotoAsync($"/ro{path}");
            var wide = await person.Page.EvaluateAsync<int>("""
                () => {
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const nodes = [];
                  while (walker.nextNode()) nodes.push(walker.currentNode);
                  for (const node of nodes) if (node.data.trim()) node.data = `${node.data} ${node.data} ${node.data}`;
                  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
                }
                """);
            Assert.True(wide <= 0, $"{path} is {wide} px wider than the screen.");
        }
    }

    [Fact]
    public async Task How_pages_look_is_chosen_without_an_account_and_forgotten_when_done()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var child = await site.Given.ChildAsync();
        await using var person = await Person.AtAsync(chromium, site);
        await person.SignInAsync(child.Code);

        await person.FollowAsync("display.link");
        await person.ChooseAsync(person["display.register.Young"]);
        await person.ChooseAsync(person["display.scheme.Dark"]);
        await person.PressAsync("display.save");
        await person.SeesAsync("told.display-changed");
        Assert.Equal("scheme-dark", await person.Page.Locator("html").GetAttributeAsync("class"));
        Assert.Equal(1, await person.Page.Locator("body.register-young").CountAsync());
        Assert.EndsWith("/ro/bacau", person.Page.Url, StringComparison.Ordinal);

        await person.PressAsync("participation.leave");
        Assert.Equal(1, await person.Page.Locator("body.register-older").CountAsync());
    }

    [Fact]
    public async Task A_page_is_read_aloud_sentence_by_sentence_with_a_voice_of_the_device_only()
    {
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, script: true);
        // A device with one Romanian voice of its own and one that would send the text away. It says nothing before the test lets it.
        await person.Page.AddInitScriptAsync("""
            window.said = [];
            window.asksWithoutVoices = 0;
            let mayGoOn;
            window.hold = () => { mayGoOn = new Promise(go => { window.letSpeak = go; }); };
            window.hold();
            const voices = [{ lang: 'ro-RO', localService: false, name: 'far' }, { lang: 'ro-RO', localService: true, name: 'near' }];
            Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => window.asksWithoutVoices-- > 0 ? [] : voices, addEventListener() {}, cancel() {},
              speak(words) { window.said.push([words.voice.name, words.text]); mayGoOn.then(() => setTimeout(() => words.onend(), 5)); },
            } });
            """);
        await person.OpenAsync("/ro/pages/rights");

        await person.Page.GetByRole(AriaRole.Button, new() { Name = person["read.play"] }).ClickAsync();
        await person.Page.Locator(".read-aloud.is-reading").WaitForAsync();
        await person.Page.EvaluateAsync("letSpeak()");
        await person.Page.Locator(".read-aloud:not(.is-reading)").WaitForAsync();
        var said = await person.Page.EvaluateAsync<string[][]>("window.said");
        Assert.True(said.Length > 20);
        Assert.All(said, s => Assert.Equal("near", s[0]));
        Assert.Equal(await person.Page.Locator("h1").InnerTextAsync(), said[0][1]);
        await person.LookAsync();

        await person.Page.EvaluateAsync("window.asksWithoutVoices = 1e9");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = person["read.play"] }).ClickAsync();
        await person.Page.GetByText(person["read.no-voice"]).WaitForAsync();
        await person.LookAsync();

        // Voices that a browser knows only a moment later are waited for.
        await person.Page.EvaluateAsync("window.asksWithoutVoices = 3; hold()");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = person["read.play"] }).ClickAsync();
        await person.Page.Locator(".read-aloud.is-reading").WaitForAsync();
        Assert.True(await person.Page.EvaluateAsync<int>("window.asksWithoutVoices") < 0);
    }

    [Fact]
    public async Task Every_component_in_every_state_can_be_used_by_everybody()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, script: true);
        await person.SignInAsync(await site.Given.StaffAsync(Core.Shared.Role.SystemAdmin));

        await person.FollowAsync("desk.components.title");
    }

    [Fact]
    public async Task A_moderator_decides_with_keys_that_can_be_seen_and_switched_off()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var idea = await site.Given.SubmittedAsync();
        await using var person = await Person.AtAsync(chromium, site, script: true);
        await person.SignInAsync(await site.Given.StaffAsync(Core.Shared.Role.Moderator));
        var keys = person.Page.Keyboard;
        await person.OpenAsync("/staff/bacau/moderation");

        await keys.PressAsync("o");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = idea.Title }).WaitForAsync();
        await keys.PressAsync("?");
        await person.Page.Locator("dialog").GetByText($"{person["desk.moderation.decision"]} – {person["desk.moderation.decision.Published"]}", new() { Exact = true }).WaitForAsync();
        await person.LookAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("p");
        Assert.True(await person.Page.Locator("input[value=Published]").IsCheckedAsync());

        await keys.PressAsync("?");
        await person.Page.Locator("#shortcuts-on").UncheckAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        Assert.True(await person.Page.Locator("input[value=Published]").IsCheckedAsync());
    }

    /// <summary>The queue is worked through by keyboard: two keys publish and show the next, a third takes the decision back.</summary>
    [Fact]
    public async Task A_publication_takes_two_keys_and_one_takes_it_back()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        site.Settings.UndoSeconds = 60;
        var first = await site.Given.SubmittedAsync(title: "Bancă nouă");
        await site.Given.SubmittedAsync(title: "Coș de gunoi");
        await using var person = await Person.AtAsync(chromium, site, script: true);
        await person.SignInAsync(await site.Given.StaffAsync(Core.Shared.Role.Moderator));
        await person.OpenAsync("/staff/bacau/moderation");
        var keys = person.Page.Keyboard;
        await keys.PressAsync("o");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Bancă nouă" }).WaitForAsync();

        await keys.PressAsync("p");
        await keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Coș de gunoi" }).WaitForAsync();
        await person.LookAsync();
        await keys.PressAsync("u");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Bancă nouă" }).WaitForAsync();
        Assert.Null(await site.InDataAsync(db => db.Initiatives.Where(i => i.Id == first.Id).Select(i => i.PublishedAt).SingleAsync()));
    }

    /// <summary>Photographs of every kind of page in every register, scheme and width, for people to look at: <c>tests/photograph</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Photographs()
    {
        var folder = Environment.GetEnvironmentVariable("PORTAL_PHOTOGRAPHS")!;
        Directory.CreateDirectory(folder);
        await using var site = await Site.StartAsync(isDemonstration: true, forBrowser: true);
        var sheet = new System.Text.StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Contact sheet</title><style>body{font:14px sans-serif;background:#888}figure{display:inline-block;vertical-align:top;margin:8px;width:300px}img{width:100%;border:1px solid #000}</style>");
        foreach (var (look, width) in from register in Enum.GetValues<Register>() from scheme in new[] { Scheme.Light, Scheme.Dark, Scheme.Contrast } from width in new[] { 320, 768, 1280 } select (new Look(register, Typeface.Standard, Spacing.Standard, scheme), width))
        {
            await using var person = await Person.AtAsync(chromium, site, "ro", script: true, width, look: look);
            foreach (var path in Pages)
            {
                await person.Page.GotoAsync($"/ro{path}");
                var name = $"{look.Register}-{look.Scheme}-{width}-{path.Replace('/', '_').Replace('?', '_')}.png";
                await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
                sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"<figure><img src='{name}' alt=''><figcaption>{look.Register} {look.Scheme} {width} {path}</figcaption></figure>");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), sheet.ToString());
    }
}
