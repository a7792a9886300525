using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(ChildFriendly.Browser.Tests.Chromium))]

namespace ChildFriendly.Browser.Tests;

/// <summary>One Chromium for all journeys; each person has a window of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>A window that is no page of ours, in which a document is checked as the server sent it.</summary>
    private IPage Validator { get; set; } = null!;

    /// <summary>What is not valid HTML in a document, by the rules of html-validate's standard set.</summary>
    public Task<string[]> ValidateAsync(string html) =>
        Validator.EvaluateAsync<string[]>("html => validateHtml(html, { extends: ['html-validate:standard'] })", html);

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync();
        Validator = await Browser.NewPageAsync();
        await Validator.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "lib", "html-validate.js") });
    }

    /// <summary>The browser of somebody who set in it how small letters may be: of that a page learns nothing.</summary>
    public Task<IBrowser> WithLettersOfAtLeastAsync(int pixels) => LaunchAsync($"--blink-settings=minimumFontSize={pixels},minimumLogicalFontSize={pixels}");

    private Task<IBrowser> LaunchAsync(params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_BROWSER") ?? "/usr/bin/chromium",
        Args = [.. Quiet, .. more],
    });

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
