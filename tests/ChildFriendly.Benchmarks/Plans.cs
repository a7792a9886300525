using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Benchmarks;

/// <summary>A long plan and the national view, each page asked one after the other and never from the kept ones, in turns with a bare Razor page.</summary>
internal static partial class Plans
{
    private const int Views = 60;
    private const int Rounds = 3;
    private const int Measures = 300;
    private const int UpdatesEach = 10;
    private const int StepsEach = 3;
    private const int Localities = 50;
    private const int Years = 10;
    private const int IdeasEachYear = 20;
    private const int MeasuresEachYear = 15;

    private static readonly Actor By = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-benchmark-").FullName;
        try
        {
            string[] arguments = ["--data", folder, "--demo", "--urls", "{address}", "--no-jobs"];
            using (await ServerProcess.StartAsync(BuiltPortal.Program, "/ro", arguments))
            {
                // It fills itself with the demonstration.
            }

            await FillAsync(folder);
            using var bare = await ServerProcess.StartAsync("ChildFriendly.Benchmarks.dll", "/bare", ["bare", "{address}"]);
            using var portal = await ServerProcess.StartAsync(BuiltPortal.Program, "/ro", arguments);
            using var reader = await SignInAsync(portal);
            using var client = Client(portal);
            using var bareClient = Client(bare);
            Say($"{"page",-46} {"ms",8} {"95th",8} {"bare ms",8} {"ratio",7} {"KB",6}");
            await TellAsync(bareClient, client, "/ro/long/plan");
            await TellAsync(bareClient, client, "/ro/long/plan?goal=Play");
            await TellAsync(bareClient, client, "/ro/long/plan/measures/1");
            await TellAsync(bareClient, client, "/ro/l01/plan");
            await TellAsync(bareClient, reader, "/staff/national");
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TellAsync(HttpClient bare, HttpClient portal, string path)
    {
        await AskAsync(bare, "/bare");
        await AskAsync(portal, path);
        var (times, bares) = (new List<double>(), new List<double>());
        var bytes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            bares.AddRange((await AskAsync(bare, "/bare")).Times);
            var (some, length) = await AskAsync(portal, path);
            times.AddRange(some);
            bytes = length;
        }

        times.Sort();
        bares.Sort();
        var (median, bareMedian) = (times[times.Count / 2], bares[bares.Count / 2]);
        Say($"{path,-46} {median,8:F1} {times[times.Count * 95 / 100],8:F1} {bareMedian,8:F2} {median / bareMedian,7:F1} {bytes / 1024.0,6:F1}");
    }

    /// <summary>Each with a number of its own, so that none is a kept page.</summary>
    private static async Task<(List<double> Times, int Bytes)> AskAsync(HttpClient client, string path)
    {
        var times = new List<double>(Views);
        var bytes = 0;
        for (var i = 0; i < Views; i++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={Stopwatch.GetTimestamp()}");
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(address);
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return (times, bytes);
    }

    private static HttpClient Client(ServerProcess server)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return client;
    }

    private static async Task<HttpClient> SignInAsync(ServerProcess server)
    {
        var person = DemonstrationPeople.Load().All.First(p => p.Role == Role.CommitteeReader);
        using var door = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        var token = Token().Match(await door.GetStringAsync("/staff/sign-in")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
        [
            new("Input.Email", person.Email), new("Input.Password", person.Password), new("Input.Code", AuthenticatorCode.At(person.TotpSecret, TimeProvider.System.GetUtcNow())), new("__RequestVerificationToken", token),
        ]);
        using var answer = await door.PostAsync("/staff/sign-in", form);
        var client = Client(server);
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        return client;
    }

    private static async Task FillAsync(string folder)
    {
        var settings = new PortalSettings { DataFolder = folder, Jobs = false };
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Configure(options);
        await using var db = new ChildFriendlyDb(options.Options);
        var now = TimeProvider.System.Instant();
        var today = RomanianTime.DateOf(now);
        await AddAsync(db, 0, "long", Measures, UpdatesEach, StepsEach, ideas: 0, years: 3, now);
        for (var i = 1; i <= Localities; i++)
        {
            await AddAsync(db, i, string.Create(CultureInfo.InvariantCulture, $"l{i:00}"), MeasuresEachYear * Years, 3, 2, IdeasEachYear * Years, Years, now);
        }

        Say($"measures {await db.Measures.CountAsync()}, updates {await db.Measures.IgnoreAutoIncludes().SelectMany(m => m.Updates).CountAsync()}, ideas {await db.Initiatives.CountAsync()}, localities {await db.Localities.CountAsync()}, today {today:yyyy-MM-dd}");
    }

    private static async Task AddAsync(ChildFriendlyDb db, int number, string slug, int measures, int updates, int steps, int ideas, int years, DateTime now)
    {
        var today = RomanianTime.DateOf(now);
        var here = Locality.Joined(slug, $"Localitatea {slug}", LocalityKind.Commune, "Bacău", 900_000 + number, "Consiliul copiilor", RecognitionPhase.Implementing, By, now);
        var plan = ActionPlan.Draft(here.Id, "Planul Local de Acțiune", "Pentru copii.", today.Year - years + 1, today.Year + 1);
        plan.Adopt(By, now);
        plan.StartImplementing(By, now);
        db.AddRange(here, plan);
        for (var i = 1; i <= measures; i++)
        {
            var due = today.AddDays((i % 600) - 200);
            var sheet = new MeasureSheet(
                $"Măsura numărul {i}: bănci, umbră și lumină pe aleile din parc", (GoalArea)(i % 5), 31, "Se pun bănci la umbră și lumini pe alei, ca să putem sta și seara.", "Copiii stau la umbră.",
                $"Serviciul {i % 12}", "Asociația părinților", "Poate întârzia.", due);
            var measure = Measure.Include(plan, i, sheet, 1_000_000 + i, null, By, now);
            measure.PlanMilestones(Enumerable.Range(1, steps).Select(s => ($"Pasul {s}", due.AddDays(-30 * s), s % 2 == 0 ? (DateOnly?)due.AddDays(-30 * s) : null)), By, now);
            for (var u = 1; u <= updates; u++)
            {
                measure.Report(u == updates && i % 4 == 0 ? MeasureStage.Done : i % 7 == 0 ? MeasureStage.Late : MeasureStage.OnTrack, $"Noutatea {u}: s-a lucrat la alee și s-au pus trei bănci.", $"Serviciul {i % 12}", By, now.AddDays(u - updates));
            }

            db.Add(measure);
        }

        for (var i = 1; i <= ideas; i++)
        {
            var idea = Initiative.WriteDown(here.Id, 5, AgeBand.From6To10, now);
            idea.ChooseGoal((GoalArea)(i % 5), now);
            idea.Tell($"Ideea {i}", "Vrem o bancă la umbră.", now);
            idea.Locate("Parcul Mare", now);
            idea.Submit(i, now, By);
            idea.Publish(By, now.AddDays(-i));
            if (i % 3 != 0)
            {
                idea.Answer(Decision.Accepted, AnswerReason.GoodIdea, "Da.", "Primăria", By, now);
            }

            db.Add(idea);
        }

        for (var i = 1; i <= ideas / 20; i++)
        {
            var recommendation = Recommendation.Adopt(here.Id, i, $"Recomandarea {i}", "Cerem lumină.", "Consiliul Local", today, By, now.AddDays(-20 * i));
            recommendation.Send(By, now.AddDays(-20 * i));
            db.Add(recommendation);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
