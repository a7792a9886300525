using ChildFriendly.Core.Data;
using ChildFriendly.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChildFriendly.Testing;

/// <summary>
/// A database of its own for every test, copied from one that was migrated once. PostgreSQL where
/// <c>PORTAL_TEST_POSTGRES</c> names a server, SQLite otherwise.
/// </summary>
internal static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    private static readonly string Run = $"t{Environment.ProcessId}_{Guid.CreateVersion7():N}"[..24];

    private static readonly Lazy<Task<Database>> Template = new(MakeTemplateAsync);

    private static readonly SemaphoreSlim SeedingOnce = new(1);

    private static PortalSettings? demonstration;

    public static bool IsPostgres => Server is not null;

    /// <summary>Settings for a fresh, migrated database that knows the five localities.</summary>
    public static async Task<PortalSettings> NewAsync()
    {
        var settings = new PortalSettings { DataFolder = NewFolder(), Jobs = false, UndoSeconds = 0 };
        var template = await Template.Value;
        if (Server is null)
        {
            File.Copy(template.FileName!, settings.DatabaseFile);
        }
        else
        {
            var name = $"{Run}_{Guid.CreateVersion7():N}"[..50];
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Run}");
            settings.Postgres = Named(name);
        }

        return settings;
    }

    /// <summary>Settings for a demonstration of its own, copied from one that was seeded once in this run.</summary>
    public static async Task<PortalSettings> DemonstrationAsync(Func<PortalSettings, Task> seed)
    {
        await SeedingOnce.WaitAsync();
        try
        {
            if (demonstration is null)
            {
                var seeded = await EmptyAsync();
                await seed(seeded);
                Database.CloseIdleConnections();
                NpgsqlConnection.ClearAllPools();
                AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(seeded).GetAwaiter().GetResult();
                demonstration = seeded;
            }
        }
        finally
        {
            SeedingOnce.Release();
        }

        var settings = new PortalSettings { DataFolder = NewFolder(), Jobs = false, Demo = true, UndoSeconds = 0 };
        foreach (var file in Directory.EnumerateFiles(demonstration.DataFolder!, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(settings.DataFolder, Path.GetRelativePath(demonstration.DataFolder!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (demonstration.Postgres is { } template)
        {
            var name = $"{Run}_{Guid.CreateVersion7():N}"[..50];
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}");
            settings.Postgres = Named(name);
        }

        return settings;
    }

    private static async Task<PortalSettings> EmptyAsync()
    {
        var settings = new PortalSettings { DataFolder = NewFolder(), Jobs = false, Demo = true, UndoSeconds = 0 };
        if (Server is not null)
        {
            var name = $"{Run}_{Guid.CreateVersion7():N}"[..50];
            await ExecuteAsync($"CREATE DATABASE {name}");
            settings.Postgres = Named(name);
        }

        return settings;
    }

    public static async Task DropAsync(PortalSettings settings)
    {
        if (settings.Postgres is { } connection)
        {
            var name = new NpgsqlConnectionStringBuilder(connection).Database;
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            Database.CloseIdleConnections();
        }

        Directory.Delete(settings.DataFolder!, recursive: true);
    }

    private static async Task<Database> MakeTemplateAsync()
    {
        Database database;
        if (Server is null)
        {
            // Ends with the process's own temporary folder.
            database = Database.InFile(Path.Combine(NewFolder(), "template.db"));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(database.FileName!)!, recursive: true);
        }
        else
        {
            await ExecuteAsync($"CREATE DATABASE {Run}");
            database = Database.OnServer(Named(Run));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {Run} WITH (FORCE)").GetAwaiter().GetResult();
        }

        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        database.Configure(options);
        await using (var db = new ChildFriendlyDb(options.Options))
        {
            await db.Database.MigrateAsync();
            await Core.Localities.LocalityList.AddMissingAsync(db, Path.Combine(Portal.FolderOf("content"), "localities.csv"), new FakeClock().Now);
        }

        Database.CloseIdleConnections();
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

    private static string Named(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20, Pooling = true }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
