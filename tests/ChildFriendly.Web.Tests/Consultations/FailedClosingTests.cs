using System.Data.Common;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

/// <summary>Closing and counting where the disk is full, or the server gone, at every single statement.</summary>
public sealed class FailedClosingTests
{
    private static readonly string[] Ballots = ["1", "2", "2,3"];

    [Fact]
    public async Task Whatever_statement_fails_every_ballot_is_there_once_and_the_next_run_goes_on()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        foreach (var ballot in Ballots)
        {
            await site.Given.CastAsync(vote, await site.Given.ChildAsync(), ballot.Split(','));
        }

        site.Clock.MoveTo(vote.ClosesAt);
        var (failures, stage, next) = (0, ConsultationStage.Open, 1);
        while (!await RunsAsync(site, new FullDisk(next)))
        {
            failures++;
            var now = (await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync())).Stage;
            // A step that is done stays done: the statements of the next one are tried from the first.
            (stage, next) = (now, now == stage ? next + 1 : 1);
            Assert.Equal(now == ConsultationStage.Open ? Ballots : [], await site.InDataAsync(db => db.CastBallots.Select(b => b.Choices).Order().ToListAsync()));
            Assert.Equal(now == ConsultationStage.Open ? [] : Ballots, await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).Order().ToListAsync()));
        }

        Assert.True(failures > 12, $"{failures} statements were tried.");
        var counted = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal(ConsultationStage.Counted, counted.Stage);
        Assert.Equal(Ballots.Length, counted.BallotCount);
        Assert.Equal(Ballots, await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).Order().ToListAsync()));
        Assert.False(site.Services.GetRequiredService<ConsultationKeys>().Exists(vote.Id));
    }

    private static async Task<bool> RunsAsync(Site site, FullDisk disk)
    {
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        site.Settings.Configure(options);
        options.AddInterceptors(site.Services.GetRequiredService<RecordChanges>(), disk);
        await using var db = new ChildFriendlyDb(options.Options);
        var box = new BallotBox(db, site.Services.GetRequiredService<ConsultationKeys>(), site.Services.GetRequiredService<BallotWriter>(),
            new Concerns(db, site.Services.GetRequiredService<Screeners>(), site.Services.GetRequiredService<ISeal>(), NullLogger<Concerns>.Instance));
        try
        {
            await new RunConsultationsOnTime(db, box, site.Clock).RunAsync(CancellationToken.None);
            return true;
        }
        catch (Exception e) when ((e as NoRoom ?? e.InnerException) is NoRoom)
        {
            return false;
        }
    }

    private sealed class NoRoom() : DbException("There is no room left.");

    /// <summary>Takes so many statements and commits, and then no more.</summary>
    private sealed class FullDisk(int failsAt) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int seen;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Take(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Take(result);

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => Take(result);

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Take(result);

        private ValueTask<T> Take<T>(T result) => ++seen >= failsAt ? throw new NoRoom() : ValueTask.FromResult(result);
    }
}
