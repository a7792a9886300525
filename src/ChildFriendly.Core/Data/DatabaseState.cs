using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChildFriendly.Core.Data;

/// <summary>
/// What must be known about a database before it is used. Read without EF Core, whose own check takes a second at every start.
/// </summary>
/// <param name="Applied">Migrations it has had, oldest first; empty for an empty database.</param>
/// <param name="HoldsDemonstration">Whether the invented examples are in it, whole.</param>
/// <param name="PepperFingerprints">The card peppers its cards were made with.</param>
public sealed record DatabaseState(IReadOnlyList<string> Applied, bool HoldsDemonstration, IReadOnlyList<string> PepperFingerprints)
{
    private static readonly DatabaseState Empty = new([], HoldsDemonstration: false, []);

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
            return Empty;
        }

        var applied = await ColumnAsync(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """);
        return applied.Except(KnownTo(database), StringComparer.Ordinal).Any() || applied.Count == 0
            ? Empty with { Applied = applied }
            : new(
                applied,
                (await ColumnAsync(connection, """SELECT "Email" FROM staff_accounts WHERE "IsDemonstration" LIMIT 1""")).Count > 0,
                await ColumnAsync(connection, """SELECT DISTINCT "PepperFingerprint" FROM card_batches"""));
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
