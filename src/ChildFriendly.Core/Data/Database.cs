using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace ChildFriendly.Core.Data;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where the data is. The only file that knows one provider from the other.</summary>
public sealed record Database(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>The endings of a SQLite database: itself, its log, and the index of the log.</summary>
    public static readonly IReadOnlyList<string> Files = ["", "-wal", "-shm"];

    private const int BusySeconds = 10;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    /// <summary>Rows in the order of their random keys only: insertion order would tell who voted when.</summary>
    private static readonly HashSet<string> WithoutRowId = ["ballots_cast", "ballots", "voter_marks", "ballot_receipts"];

    /// <summary>An entity with two lists is read as three short queries, not as their product.</summary>
    private const QuerySplittingBehavior Split = QuerySplittingBehavior.SplitQuery;

    /// <summary>One file; the embedded default.</summary>
    public static Database InFile(string file) => new(
        DatabaseKind.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = BusySeconds }.ToString());

    public static Database OnServer(string connectionString) => new(DatabaseKind.Postgres, connectionString);

    /// <summary>The database file of SQLite, null on a server.</summary>
    public string? FileName => Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    public string MigrationsAssembly => $"ChildFriendly.Migrations.{Kind}";

    public DbConnection Connect() => Kind == DatabaseKind.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(ConnectionString, o => o.MigrationsAssembly(MigrationsAssembly).UseQuerySplittingBehavior(Split));
            options.ReplaceService<IMigrationsSqlGenerator, SqliteTables>();
            options.AddInterceptors(DurableConnections.Instance);
        }
        else
        {
            options.UseNpgsql(ConnectionString, o => o.MigrationsAssembly(MigrationsAssembly).UseQuerySplittingBehavior(Split));
        }
    }

    /// <summary>Whether a save failed because a unique key is taken.</summary>
    public static bool IsTaken(DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    /// <summary>
    /// Casting waits for closing and closing for casting; ballots of different cards do not wait for each other on a server. SQLite
    /// has one writer at a time, and a transaction begins as that writer.
    /// </summary>
    internal static async Task LockForClosingAsync(ChildFriendlyDb db, Guid consultationId)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("""SELECT 1 FROM consultations WHERE "Id" = {0} FOR UPDATE""", consultationId);
        }
    }

    /// <summary>
    /// Who voids or ends a card waits for what its child is writing at this moment, and the other way round. SQLite has one writer at a time.
    /// </summary>
    internal static async Task LockCardsAsync(ChildFriendlyDb db, IEnumerable<Guid> cardIds)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("""SELECT 1 FROM cards WHERE "Id" = ANY({0}) ORDER BY "Id" FOR UPDATE""", cardIds.ToArray());
        }
    }

    /// <summary>Reads the stage of a vote so that it stays as it is until the ballots are committed; see <see cref="LockForClosingAsync"/>.</summary>
    internal string StageForCasting => Kind == DatabaseKind.Postgres
        ? """SELECT "Stage" FROM consultations WHERE "Id" = @id FOR SHARE"""
        : """SELECT "Stage" FROM consultations WHERE "Id" = @id""";

    /// <summary>A connection past EF Core whose commits survive a power cut.</summary>
    internal async Task<DbConnection> OpenDurableAsync()
    {
        var connection = Connect();
        await connection.OpenAsync();
        if (Kind == DatabaseKind.Sqlite)
        {
            await DurableConnections.PrepareAsync(connection, CancellationToken.None);
        }

        return connection;
    }

    /// <summary>Leaves nothing of deleted rows behind: SQLite overwrites them in its pages (secure_delete) and empties its log here.</summary>
    internal static async Task ForgetDeletedAsync(ChildFriendlyDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM ballots_cast");
        }
        else
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /// <summary>Readers and the writer do not wait for each other. Kept in the file, but a restored copy comes without it.</summary>
    public async Task UseWriteAheadLogAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            await using var connection = Connect();
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A whole copy while the portal runs.</summary>
    public async Task BackUpAsync(string file)
    {
        await using var source = new SqliteConnection(ConnectionString);
        await source.OpenAsync();
        await using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Refuses what is not a whole database of this program.</summary>
    public static async Task CheckAsync(string file)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (await command.ExecuteScalarAsync() is not "ok")
        {
            throw new InvalidDataException($"The database is damaged: {file}");
        }

        command.CommandText = "SELECT count(*) FROM localities";
        await command.ExecuteScalarAsync();
    }

    /// <summary>Whether another process has this SQLite file open: only a connection that is alone can leave write-ahead mode.</summary>
    public static async Task<bool> IsInUseAsync(string file)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        try
        {
            return await command.ExecuteScalarAsync() is not "delete";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteBusy or SqliteLocked)
        {
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteNotADatabase or SqliteCorrupt)
        {
            return false;
        }
    }

    /// <summary>The file of SQLite with its log.</summary>
    public static void Remove(string file)
    {
        CloseIdleConnections();
        foreach (var part in Files)
        {
            File.Delete(file + part);
        }
    }

    /// <summary>Ends pooled connections, so that the file can be replaced or removed.</summary>
    public static void CloseIdleConnections() => SqliteConnection.ClearAllPools();

    private sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
        : SqliteMigrationsSqlGenerator(dependencies, annotations)
    {
        protected override void Generate(
            CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
        {
            if (!WithoutRowId.Contains(operation.Name))
            {
                base.Generate(operation, model, builder, terminate);
                return;
            }

            base.Generate(operation, model, builder, terminate: false);
            builder.Append(" WITHOUT ROWID");
            if (terminate)
            {
                builder.AppendLine(";");
                EndStatement(builder);
            }
        }
    }

    /// <summary>What every connection needs: a commit that survives a power cut, and deleted rows overwritten.</summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        public static readonly DurableConnections Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            PrepareAsync(connection, cancellationToken);

        public static async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
