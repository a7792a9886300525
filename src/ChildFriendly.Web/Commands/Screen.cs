using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChildFriendly.Core.Moderation.Screening;

namespace ChildFriendly.Web.Commands;

/// <summary>
/// Screens texts without the portal: lines of JSON in, one line of JSON out for each. A line that cannot be read is named on standard error,
/// has no line in the output and makes the program end with 1; the others are screened all the same.
/// </summary>
public static class Screen
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <exception cref="CannotStartException">Some lines could not be read.</exception>
    public static async Task RunAsync(TextReader input, TextWriter output, TextWriter errors, Words words)
    {
        var screener = Screener.Load(Portal.FolderOf("content/screening"));
        var (number, bad) = (0, 0);
        while (await input.ReadLineAsync() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line) is { } text)
            {
                var result = screener.Screen(text.Lang!, text.Text!);
                await output.WriteLineAsync(JsonSerializer.Serialize(new Answer([.. result.Flags.Select(f => new AnswerFlag(f.Kind, f.Start, f.Length))], result.Concern), Json));
            }
            else
            {
                bad++;
                await errors.WriteLineAsync(words["program.screen.bad-line", ("line", number.ToString(CultureInfo.InvariantCulture))]);
            }
        }

        if (bad > 0)
        {
            throw new CannotStartException("program.screen.bad-lines", bad.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Question? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Question>(line, Json) is { Lang: not null, Text: not null } question ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Question(string? Lang, string? Text);

    private sealed record Answer(IReadOnlyList<AnswerFlag> Flags, Concern? Concern);

    private sealed record AnswerFlag(FlagKind Kind, int Start, int Length);
}
