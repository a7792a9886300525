using System.Globalization;
using System.Text;
using CsvHelper;

namespace ChildFriendly.Core.Counting.Files;

/// <summary>
/// A participatory budget as pabulib.org keeps it (.pb): UTF-8, semicolons, three sections, columns by their names. A project that one approval
/// ballot names twice counts once for it, as in the files' own tools; in a ballot with an order or points it is refused.
/// </summary>
public static class PabulibFile
{
    private const int MostDecimals = 4;
    private static readonly string[] Sections = ["META", "PROJECTS", "VOTES"];

    /// <exception cref="BadElectionFileException">It is not such a file; says where.</exception>
    public static ElectionFile Read(TextReader reader)
    {
        // One bad quotation mark spoils its own line, not the rest of the file.
        using var rows = CsvReader.Create(reader, new CsvReaderOptions { Separator = ';', HasHeader = false, SkipEmptyLines = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false });
        var file = new Reading();
        string? section = null;
        string[]? header = null;
        while (rows.Read())
        {
            var line = (int)rows.LineNumber;
            var row = new string[rows.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = rows.GetString(i);
                ElectionFile.RequireReadable(row[i], line);
            }

            if (row.Length == 1 && row[0].Trim() is var title && Array.IndexOf(Sections, title) is >= 0 and var place)
            {
                Require(place == (section is null ? 0 : Array.IndexOf(Sections, section) + 1), "sections", line, title);
                (section, header) = (title, null);
            }
            else if (section is null)
            {
                throw new BadElectionFileException("sections", line, row[0]);
            }
            else if (header is null)
            {
                header = row.Select(c => c.Trim()).ToArray();
                file.Begin(section, header, line);
            }
            else if (row.Length > 1 || row[0].Trim().Length > 0)
            {
                file.Take(section, row, line);
            }
        }

        Require(section == Sections[^1] && header is not null, "missing-section", 0, Sections[section is null ? 0 : Math.Min(2, Array.IndexOf(Sections, section) + 1)]);
        return file.Finish();
    }

    /// <summary>Budget ballots as such a file. A ballot is a number in the order of the list and its projects: nothing else is known about it.</summary>
    public static string Write(Election election, IReadOnlyList<string> names, IReadOnlyCollection<int> selected, PabulibHead head)
    {
        if (election.Kind is not BallotKind.Budget)
        {
            throw new ArgumentException("Only budgets are written so.", nameof(election));
        }

        var votes = Totals.Approvals(election);
        var file = new StringBuilder();
        Line("META");
        Line("key", "value");
        Line("description", head.Description);
        Line("country", head.Country);
        Line("unit", head.Unit);
        Line("instance", head.Instance);
        Line("num_projects", Whole(election.Options.Count));
        Line("num_votes", Whole(election.Cast));
        Line("budget", Money(election.Budget));
        Line("vote_type", "approval");
        Line("rule", head.Rule);
        Line("date_begin", head.Begins.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        Line("date_end", head.Ends.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        Line("max_length", Whole(head.MaxLength));
        if (head.IsCapped)
        {
            Line("max_sum_cost", Money(election.Budget));
        }

        Line("language", head.Language);
        Line("currency", head.Currency);
        if (selected.Count == election.Options.Count)
        {
            Line("fully_funded", "1");
        }

        Line("comment", $"#1: {head.Comment}");
        Line("PROJECTS");
        Line("project_id", "cost", "votes", "name", "selected");
        for (var i = 0; i < election.Options.Count; i++)
        {
            Line(election.Options[i].Id, Money(election.Options[i].Cost), Whole(votes[i]), names[i], selected.Contains(i) ? "1" : "0");
        }

        Line("VOTES");
        Line("voter_id", "vote");
        long voter = 0;
        foreach (var ballot in election.Ballots)
        {
            var vote = string.Join(',', ballot.Options.Select(o => election.Options[o].Id));
            for (long i = 0; i < ballot.Weight; i++)
            {
                Line(Whole(++voter), vote);
            }
        }

        return file.ToString();

        void Line(params IEnumerable<string> cells) => file.AppendJoin(';', cells.Select(Cell)).Append('\n');

        string Money(long amount) => (amount / (decimal)Math.Pow(10, head.Decimals)).ToString("0.####", CultureInfo.InvariantCulture);

        static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

        static string Cell(string text) => text.ReplaceLineEndings(" ") is var line && line.AsSpan().ContainsAny(';', '"') ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }

    private static void Require(bool isRight, string key, int line, string value)
    {
        if (!isRight)
        {
            throw new BadElectionFileException(key, line, value);
        }
    }

    /// <summary>A decimal with a dot, or with a comma in older files.</summary>
    private static decimal Money(string text, int line) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money) && money < 1_000_000_000_000m
            && decimal.Round(money, MostDecimals) == money
            ? money : throw new BadElectionFileException(text.Trim().StartsWith('-') ? "negative-cost" : "bad-number", line, text);

    private static int? Whole(string? text, int line) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : throw new BadElectionFileException("bad-number", line, text);

    /// <summary>What was read so far.</summary>
    private sealed class Reading
    {
        private readonly Dictionary<string, (string Value, int Line)> meta = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<(string Id, string Name, decimal Cost)> projects = [];
        private readonly HashSet<string> voters = new(StringComparer.Ordinal);
        private readonly List<BallotGroup> ballots = [];
        private Dictionary<string, int> columns = [];
        private BallotKind kind;

        public void Begin(string section, string[] header, int line)
        {
            columns = new(StringComparer.Ordinal);
            foreach (var (name, i) in header.Select((name, i) => (name, i)))
            {
                Require(columns.TryAdd(name, i), "bad-header", line, name);
            }

            if (section == "VOTES")
            {
                kind = KindOf(Meta("vote_type"), meta.GetValueOrDefault("vote_type").Line);
            }

            foreach (var needed in section switch
            {
                "META" => ["key", "value"],
                "PROJECTS" => ["project_id", "cost"],
                _ => kind is BallotKind.Points or BallotKind.Score ? ["voter_id", "vote", "points"] : new[] { "voter_id", "vote" },
            })
            {
                Require(columns.ContainsKey(needed), "bad-header", line, needed);
            }
        }

        public void Take(string section, string[] row, int line)
        {
            string Cell(string column) => columns.TryGetValue(column, out var i) && i < row.Length ? row[i].Trim() : "";
            switch (section)
            {
                case "META":
                    Require(meta.TryAdd(Cell("key"), (Cell("value"), line)), "duplicate", line, Cell("key"));
                    break;
                case "PROJECTS":
                    Require(Cell("project_id").Length > 0, "bad-row", line, row[0]);
                    Require(places.TryAdd(Cell("project_id"), projects.Count), "duplicate", line, Cell("project_id"));
                    projects.Add((Cell("project_id"), Cell("name") is { Length: > 0 } name ? name : Cell("project_id"), Money(Cell("cost"), line)));
                    break;
                default:
                    Require(Cell("voter_id").Length > 0 && row.Length > columns["vote"], "bad-row", line, row[0]);
                    Require(voters.Add(Cell("voter_id")), "duplicate", line, Cell("voter_id"));
                    ballots.Add(Ballot(Cell("vote"), Cell("points"), line));
                    break;
            }
        }

        public ElectionFile Finish()
        {
            Require(Whole(Meta("num_projects"), meta.GetValueOrDefault("num_projects").Line) is not { } told || told == projects.Count, "not-as-many", meta.GetValueOrDefault("num_projects").Line, Meta("num_projects")!);
            Require(Whole(Meta("num_votes"), meta.GetValueOrDefault("num_votes").Line) is not { } votes || votes == ballots.Count, "not-as-many", meta.GetValueOrDefault("num_votes").Line, Meta("num_votes")!);
            var budget = Money(Needed("budget"), meta["budget"].Line);
            var decimals = projects.Select(p => p.Cost).Append(budget).Max(DecimalsOf);
            var unit = (decimal)Math.Pow(10, decimals);
            var options = projects.ConvertAll(p => new ElectionOption(p.Id, (long)(p.Cost * unit)));
            var election = new Election(kind, options, ballots, budget: (long)(budget * unit)) { MaxRanked = Whole(Meta("max_length"), meta.GetValueOrDefault("max_length").Line) };
            return new ElectionFile(election, projects.ConvertAll(p => p.Name), decimals) { About = (Meta("description"), Meta("rule"), Meta("currency")) };
        }

        private BallotGroup Ballot(string vote, string points, int line)
        {
            var named = new List<int>();
            foreach (var id in vote.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Require(places.TryGetValue(id, out var place), "unknown-option", line, id);
                if (!named.Contains(place))
                {
                    named.Add(place);
                }
                else
                {
                    Require(kind == BallotKind.Budget, "twice-on-a-ballot", line, id);
                }
            }

            if (kind == BallotKind.Budget)
            {
                return BallotGroup.Of(1, named);
            }

            if (kind == BallotKind.Ranking)
            {
                return BallotGroup.Ranked(1, named);
            }

            var given = points.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (long)(Whole(p, line) ?? 0)).ToList();
            Require(given.Count == named.Count, "points-do-not-fit", line, points);
            return new BallotGroup(1, named, given);
        }

        private string? Meta(string key) => meta.TryGetValue(key, out var entry) ? entry.Value : null;

        private string Needed(string key) => Meta(key) ?? throw new BadElectionFileException("missing-meta", 0, key);

        private static BallotKind KindOf(string? type, int line) => type switch
        {
            "approval" or "choose-1" => BallotKind.Budget,
            "ordinal" => BallotKind.Ranking,
            "cumulative" or "scoring" => BallotKind.Points,
            null => throw new BadElectionFileException("missing-meta", 0, "vote_type"),
            _ => throw new BadElectionFileException("vote-type", line, type),
        };

        private static int DecimalsOf(decimal money) => Enumerable.Range(0, MostDecimals + 1).First(d => decimal.Round(money, d) == money);
    }
}
