using System.Diagnostics;
using System.Globalization;
using ChildFriendly.Testing;

namespace ChildFriendly.Benchmarks;

/// <summary>Throughput and processor time of public pages, as a ratio to a bare Razor page measured in turns.</summary>
internal static class PublicPages
{
    private const int Rounds = 5;
    private const int Clients = 16;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("child-friendly-benchmark-").FullName;
        try
        {
            string[] portalArguments = ["--data", data, "--demo", "--urls", "{address}"];
            TimeSpan first;
            using (var seeding = await ServerProcess.StartAsync(BuiltPortal.Program, "/ro", portalArguments))
            {
                first = seeding.UntilFirstPage;
            }

            await CompareStartsAsync(portalArguments);
            using var bare = await ServerProcess.StartAsync("ChildFriendly.Benchmarks.dll", "/bare", ["bare", "{address}"]);
            using var portal = await ServerProcess.StartAsync(BuiltPortal.Program, "/ro", portalArguments);
            Say($"first start, with demonstration data, to the first page: {first.TotalSeconds:F2} s");
            await Task.Delay(TimeSpan.FromSeconds(5));
            Say($"memory at rest: {portal.MemoryMegabytes:F0} MB");
            Say($"{"page",-34} {"views/s",8} {"ratio to bare",15} {"processor ms/view",18}");
            foreach (var path in new[] { "/ro/bacau", "/ro/bacau/initiatives", "/ro/bacau/initiatives/5", "/ro/bacau/consultations/1/results" })
            {
                await CompareAsync(bare, portal, path);
            }

            Say($"memory after load: {portal.MemoryMegabytes:F0} MB");
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>From the process's start to the first page, in turns with the bare server: what is in the file cache already stays there.</summary>
    private static async Task CompareStartsAsync(string[] portalArguments)
    {
        var bares = new List<double>();
        var portals = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using (var bare = await ServerProcess.StartAsync("ChildFriendly.Benchmarks.dll", "/bare", ["bare", "{address}"]))
            {
                bares.Add(bare.UntilFirstPage.TotalSeconds);
            }

            using var portal = await ServerProcess.StartAsync(BuiltPortal.Program, "/ro", portalArguments);
            portals.Add(portal.UntilFirstPage.TotalSeconds);
        }

        Say($"start, seeded, to the first page: {Median(portals):F2} s ({portals.Min():F2}–{portals.Max():F2}); the bare page: {Median(bares):F2} s");
    }

    private static async Task CompareAsync(ServerProcess bare, ServerProcess portal, string path)
    {
        await LoadAsync(bare, "/bare");
        await LoadAsync(portal, path);
        var ratios = new List<double>();
        var rates = new List<double>();
        var costs = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (bareRate, _) = await LoadAsync(bare, "/bare");
            var (rate, cost) = await LoadAsync(portal, path);
            ratios.Add(rate / bareRate);
            rates.Add(rate);
            costs.Add(cost);
        }

        Say($"{path,-34} {Median(rates),8:F0} {Median(ratios),15:P0} {Median(costs),18:F3}");
    }

    private static async Task<(double ViewsPerSecond, double ProcessorMilliseconds)> LoadAsync(ServerProcess server, string path)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Clients };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var address = new Uri(server.Address + path);
        var before = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var views = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var count = 0;
            while (clock.Elapsed < RoundTime)
            {
                using var answer = await client.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                count++;
            }

            return count;
        }));
        return (views.Sum() / clock.Elapsed.TotalSeconds, (server.ProcessorTime - before).TotalMilliseconds / views.Sum());
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
