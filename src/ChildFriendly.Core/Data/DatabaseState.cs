using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChildFriendly.Core.Data;

/// <summary>
/// What must be known about a database before it is used. Read without EF Core, whose own check takes a second at every start.
/// </summary>
/// <param name="Applied">Migrations it has had, oldest first; empty for an empty database.</param>
/// <param name="Demonstration">Whether the invented examples are in it.</param>
/// <param name="PepperFingerprints">The card peppers its cards were made with.</param>
/// <param name="IsForeign">It is a file of another program.</param>
/// <param name="ClosedSecrets">What was closed with the key outside the database: it must open with the one that is there.</param>
/// <param name="HasSignedYears">Years of the audit are signed with the key outside the database.</param>
public sealed record DatabaseState(
    IReadOnlyList<string> Applied, DemonstrationState Demonstration, IReadOnlyList<string> PepperFingerprints, bool IsForeign = false,
    IReadOnlyList<string>? ClosedSecrets = null, bool HasSignedYears = false)
{
    private static readonly DatabaseState Empty = new([], DemonstrationState.None, []);

    /// <summary>Migrations this program knows, oldest first.</summary>
    public static IReadOnlyList<string> KnownTo(Database database) => Assembly.Load(database.MigrationsAssembly).GetTypes()
        .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal).ToList();

    public static async Task<DatabaseState> ReadAsync(Database database)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync();
        if ((await ColumnAsync(connection, database.Kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = '__EFMigrationsHistory'")).Count == 0)
        {
            return Empty with
            {
                IsForeign = database.Kind == DatabaseKind.Sqlite
                    && (await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' LIMIT 1")).Count > 0,
            };
        }

        var applied = await ColumnAsync(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """);
        // Only a database that is up to date is known well enough to be asked more.
        return !applied.ToHashSet(StringComparer.Ordinal).SetEquals(KnownTo(database))
            ? Empty with { Applied = applied }
            : new(
                applied,
                await DemonstrationInAsync(connection),
                await ColumnAsync(connection, """SELECT DISTINCT "PepperFingerprint" FROM card_batches"""),
                ClosedSecrets: await ColumnAsync(connection, """SELECT "AuthenticatorKey" FROM staff_accounts LIMIT 1000"""),
                HasSignedYears: (await ColumnAsync(connection, "SELECT 'some' FROM audit_checkpoints LIMIT 1")).Count > 0);
    }

    /// <summary>
    /// Cards are the first that are made and staff accounts the last; all cards of a database are real or all are examples, so the first
    /// one tells.
    /// </summary>
    private static async Task<DemonstrationState> DemonstrationInAsync(DbConnection connection)
    {
        var staff = await ColumnAsync(connection, """SELECT CASE WHEN "IsDemonstration" THEN 'example' ELSE 'real' END FROM staff_accounts ORDER BY 1 LIMIT 1""");
        var cards = await ColumnAsync(connection, """SELECT CASE WHEN "IsDemonstration" THEN 'example' ELSE 'real' END FROM cards LIMIT 1""");
        return (staff, cards) switch
        {
            (["example"], _) => DemonstrationState.Whole,
            ([], ["example"]) => DemonstrationState.Unfinished,
            (_, ["example"]) => DemonstrationState.Whole,
            _ => DemonstrationState.None,
        };
    }

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}

public enum DemonstrationState
{
    None,

    /// <summary>Making it was cut off; nothing else can be in the database, because there is no account yet.</summary>
    Unfinished,
    Whole,
}
