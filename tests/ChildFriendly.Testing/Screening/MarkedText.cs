using System.Text;

namespace ChildFriendly.Testing.Screening;

/// <param name="Kind">As the verb <c>screen</c> names it.</param>
public sealed record Mark(string Kind, int Start, int End);

/// <summary>A text with what a careful person would mark in it; the files beside say how they are written.</summary>
public sealed record MarkedText(string Lang, string Text, IReadOnlyList<Mark> Marks, string? Concern)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Screening");

    public static IReadOnlyList<MarkedText> Personal => [.. Lines("personal", 2).Select(l => Unmark(l[0], l[1]))];

    public static IReadOnlyList<MarkedText> Concerns => [.. Lines("concerns", 3).Select(l => new MarkedText(l[0], l[2], [], l[1]))];

    public static IReadOnlyList<MarkedText> Insults => [.. Lines("insults", 2).Select(l => new MarkedText(l[0], l[1], [new Mark("insult", 0, l[1].Length)], null))];

    public static IReadOnlyList<MarkedText> Innocent => [.. Lines("innocent", 2).Select(l => new MarkedText(l[0], l[1], [], null))];

    private static IEnumerable<string[]> Lines(string file, int parts) =>
        File.ReadLines(Path.Combine(Folder, $"{file}.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', parts));

    private static MarkedText Unmark(string lang, string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var (kind, start) = ("", 0);
        for (var i = 0; i < marked.Length; i++)
        {
            switch (marked[i])
            {
                case '{':
                    var colon = marked.IndexOf(':', i);
                    (kind, start, i) = (marked[(i + 1)..colon], text.Length, colon);
                    break;
                case '}':
                    marks.Add(new Mark(kind, start, text.Length));
                    break;
                default:
                    text.Append(marked[i]);
                    break;
            }
        }

        return new MarkedText(lang, text.ToString(), marks, null);
    }
}
