using System.Text.Json;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Testing;
using ChildFriendly.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

public sealed class WordListTests
{
    [Fact]
    public async Task A_locality_adds_words_of_its_own_and_only_there_they_count()
    {
        await using var site = await Site.StartAsync();
        Write(site.Settings, "[insult]\nbramburila\n");
        await StartUp.PrepareAsync(site.Settings);
        var screeners = site.Services.GetRequiredService<Screeners>();

        Assert.Equal([FlagKind.Insult], screeners.Of("bacau").Screen("ro", "Ești un brămburilă!").Flags.Select(f => f.Kind));
        Assert.Empty(screeners.Of("moinesti").Screen("ro", "Ești un brămburilă!").Flags);
        Assert.Equal([FlagKind.Insult], screeners.Of("bacau").Screen("ro", "Ești un idiot!").Flags.Select(f => f.Kind));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_said_at_the_start_and_not_to_a_child()
    {
        await using var site = await Site.StartAsync();
        Write(site.Settings, "[no such topic]\nceva\n");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(site.Settings));

        Assert.Equal("program.word-list", refused.Key);
        Assert.Contains("own.txt", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_answers_each_line_and_names_those_it_cannot_read()
    {
        using var input = new StringReader("""
            {"lang":"ro","text":"Sună la 0722 123 456."}

            {"text":"fără limbă"}
            {"lang":"ro","text":"Tata mă bate acasă."}
            """);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => Screen.RunAsync(input, output, errors, Words.Load()));

        Assert.Equal(("program.screen.bad-lines", "1"), (refused.Key, refused.What));
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""{"flags":[{"kind":"phone","start":8,"length":12}],"concern":null}""", lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal("abuse_home", second.RootElement.GetProperty("concern").GetString());
        Assert.Equal(2, lines.Length);
        Assert.Contains("3", errors.ToString(), StringComparison.Ordinal);
    }

    private static void Write(PortalSettings settings, string list)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.ScreeningFolder, "bacau", "ro")).FullName;
        File.WriteAllText(Path.Combine(folder, "own.txt"), list);
    }
}
