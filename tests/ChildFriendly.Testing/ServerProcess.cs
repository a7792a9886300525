using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChildFriendly.Testing;

/// <summary>A server in a process of its own, so that its processor time and memory are its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, string address, TimeSpan untilFirstPage)
    {
        (this.process, Address, UntilFirstPage) = (process, address, untilFirstPage);
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan UntilFirstPage { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <param name="path">What is asked until it answers.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="largestFile">Kilobytes that no file may exceed: a disk that is full. Null for as much as there is.</param>
    public static async Task<ServerProcess> StartAsync(string program, string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, long? largestFile = null)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(largestFile is null ? "dotnet" : "bash") { RedirectStandardOutput = true, UseShellExecute = false };
        if (largestFile is { } kilobytes)
        {
            // The limit is an error of the write and not the end of the process; the runtime's own code is not a file then.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$@\""));
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument.Replace("{address}", address, StringComparison.Ordinal));
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        using var client = new HttpClient();
        while (clock.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address + path));
                answer.EnsureSuccessStatusCode();
                return new ServerProcess(server, address, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        server.Kill();
        throw new InvalidOperationException($"{program} does not answer.");
    }

    /// <summary>Ends it as a power cut would: nothing is written any more.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
