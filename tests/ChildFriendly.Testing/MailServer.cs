using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChildFriendly.Testing;

/// <summary>A mail server on this machine that keeps what it is given (RFC 5321, the few words a sender needs).</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Says no to every letter, as a server does that has no room.</summary>
    public bool IsFull { get; set; }

    /// <summary>Every letter as it came.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    /// <summary>Makes a portal send through this server.</summary>
    public void Serve(Site site) => (site.Settings.SmtpHost, site.Settings.SmtpPort, site.Settings.SmtpFrom, site.Settings.Address) =
        ("127.0.0.1", Port, "portal@copii.example", "https://copii.example");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The other side is gone, or the test is over.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
                    {
                        letter.AppendLine(part);
                    }

                    Letters.Enqueue(letter.ToString());
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "MAIL" when IsFull:
                    await writer.WriteLineAsync("452 no room");
                    break;
                default:
                    await writer.WriteLineAsync("250 yes");
                    break;
            }
        }
    }
}
