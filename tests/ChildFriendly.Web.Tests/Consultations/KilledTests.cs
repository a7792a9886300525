using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

/// <summary>A whole vote against the real program, which is killed on the way: what it answered as saved is there, once.</summary>
public sealed class KilledTests
{
    private const string VotePath = "/ro/bacau/consultations/1/vote";

    private const int AtOnce = 16;

    /// <summary>Ways to mark three options, at most two of them.</summary>
    private static readonly string[] Ways = ["1", "2", "3", "1,2", "1,3", "2,3"];

    [Fact]
    public Task What_was_answered_as_saved_is_there_after_the_program_was_killed() => VoteAsync(children: 40, votesEach: 3, kills: 2);

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_half_done_is_left()
    {
        await using var site = await Site.StartAsync(isSecure: true);
        Assert.SkipUnless(site.Settings.Postgres is null, "The disk of a server is its own matter.");
        var (vote, voters) = await PrepareAsync(site, children: 40);
        await using var program = new Program(site);
        await program.StartAsync();
        await Parallel.ForEachAsync(voters, async (voter, _) => await voter.SignInAsync(program));
        await program.KillAsync(() => Task.CompletedTask, largestFile: (new FileInfo(site.Settings.DatabaseFile).Length / 1024) + 16);

        var refused = 0;
        for (var round = 0; refused == 0 && round < 10; round++)
        {
            foreach (var voter in voters)
            {
                refused += await voter.TryAsync(program) ? 0 : 1;
            }
        }

        Assert.True(refused > 0);
        await program.KillAsync(() => ShouldHoldAsync(site, vote, voters));
        await Parallel.ForEachAsync(voters, async (voter, _) => Assert.True(await voter.TryAsync(program)));
        await ShouldHoldAsync(site, vote, voters);
    }

    [Theory]
    [InlineData(2_000, 1, 2)]
    [InlineData(2_000, 5, 100)]
    public Task A_large_vote_is_killed_again_and_again(int children, int votesEach, int kills)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PORTAL_TEST_LONG") == "1", "One of the long runs.");
        return VoteAsync(children, votesEach, kills);
    }

    private static async Task VoteAsync(int children, int votesEach, int kills)
    {
        await using var site = await Site.StartAsync(isSecure: true);
        var (vote, voters) = await PrepareAsync(site, children);
        await using var program = new Program(site);
        await program.StartAsync();
        await Parallel.ForEachAsync(voters, async (voter, _) => await voter.SignInAsync(program));

        var killedAfter = Enumerable.Range(1, kills).Select(k => k * children * votesEach / (kills + 1)).ToHashSet();
        var answered = 0;
        await Task.WhenAll(voters.Chunk(Math.Max(1, children / AtOnce)).Select(async some =>
        {
            foreach (var voter in Enumerable.Repeat(some, votesEach).SelectMany(v => v))
            {
                await voter.VoteAsync(program);
                if (killedAfter.Contains(Interlocked.Increment(ref answered)))
                {
                    await program.KillAsync(() => ShouldHoldAsync(site, vote, voters));
                }
            }
        }));

        Assert.Equal(children * votesEach, answered);
        Assert.Equal(kills, program.Kills);
        await ShouldHoldAsync(site, vote, voters);
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        var counted = await site.InDataAsync(db => db.CountedBallots.Where(b => b.QuestionId == vote.Questions[0].Id).Select(b => b.Choices).ToListAsync());
        Assert.Equal(voters.Select(v => v.Saved!).Order(StringComparer.Ordinal), counted.Order(StringComparer.Ordinal));
    }

    /// <summary>A vote that is open by the clock on the wall.</summary>
    private static async Task<(Consultation Vote, List<Voter> Voters)> PrepareAsync(Site site, int children)
    {
        site.Clock.MoveTo(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        var vote = await site.Given.OpenVoteAsync();
        var voters = new List<Voter>();
        for (var i = 0; i < children; i++)
        {
            voters.Add(new Voter(await site.Given.ChildAsync()));
        }

        return (vote, voters);
    }

    /// <summary>Each child's ballot is the one that was answered last, or the one that was on its way; each card has one mark and one receipt.</summary>
    private static async Task ShouldHoldAsync(Site site, Consultation vote, IReadOnlyList<Voter> voters)
    {
        var key = site.Services.GetRequiredService<ConsultationKeys>().LoadOrCreate(vote.Id);
        var ballots = await site.InDataAsync(db => db.CastBallots.AsNoTracking().ToListAsync());
        var stored = ballots.ToDictionary(b => Convert.ToHexString(b.Tag), b => b.Choices, StringComparer.Ordinal);
        Assert.All(voters, voter =>
        {
            var found = stored.GetValueOrDefault(Convert.ToHexString(key.TagOf(voter.Child.Card.Id)));
            Assert.True(found == voter.Saved || (voter.OnItsWay is { } way && found == way), $"Stored {found}, answered {voter.Saved}, on its way {voter.OnItsWay}.");
        });
        Assert.Equal(stored.Count, await site.CountAsync<VoterMark>());
        Assert.Equal(stored.Count, await site.CountAsync<BallotReceipt>());
    }

    /// <summary>One child with one device. Where the program is gone, it tries again, as children do.</summary>
    private sealed class Voter(ChildWithCard child)
    {
        private Guest? guest;
        private string token = "";

        public ChildWithCard Child { get; } = child;

        /// <summary>The choice that was answered as saved.</summary>
        public string? Saved { get; private set; }

        /// <summary>The choice that was sent and not answered yet.</summary>
        public string? OnItsWay { get; private set; }

        public async Task SignInAsync(Program program)
        {
            guest = await program.Guest().SignInAsync(Child.Card, Child.Code);
            token = (await guest.OpenAsync(VotePath)).ValueOf("__RequestVerificationToken")!;
        }

        public async Task VoteAsync(Program program)
        {
            OnItsWay = Ways[Random.Shared.Next(Ways.Length)];
            while (!await IsSavedAsync(program))
            {
                // Sent again when the program is back.
            }

            (Saved, OnItsWay) = (OnItsWay, null);
        }

        /// <summary>One press. Where it is said that nothing was saved, the choice stands on the page still.</summary>
        public async Task<bool> TryAsync(Program program)
        {
            await program.IsBackAsync();
            var choice = Ways[Random.Shared.Next(Ways.Length)];
            using var answer = await SendAsync(choice);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Assert.Contains(guest!.Site.Texts()[ConsultationRules.NotSaved.Key], page, StringComparison.Ordinal);
                Assert.Contains($"name=\"Input.Given[1]\" value=\"{choice}\"", page, StringComparison.Ordinal);
                return false;
            }

            Assert.EndsWith("/voted", $"{answer.StatusCode} {answer.Headers.Location}", StringComparison.Ordinal);
            Saved = choice;
            return true;
        }

        private Task<HttpResponseMessage> SendAsync(string choice) =>
            guest!.FetchAsync(VotePath, [new("Input.Given[1]", choice), new("Input.IsChecked", "true"), new("__RequestVerificationToken", token)]);

        private async Task<bool> IsSavedAsync(Program program)
        {
            await program.IsBackAsync();
            try
            {
                using var answer = await SendAsync(OnItsWay!);
                Assert.True(answer.Headers.Location?.OriginalString.EndsWith("/voted", StringComparison.Ordinal), $"{answer.StatusCode} {answer.Headers.Location}");
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    /// <summary>The program in a process of its own, on the data of a site.</summary>
    private sealed class Program(Site site) : IAsyncDisposable
    {
        private readonly SemaphoreSlim oneAtATime = new(1);
        private ServerProcess? process;
        private TaskCompletionSource isBack = new();

        public int Kills { get; private set; }

        public Task IsBackAsync() => isBack.Task;

        public Guest Guest() => new(site, new ToProgram(this), "ro");

        public async Task StartAsync(long? largestFile = null)
        {
            process = await ServerProcess.StartAsync(
                "ChildFriendly.Web.dll", "/health/live", ["--data", site.Settings.DataFolder!, "--urls", "{address}", "--no-jobs"],
                new Dictionary<string, string?> { ["Portal__Proxies"] = "127.0.0.1", ["Portal__Postgres"] = site.Settings.Postgres, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
                largestFile);
            isBack.SetResult();
        }

        /// <param name="look">What is looked at while nothing runs.</param>
        /// <param name="largestFile">How full the disk is when it starts again; see <see cref="ServerProcess"/>.</param>
        public async Task KillAsync(Func<Task> look, long? largestFile = null)
        {
            await oneAtATime.WaitAsync();
            try
            {
                isBack = new TaskCompletionSource();
                process!.Dispose();
                Kills++;
                await look();
                await StartAsync(largestFile);
            }
            finally
            {
                oneAtATime.Release();
            }
        }

        public ValueTask DisposeAsync()
        {
            process?.Dispose();
            oneAtATime.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>As a proxy that speaks https to the outside would ask, wherever the program listens now.</summary>
        private sealed class ToProgram(Program program) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var asked = request.RequestUri!;
                request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
                request.Headers.Host = asked.Authority;
                request.RequestUri = new Uri(new Uri(program.process!.Address), asked.PathAndQuery);
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                finally
                {
                    request.RequestUri = asked;
                }
            }
        }
    }
}
