using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web;
using ChildFriendly.Web.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ChildFriendly.Testing;

namespace ChildFriendly.Benchmarks;

/// <summary>
/// Durable votes per second: through the box alone against a bare loop that writes the same rows in groups of the same size with the same
/// durability, in turns; and through the whole web stack.
/// </summary>
internal static partial class Votes
{
    /// <summary>Nicknames are unique in a locality, and there are 6,400.</summary>
    private const int Voters = 6_000;
    private const int Group = 256;
    private const int AtOnce = 2 * Group;
    private const int Clients = 64;
    private const int Rounds = 5;

    /// <summary>Open at the same time, for the box alone: a round of one vote would be over in a quarter of a second.</summary>
    private const int VotesAtOnce = 5;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-benchmark-").FullName;
        try
        {
            Say($"{"round",6} {"box votes/s",12} {"bare votes/s",13} {"ratio",6}");
            var ratios = new List<double>();
            for (var round = 1; round <= Rounds; round++)
            {
                var school = await School.PrepareAsync(Path.Combine(folder, $"box-{round}"), VotesAtOnce);
                var bare = await BareAsync(await School.PrepareAsync(Path.Combine(folder, $"bare-{round}"), VotesAtOnce));
                var box = await BoxAsync(school);
                ratios.Add(box / bare);
                Say($"{round,6} {box,12:F0} {bare,13:F0} {ratios[^1],6:F2}");
            }

            Say($"{"median",6} {"",12} {"",13} {ratios.Order().ElementAt(Rounds / 2),6:F2}");

            await WebAsync(await School.PrepareAsync(Path.Combine(folder, "web"), votes: 1));
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> BoxAsync(School school)
    {
        await using var writer = new BallotWriter(school.Settings.Database, new ConsultationKeys(school.Settings.ConsultationKeysFolder));
        var clock = Stopwatch.StartNew();
        var left = new ConcurrentQueue<(Consultation Vote, Participant Child)>(school.Votes.SelectMany(v => school.Children.Select(c => (v, c))));
        await using var db = school.Open();
        var box = new BallotBox(db, new ConsultationKeys(school.Settings.ConsultationKeysFolder), writer);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (left.TryDequeue(out var next))
            {
                var outcome = await box.CastAsync(next.Vote, next.Child, new Dictionary<int, BallotAnswer> { [1] = BallotAnswer.Of("1") }, next.Vote.OpensAt.AddHours(1));
                if (outcome.Receipt is null)
                {
                    throw new InvalidOperationException(outcome.Refusal!.Key);
                }
            }
        }));
        var rate = Voters * VotesAtOnce / clock.Elapsed.TotalSeconds;
        return await db.CastBallots.CountAsync() == Voters * VotesAtOnce ? rate : throw new InvalidOperationException("Ballots are missing.");
    }

    private static async Task<double> BareAsync(School school)
    {
        await using var connection = new SqliteConnection(school.Settings.Database.ConnectionString);
        await connection.OpenAsync();
        await using (var pragmas = connection.CreateCommand())
        {
            pragmas.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
            await pragmas.ExecuteNonQueryAsync();
        }

        await using var ballot = Prepare(connection, """INSERT INTO ballots_cast ("QuestionId", "Tag", "Choices") VALUES ($a, $b, '1')""");
        await using var mark = Prepare(connection, """INSERT INTO voter_marks ("ConsultationId", "ParticipantId") VALUES ($a, $b)""");
        await using var receipt = Prepare(connection, """INSERT INTO ballot_receipts ("ConsultationId", "Code") VALUES ($a, $b)""");
        var clock = Stopwatch.StartNew();
        foreach (var group in school.Votes.SelectMany(v => school.Children.Select(c => (Vote: v, Child: c))).Chunk(Group))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (vote, child) in group)
            {
                await RunAsync(ballot, transaction, vote.Questions[0].Id, RandomNumberGenerator.GetBytes(32));
                await RunAsync(mark, transaction, vote.Id, child.Id);
                await RunAsync(receipt, transaction, vote.Id, RandomNumberGenerator.GetBytes(ConsultationKey.ReceiptBytes));
            }

            await transaction.CommitAsync();
        }

        return Voters * VotesAtOnce / clock.Elapsed.TotalSeconds;

        static SqliteCommand Prepare(SqliteConnection connection, string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.Add(new SqliteParameter("$a", null));
            command.Parameters.Add(new SqliteParameter("$b", null));
            return command;
        }

        static Task RunAsync(SqliteCommand command, System.Data.Common.DbTransaction transaction, object a, object b)
        {
            (command.Transaction, command.Parameters[0].Value, command.Parameters[1].Value) = ((SqliteTransaction)transaction, a, b);
            return command.ExecuteNonQueryAsync();
        }
    }

    private static async Task WebAsync(School school)
    {
        Environment.SetEnvironmentVariable("Portal__Proxies", "127.0.0.1");
        using var server = await ServerProcess.StartAsync(BuiltPortal.Program, "/health/live", ["--data", school.Settings.DataFolder!, "--urls", "{address}", "--no-jobs"]);
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Clients };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var address = $"/ro/{school.Slug}/consultations/1/vote";

        // Everybody signs in and has the page open before the bell.
        var ready = new ConcurrentBag<(string Cookies, string Token)>();
        var waiting = new ConcurrentQueue<string>(school.Codes);
        var signingIn = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (waiting.TryDequeue(out var code))
            {
                ready.Add(await SignInAsync(client, code, address));
            }
        }));
        Say($"signed in with the page open: {ready.Count} in {signingIn.Elapsed.TotalSeconds:F1} s");

        await VoteAsync(server, client, address, "first votes", ready);
        await VoteAsync(server, client, address, "changed three times", [.. ready, .. ready, .. ready]);
        await using var db = school.Open();
        Say($"saved: {await db.CastBallots.CountAsync()} of {ready.Count}");
    }

    private static async Task VoteAsync(ServerProcess server, HttpClient client, string address, string name, IReadOnlyCollection<(string Cookies, string Token)> ready)
    {
        var voters = new ConcurrentQueue<(string Cookies, string Token)>(ready);
        var times = new ConcurrentBag<double>();
        var before = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (voters.TryDequeue(out var voter))
            {
                using var form = new FormUrlEncodedContent([new("Input.Given[1]", "1"), new("Input.IsChecked", "true"), new("__RequestVerificationToken", voter.Token)]);
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
                request.Headers.Add("Cookie", voter.Cookies);
                var one = Stopwatch.StartNew();
                using var answer = await client.SendAsync(request);
                times.Add(one.Elapsed.TotalMilliseconds);
                if (answer.Headers.Location?.OriginalString.EndsWith("/voted", StringComparison.Ordinal) != true)
                {
                    throw new InvalidOperationException($"A vote was not taken: {answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        var processor = (server.ProcessorTime - before).TotalMilliseconds / times.Count;
        var sorted = times.Order().ToList();
        Say($"web, {name}: {times.Count / seconds:F0} votes/s, p50 {sorted[sorted.Count / 2]:F1} ms, p99 {sorted[sorted.Count * 99 / 100]:F1} ms, {processor:F2} ms of processor time per vote; answered {times.Count}");
    }

    private static async Task<(string Cookies, string Token)> SignInAsync(HttpClient client, string code, string address)
    {
        using var door = await client.GetAsync("/ro/card");
        var jar = new Dictionary<string, string>(StringComparer.Ordinal);
        Keep(door);
        using var form = new FormUrlEncodedContent([new("Input.Code", code), new("__RequestVerificationToken", Token().Match(await door.Content.ReadAsStringAsync()).Groups["token"].Value)]);
        using var entering = new HttpRequestMessage(HttpMethod.Post, "/ro/card") { Content = form };
        entering.Headers.Add("Cookie", Cookies());
        entering.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{Random.Shared.Next(250)}.{Random.Shared.Next(250)}.1"));
        using var inside = await client.SendAsync(entering);
        Keep(inside);
        using var opening = new HttpRequestMessage(HttpMethod.Get, address);
        opening.Headers.Add("Cookie", Cookies());
        using var page = await client.SendAsync(opening);
        Keep(page);
        if (page.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The page to vote on did not open: {inside.Headers.Location}, then {page.StatusCode} {page.Headers.Location}");
        }

        return (Cookies(), Token().Matches(await page.Content.ReadAsStringAsync())[^1].Groups["token"].Value);

        string Cookies() => string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}"));

        void Keep(HttpResponseMessage answer)
        {
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
                jar[name] = value;
            }
        }
    }

    /// <summary>A locality with open votes and many children who have cards.</summary>
    private sealed record School(PortalSettings Settings, string Slug, IReadOnlyList<Consultation> Votes, IReadOnlyList<Participant> Children, IReadOnlyList<string> Codes)
    {
        public ChildFriendlyDb Open() => Open(Settings);

        public static async Task<School> PrepareAsync(string folder, int votes)
        {
            var settings = new PortalSettings { DataFolder = folder, Jobs = false };
            await StartUp.PrepareAsync(settings);
            await Operate.SeedAsync(settings, isDemo: false, Words.Load(), TextWriter.Null);
            var pepper = CardPepper.LoadOrCreate(settings.PepperFile);
            var now = TimeProvider.System.Instant();
            await using var db = Open(settings);
            var here = await db.Localities.FirstAsync();
            var batch = CardBatch.Order(here.Id, 1, "Școala", AgeBand.From11To13, "ro", RomanianTime.DateOf(now).AddMonths(6), pepper, Actor.Program, now);
            var open = Enumerable.Range(1, votes).Select(n => OpenVote(here.Id, n, now)).ToList();
            db.Add(batch);
            db.AddRange(open);
            var (adjectives, animals) = (Keys("adjectives.csv"), Keys("animals.csv"));
            var cards = Enumerable.Range(1, Voters).Select(i => (Code: CardCode.New(), Number: i)).Select(c => (c.Code, Card: Card.In(batch, c.Number, AgeBand.From11To13, pepper.HashOf(c.Code)))).ToList();
            var children = cards.Select((c, i) => Participant.Join(c.Card, new Nickname(adjectives[i % adjectives.Count], animals[i / adjectives.Count]), "fox", "1", now)).ToList();
            db.AddRange(cards.Select(c => c.Card));
            db.AddRange(children);
            await db.SaveChangesAsync();
            return new School(settings, here.Slug, open, children, cards.ConvertAll(c => c.Code.ToString()));
        }

        private static Consultation OpenVote(Guid localityId, int number, DateTime now)
        {
            var vote = Consultation.Plan(localityId, number, "Vot", "Despre.", "Consiliul Local", "Tot.", now, now.AddDays(7));
            var question = vote.Ask(new QuestionPlan("Vot", BallotKind.Approval, CountingRule.Approval, Winners: 1, MaxChoices: 2));
            for (var i = 1; i <= 3; i++)
            {
                question.Offer($"Varianta {i}", "", initiativeId: null);
            }

            vote.Announce(Actor.Program, now);
            vote.Open(now);
            return vote;
        }

        private static List<string> Keys(string file) => CsvTable.Read(Path.Combine(Portal.FolderOf("content/words"), file)).ConvertAll(r => r["key"]);

        private static ChildFriendlyDb Open(PortalSettings settings)
        {
            var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
            settings.Configure(options);
            return new ChildFriendlyDb(options.Options);
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)"|name="__RequestVerificationToken" value="(?<token>[^"]+)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
