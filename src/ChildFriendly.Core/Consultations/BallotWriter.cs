using System.Data.Common;
using System.Threading.Channels;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// Writes ballots in groups: what comes in while one commit reaches the disk is written by the next, so that a school that votes at
/// the same time waits for a few commits and not for thousands. Statements of its own and not a save of entities: a ballot is three
/// short rows, and an audit row is exactly what it must not have.
/// </summary>
public sealed class BallotWriter : IAsyncDisposable, IDisposable
{
    private const int MostPerCommit = 256;
    private const int Tries = 5;

    /// <summary>More than a large school; whoever comes later waits at the door.</summary>
    private const int MostWaiting = 8_192;

    private readonly Channel<Vote> waiting = Channel.CreateBounded<Vote>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Database database;
    private readonly ConsultationKeys keys;
    private readonly Task writing;

    public BallotWriter(Database database, ConsultationKeys keys)
    {
        (this.database, this.keys) = (database, keys);
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Durably committed when it returns a receipt. The caller has asked the rules; what others may change meanwhile is asked here.</summary>
    internal async Task<CastOutcome> WriteAsync(Consultation consultation, Participant child, IReadOnlyDictionary<int, BallotAnswer> answers)
    {
        var vote = new Vote(
            consultation.Id, child.Id, child.CardId,
            [.. consultation.BallotQuestionsFor(child.AgeBand).Select(q => (q.Id, answers.GetValueOrDefault(q.Position)?.Write(q.Kind)))]);
        await waiting.Writer.WriteAsync(vote);
        return await vote.Outcome.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        writing.GetAwaiter().GetResult();
    }

    private async Task WriteAsync()
    {
        var group = new List<Vote>(MostPerCommit);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostPerCommit && waiting.Reader.TryRead(out var vote))
            {
                group.Add(vote);
            }

            try
            {
                await CommitAsync(group);
            }
            catch (DbException)
            {
                // Nothing of the group is there. One ballot must not take the others with it.
                foreach (var vote in group)
                {
                    await CommitAloneAsync(vote);
                }
            }
            catch (Exception e)
            {
                // Thrown again where each of them is waited for.
                group.ForEach(v => v.Outcome.TrySetException(e));
            }

            group.Clear();
        }
    }

    private async Task CommitAloneAsync(Vote vote)
    {
        for (var attempt = 1; !vote.Outcome.Task.IsCompleted; attempt++)
        {
            try
            {
                await CommitAsync([vote]);
            }
            catch (DbException) when (attempt < Tries)
            {
                // The same card at another instance in the same moment: now there is a ballot to change.
            }
            catch (Exception e)
            {
                vote.Outcome.TrySetException(e);
            }
        }
    }

    private async Task CommitAsync(IReadOnlyList<Vote> votes)
    {
        var outcomes = new CastOutcome[votes.Count];
        await using (var connection = await database.OpenDurableAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            using var statements = new Statements(database, connection, transaction);
            var open = new Dictionary<Guid, ConsultationKey?>();
            foreach (var consultation in votes.Select(v => v.ConsultationId).Distinct().Order())
            {
                open[consultation] = await statements.IsOpenAsync(consultation) ? keys.LoadOrCreate(consultation) : null;
            }

            // In the order of cards, so that two instances that write for the same cards never wait for each other in a circle.
            foreach (var i in Enumerable.Range(0, votes.Count).OrderBy(i => votes[i].CardId))
            {
                outcomes[i] = open[votes[i].ConsultationId] is { } key ? await CastAsync(statements, votes[i], key) : new CastOutcome(null, ConsultationRules.ClosedAlready);
            }

            await transaction.CommitAsync();
        }

        for (var i = 0; i < votes.Count; i++)
        {
            votes[i].Outcome.TrySetResult(outcomes[i]);
        }
    }

    private static async Task<CastOutcome> CastAsync(Statements statements, Vote vote, ConsultationKey key)
    {
        var tag = key.TagOf(vote.CardId);
        var receipt = key.ReceiptOf(vote.CardId);
        if (await statements.MarkAsync(vote))
        {
            await statements.AddReceiptAsync(vote.ConsultationId, receipt);
        }
        else if (!await statements.IsValidAsync(vote.CardId))
        {
            return new CastOutcome(null, ParticipationRules.VoidedCard);
        }
        else
        {
            var changed = 0;
            foreach (var (question, _) in vote.Answers)
            {
                changed += await statements.RemoveAsync(question, tag);
            }

            if (changed == 0 && !await statements.HasReceiptAsync(vote.ConsultationId, receipt))
            {
                // The key was lost: whose ballot is whose cannot be told any more.
                return new CastOutcome(null, ConsultationRules.NoLongerChangeable);
            }
        }

        foreach (var (question, written) in vote.Answers)
        {
            if (written is not null)
            {
                await statements.AddAsync(question, tag, written);
            }
        }

        return new CastOutcome(receipt, null);
    }

    /// <param name="Answers">All questions the child is asked whose answers are ballots; null where it left one out.</param>
    private sealed record Vote(Guid ConsultationId, Guid ParticipantId, Guid CardId, IReadOnlyList<(Guid Question, string? Written)> Answers)
    {
        public TaskCompletionSource<CastOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>The statements of one commit, prepared once for all its ballots.</summary>
    private sealed class Statements(Database database, DbConnection connection, DbTransaction transaction) : IDisposable
    {
        private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

        public async Task<bool> IsOpenAsync(Guid consultation) =>
            await ReadAsync(database.StageForCasting, ("id", consultation)) is nameof(ConsultationStage.Open);

        /// <summary>Marks that the child has voted. False where it has before, or its card is not valid any more.</summary>
        public async Task<bool> MarkAsync(Vote vote) => await RunAsync(
            """
            INSERT INTO voter_marks ("ConsultationId", "ParticipantId") SELECT @consultation, @participant FROM cards
            WHERE "Id" = @card AND "VoidedAt" IS NULL AND "EndedAt" IS NULL ON CONFLICT DO NOTHING
            """,
            ("consultation", vote.ConsultationId), ("participant", vote.ParticipantId), ("card", vote.CardId)) > 0;

        public async Task<bool> IsValidAsync(Guid card) =>
            await ReadAsync("""SELECT 1 FROM cards WHERE "Id" = @card AND "VoidedAt" IS NULL AND "EndedAt" IS NULL""", ("card", card)) is not null;

        public Task<int> AddReceiptAsync(Guid consultation, byte[] code) => RunAsync(
            """INSERT INTO ballot_receipts ("ConsultationId", "Code") VALUES (@consultation, @code)""", ("consultation", consultation), ("code", code));

        public async Task<bool> HasReceiptAsync(Guid consultation, byte[] code) => await ReadAsync(
            """SELECT COUNT(*) FROM ballot_receipts WHERE "ConsultationId" = @consultation AND "Code" = @code""", ("consultation", consultation), ("code", code)) is > 0L;

        public Task<int> AddAsync(Guid question, byte[] tag, string choices) => RunAsync(
            """INSERT INTO ballots_cast ("QuestionId", "Tag", "Choices") VALUES (@question, @tag, @choices)""", ("question", question), ("tag", tag), ("choices", choices));

        public Task<int> RemoveAsync(Guid question, byte[] tag) => RunAsync(
            """DELETE FROM ballots_cast WHERE "QuestionId" = @question AND "Tag" = @tag""", ("question", question), ("tag", tag));

        public void Dispose()
        {
            foreach (var command in prepared.Values)
            {
                command.Dispose();
            }
        }

        private Task<object?> ReadAsync(string sql, params ReadOnlySpan<(string Name, object Value)> values) => Command(sql, values).ExecuteScalarAsync();

        private Task<int> RunAsync(string sql, params ReadOnlySpan<(string Name, object Value)> values) => Command(sql, values).ExecuteNonQueryAsync();

        private DbCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> values)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = sql;
                foreach (var (name, _) in values)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = name;
                    command.Parameters.Add(parameter);
                }

                prepared[sql] = command;
            }

            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i].Value;
            }

            return command;
        }
    }
}
