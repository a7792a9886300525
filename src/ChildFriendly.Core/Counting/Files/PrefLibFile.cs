using System.Globalization;

namespace ChildFriendly.Core.Counting.Files;

/// <summary>Rankings as preflib.org keeps them: strict or with ties, complete or not (.soc, .soi, .toc, .toi). Options are numbered from 1.</summary>
public static class PrefLibFile
{
    public static ElectionFile Read(TextReader reader)
    {
        var names = new Dictionary<int, string>();
        var count = 0;
        var ballots = new List<BallotGroup>();
        for (var (line, number) = (reader.ReadLine(), 1); line is not null; (line, number) = (reader.ReadLine(), number + 1))
        {
            ElectionFile.RequireReadable(line, number);
            if (line.StartsWith('#'))
            {
                var (name, value) = Split(line[1..], ':');
                if (name == "NUMBER ALTERNATIVES")
                {
                    count = Number(value, number);
                }
                else if (name.StartsWith("ALTERNATIVE NAME ", StringComparison.Ordinal))
                {
                    names[Number(name["ALTERNATIVE NAME ".Length..], number)] = value;
                }
            }
            else if (line.Trim().Length > 0)
            {
                ballots.Add(Ballot(line, number, count));
            }
        }

        if (count == 0)
        {
            throw new BadElectionFileException("no-alternatives", 0);
        }

        var options = Enumerable.Range(1, count).Select(i => new ElectionOption(i.ToString(CultureInfo.InvariantCulture))).ToList();
        return new ElectionFile(new Election(BallotKind.Ranking, options, ballots), Enumerable.Range(1, count).Select(i => names.GetValueOrDefault(i, $"{i}")).ToList());
    }

    /// <summary>"12: 3,{1,2},4": twelve ballots with 3 first, then 1 and 2 alike, then 4.</summary>
    private static BallotGroup Ballot(string line, int number, int count)
    {
        var (weight, order) = Split(line, ':');
        if (order.Length == 0 && !line.Contains(':', StringComparison.Ordinal))
        {
            throw new BadElectionFileException("bad-ballot", number, line);
        }

        var (options, places) = (new List<int>(), new List<long>());
        long place = 1;
        var isTied = false;
        foreach (var part in order.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var opens = part.StartsWith('{');
            var closes = part.EndsWith('}');
            if ((opens && isTied) || (closes && !isTied && !opens))
            {
                throw new BadElectionFileException("bad-ballot", number, line);
            }

            isTied |= opens;
            if (part.Trim('{', '}', ' ') is { Length: > 0 } id)
            {
                var option = Number(id, number);
                if (option < 1 || option > count)
                {
                    throw new BadElectionFileException("unknown-option", number, id);
                }

                if (options.Contains(option - 1))
                {
                    throw new BadElectionFileException("twice-on-a-ballot", number, id);
                }

                options.Add(option - 1);
                places.Add(place);
            }

            isTied &= !closes;
            place += isTied ? 0 : 1;
        }

        return isTied ? throw new BadElectionFileException("bad-ballot", number, line) : new BallotGroup(Positive(weight, number), options, places);
    }

    private static (string Before, string After) Split(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text.Trim(), "");

    private static int Number(string text, int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadElectionFileException("bad-number", line, text);

    private static int Positive(string text, int line) => Number(text, line) is > 0 and var number ? number : throw new BadElectionFileException("bad-number", line, text);
}
