using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>
/// Goes through a page with Tab, arrows, Space and Enter only. Whatever is reached must be seen to be reached: with a ring, inside the
/// screen, and not under something else (WCAG 2.4.7, 2.4.11).
/// </summary>
public sealed class Keyboard(IPage page)
{
    private const int MostSteps = 150;

    private const string SeesFocus = """
        e => {
            const own = getComputedStyle(e), after = getComputedStyle(e, '::after'), label = e.labels && e.labels[0] ? getComputedStyle(e.labels[0]) : own;
            const ring = [own, after, label].some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
            const box = (e.labels && e.labels[0] && e.type !== 'text' && e.tagName === 'INPUT' ? e.labels[0] : e).getBoundingClientRect();
            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
            const top = document.elementFromPoint(x, y);
            const free = top && (e.contains(top) || top.contains(e) || (e.labels && e.labels[0] && e.labels[0].contains(top)));
            return (ring ? '' : ' no ring') + (inside ? '' : ' outside the screen') + (free ? '' : ' under something else');
        }
        """;

    /// <summary>Where Tab stops in a group of radio buttons: at the chosen one, else at the first.</summary>
    private const string StopOfGroup = """
        e => {
            const all = [...document.querySelectorAll(`input[type=radio][name="${e.name}"]`)];
            return (all.find(r => r.checked) ?? all[0]).id;
        }
        """;

    public async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var i = 0; i < MostSteps; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.Equal("", await target.EvaluateAsync<string>(SeesFocus));
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} cannot be reached with Tab on {page.Url}.");
    }

    /// <param name="target">A link, a button, or something to unfold.</param>
    /// <param name="leads">To another page, which is waited for: a key, unlike a click, returns at once.</param>
    public async Task PressAsync(ILocator target, bool leads)
    {
        await ReachAsync(target);
        await page.EvaluateAsync("document.documentElement.dataset.before = ''");
        await page.Keyboard.PressAsync("Enter");
        if (leads)
        {
            await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.WaitForLoadStateAsync(LoadState.Load);
        }
    }

    /// <summary>A box is ticked with Space. Radio buttons are one stop: arrows go from one to the next and choose it.</summary>
    public async Task ChooseAsync(ILocator input)
    {
        if (await input.GetAttributeAsync("type") == "checkbox")
        {
            await ReachAsync(input);
            await page.Keyboard.PressAsync("Space");
            return;
        }

        await ReachAsync(page.Locator($"[id=\"{await input.EvaluateAsync<string>(StopOfGroup)}\"]"));
        for (var i = 0; i < MostSteps; i++)
        {
            if (await input.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                await page.Keyboard.PressAsync("Space");
                Assert.True(await input.IsCheckedAsync());
                Assert.Equal("", await input.EvaluateAsync<string>(SeesFocus));
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{input} cannot be reached with the arrows on {page.Url}.");
    }
}
