using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web;
using ChildFriendly.Web.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ChildFriendly.Testing;

namespace ChildFriendly.Benchmarks;

/// <summary>Signing in with a card where there are a thousand cards and where there are a million, in turns in the same run.</summary>
internal static partial class CardSignIn
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Tries = 300;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-benchmark-").FullName;
        try
        {
            var few = await PrepareAsync(Path.Combine(folder, "few"), Few);
            var many = await PrepareAsync(Path.Combine(folder, "many"), Many);
            Environment.SetEnvironmentVariable("Portal__Proxies", "127.0.0.1");
            using var small = await ServerProcess.StartAsync(BuiltPortal.Program, "/health/live", ["--data", few.Folder, "--urls", "{address}", "--no-jobs"]);
            using var large = await ServerProcess.StartAsync(BuiltPortal.Program, "/health/live", ["--data", many.Folder, "--urls", "{address}", "--no-jobs"]);
            await SignInAsync(small, few.Codes, Tries);
            await SignInAsync(large, many.Codes, Tries);
            Say($"{"cards",10} {"ms/sign-in",12} {"95th",8} {"processor ms",14}");
            for (var round = 0; round < Rounds; round++)
            {
                await TellAsync(small, few.Codes, Few);
                await TellAsync(large, many.Codes, Many);
            }

            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TellAsync(ServerProcess server, IReadOnlyList<string> codes, int cards)
    {
        var (times, processor) = await SignInAsync(server, codes, Tries);
        Say($"{cards,10} {times[times.Count / 2],12:F2} {times[times.Count * 95 / 100],8:F2} {processor,14:F2}");
    }

    /// <returns>Milliseconds of each sign-in, ascending, and the server's processor time per sign-in.</returns>
    private static async Task<(List<double> Times, double Processor)> SignInAsync(ServerProcess server, IReadOnlyList<string> codes, int tries)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var door = await client.GetAsync("/ro/card");
        var token = Token().Match(await door.Content.ReadAsStringAsync()).Groups["token"].Value;
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", door.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        var times = new List<double>(tries);
        var before = server.ProcessorTime;
        for (var i = 0; i < tries; i++)
        {
            using var form = new FormUrlEncodedContent([new("Input.Code", codes[i % codes.Count]), new("__RequestVerificationToken", token)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/ro/card") { Content = form };
            // Each from another street: what limits a neighbourhood is not what is measured.
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{i / 200}.{i % 200}.1"));
            var clock = Stopwatch.StartNew();
            using var answer = await client.SendAsync(request);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (answer.Headers.Location?.OriginalString != "/ro/card/welcome")
            {
                throw new InvalidOperationException($"A card was not accepted: {answer.StatusCode} {answer.Headers.Location}");
            }
        }

        var processor = (server.ProcessorTime - before).TotalMilliseconds / tries;
        times.Sort();
        return (times, processor);
    }

    private static async Task<(string Folder, IReadOnlyList<string> Codes)> PrepareAsync(string folder, int cards)
    {
        var settings = new PortalSettings { DataFolder = folder, Jobs = false };
        await StartUp.PrepareAsync(settings);
        await Operate.SeedAsync(settings, isDemo: false, Words.Load(), TextWriter.Null);
        var pepper = CardPepper.LoadOrCreate(settings.PepperFile);
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Configure(options);
        await using var db = new ChildFriendlyDb(options.Options);
        var here = await db.Localities.FirstAsync();
        var now = TimeProvider.System.Instant();
        var batch = CardBatch.Order(here.Id, 1, "Școala", AgeBand.From11To13, "ro", RomanianTime.DateOf(now).AddMonths(6), pepper, Actor.Program, now);
        db.Add(batch);
        await db.SaveChangesAsync();

        // Past EF Core: a million rows are what is measured against, not how they came.
        await using var connection = new SqliteConnection(settings.Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO cards ("Id", "LocalityId", "BatchId", "Number", "AgeBand", "CodeHash", "ValidUntil", "IsDemonstration", "SessionKey", "Version")
            VALUES ($id, $locality, $batch, $number, 'From11To13', $hash, $until, 0, $key, 0)
            """;
        foreach (var name in new[] { "$id", "$locality", "$batch", "$number", "$hash", "$until", "$key" })
        {
            insert.Parameters.Add(new SqliteParameter(name, null));
        }

        var codes = new List<string>();
        for (var i = 1; i <= cards; i++)
        {
            var code = CardCode.New();
            object[] values = [RandomId.New(), here.Id, batch.Id, i, pepper.HashOf(code), batch.ValidUntil, RandomId.New()];
            for (var p = 0; p < values.Length; p++)
            {
                insert.Parameters[p].Value = values[p];
            }

            await insert.ExecuteNonQueryAsync();
            if (i % (cards / Tries) == 0 && codes.Count < Tries)
            {
                codes.Add(code.ToString());
            }
        }

        await transaction.CommitAsync();
        return (folder, codes);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)"|name="__RequestVerificationToken" value="(?<token>[^"]+)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
