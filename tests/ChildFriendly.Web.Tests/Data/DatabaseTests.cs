using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Testing;
using ChildFriendly.Web.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Xunit;

namespace ChildFriendly.Web.Tests.Data;

public sealed class DatabaseTests
{
    public static TheoryData<string> Providers => ["Sqlite", "Postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_waits_for_a_migration(string provider)
    {
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        (provider == "Sqlite" ? Database.InFile("none") : Database.OnServer("Host=none")).Configure(options);
        using var db = new ChildFriendlyDb(options.Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_model_written_as_code_is_the_one_that_the_mappings_say(string provider)
    {
        var settings = new PortalSettings { DataFolder = "none", Postgres = provider == "Sqlite" ? null : "Host=none" };
        var mapped = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Database.Configure(mapped);
        var compiled = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Configure(compiled);
        using var asMapped = new ChildFriendlyDb(mapped.Options);
        using var asCompiled = new ChildFriendlyDb(compiled.Options);

        Assert.Equal(asMapped.Model.ToDebugString(), asCompiled.Model.ToDebugString());
        Assert.Equal(
            asMapped.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault),
            asCompiled.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault));
    }

    [Fact]
    public async Task A_backup_made_while_running_is_whole_and_can_be_restored()
    {
        await using var site = await Site.StartAsync();
        Assert.SkipWhen(site.Settings.Postgres is not null, "A server is backed up with its own tools.");
        await site.Given.PublishedAsync();
        var copy = Path.Combine(site.Settings.DataFolder!, "copy.db");
        var settings = new PortalSettings { DataFolder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName };

        await Operate.BackUpAsync(site.Settings, copy, Words.Load(), TextWriter.Null);
        await site.Given.PublishedAsync();
        await Operate.RestoreAsync(settings, copy, Words.Load(), TextWriter.Null);

        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Database.Configure(options);
        await using (var db = new ChildFriendlyDb(options.Options))
        {
            Assert.Equal(1, await db.Set<Initiative>().CountAsync());
        }

        await site.InDataAsync(async db =>
        {
            // As a portal that is serving has it: open.
            await db.Database.OpenConnectionAsync();
            Assert.Equal(2, await db.Set<Initiative>().CountAsync());
            Assert.Equal("program.stop-first", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.RestoreAsync(site.Settings, copy, Words.Load(), TextWriter.Null))).Key);
            return true;
        });
        Assert.Equal("program.file-exists", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.BackUpAsync(site.Settings, copy, Words.Load(), TextWriter.Null))).Key);
        Database.CloseIdleConnections();
        Directory.Delete(settings.DataFolder, recursive: true);
    }

    [Fact]
    public async Task What_is_no_backup_is_not_restored()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;
        var settings = new PortalSettings { DataFolder = folder };
        await File.WriteAllTextAsync(settings.DatabaseFile, "what was here");
        var junk = Path.Combine(folder, "junk.db");
        await File.WriteAllBytesAsync(junk, [.. "SQLite format 3\0"u8, .. new byte[5000]]);

        Assert.Equal("program.not-a-backup", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.RestoreAsync(settings, junk, Words.Load(), TextWriter.Null))).Key);

        Assert.Equal("what was here", await File.ReadAllTextAsync(settings.DatabaseFile));
        Database.CloseIdleConnections();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_from_a_newer_version_is_left_alone()
    {
        await using var site = await Site.StartAsync();
        await site.InDataAsync(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99')"""));

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => StartUp.MigrateAsync(site.Settings, mayUpgrade: true));

        Assert.Equal("program.newer-database", refused.Key);
    }

    [Fact]
    public async Task A_damaged_database_and_a_folder_that_cannot_be_written_are_named_and_not_touched()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;
        var settings = new PortalSettings { DataFolder = folder };
        var junk = Enumerable.Repeat((byte)7, 9000).ToArray();
        await File.WriteAllBytesAsync(settings.DatabaseFile, junk);
        var file = new PortalSettings { DataFolder = settings.DatabaseFile };

        Assert.Equal("program.damaged", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.MigrateAsync(settings, mayUpgrade: true))).Key);
        Assert.Equal("program.not-writable", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.MigrateAsync(file, mayUpgrade: true))).Key);

        Assert.Equal(junk, await File.ReadAllBytesAsync(settings.DatabaseFile));
        Database.CloseIdleConnections();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_cannot_be_used_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

        Assert.Equal("program.bad-connection", (await RefusedAsync("garbage")).Key);
        Assert.Equal("program.no-server", (await RefusedAsync("Host=127.0.0.1;Port=1;Username=nobody;Timeout=5")).Key);
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server)
        {
            var refused = await RefusedAsync(new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = "nowhere" }.ToString());
            Assert.Equal(("program.server-refuses", true), (refused.Key, refused.What.Contains("nowhere", StringComparison.Ordinal)));
        }

        Directory.Delete(folder, recursive: true);

        Task<CannotStartException> RefusedAsync(string connection) => Assert.ThrowsAsync<CannotStartException>(
            () => StartUp.MigrateAsync(new PortalSettings { DataFolder = folder, Postgres = connection }, mayUpgrade: true));
    }

    [Fact]
    public async Task Tables_of_the_box_keep_no_order_of_arrival()
    {
        await using var site = await Site.StartAsync();
        Assert.SkipWhen(site.Settings.Postgres is not null, "A promise of the embedded database.");
        await using var connection = new SqliteConnection(site.Settings.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        foreach (var table in new[] { "ballots_cast", "ballots", "voter_marks", "ballot_receipts" })
        {
            command.CommandText = $"SELECT sql FROM sqlite_master WHERE name = '{table}'";
            var sql = (string)(await command.ExecuteScalarAsync())!;
            Assert.EndsWith("WITHOUT ROWID", sql, StringComparison.Ordinal);
            Assert.DoesNotContain("At\"", sql, StringComparison.Ordinal);
        }
    }
}
