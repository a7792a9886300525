using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Commands;

public sealed class OperateTests : IDisposable
{
    private readonly PortalSettings settings = new() { DataFolder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName };

    public void Dispose()
    {
        Database.CloseIdleConnections();
        Directory.Delete(settings.DataFolder!, recursive: true);
    }

    [Fact]
    public void A_new_password_has_every_kind_of_character_however_the_dice_fall() => Assert.All(
        Enumerable.Range(0, 2_000).Select(_ => Operate.NewPassword()),
        p => Assert.True(p.Any(char.IsAsciiDigit) && p.Any(char.IsAsciiLetterLower) && p.Any(char.IsAsciiLetterUpper) && p.Any(c => !char.IsAsciiLetterOrDigit(c)), p));

    [Fact]
    public async Task An_empty_folder_becomes_a_portal_with_localities_and_one_administrator()
    {
        var console = new StringWriter();

        await Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null);
        await Operate.SeedAsync(settings, isDemo: false, Words.Load(), TextWriter.Null);
        await Operate.SeedAsync(settings, isDemo: false, Words.Load(), TextWriter.Null);
        await Operate.CreateAdminAsync(settings, "admin@example.ro", Words.Load(), console);

        Assert.Equal(5, await InDataAsync(db => db.Localities.CountAsync()));
        var account = await InDataAsync(db => db.StaffAccounts.AsNoTracking().Include(s => s.Roles).SingleAsync());
        Assert.Equal(Role.SystemAdmin, Assert.Single(account.Roles).Role);
        Assert.Contains(Vault.LoadOrCreate(settings.VaultFile).Open(account.AuthenticatorKey)!, console.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.AuthenticatorKey, console.ToString(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => Operate.CreateAdminAsync(settings, "ADMIN@example.ro", Words.Load(), console));
        Assert.Equal("program.account-exists", refused.Key);
    }

    [Theory]
    [InlineData("o'brien@primaria.ro", true)]
    [InlineData("ștefan@primaria.ro", true)]
    [InlineData("a b@c.ro", false)]
    [InlineData("ana", false)]
    public async Task The_first_administrator_has_an_address(string email, bool isOne)
    {
        await Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null);
        var create = Operate.CreateAdminAsync(settings, email, Words.Load(), TextWriter.Null);
        if (isOne)
        {
            await create;
            Assert.Equal(email, await InDataAsync(db => db.StaffAccounts.Select(s => s.Email).SingleAsync()));
        }
        else
        {
            Assert.Equal("program.not-an-email", (await Assert.ThrowsAsync<CannotStartException>(() => create)).Key);
        }
    }

    [Fact]
    public async Task A_lost_vault_is_named_before_anything_is_made_anew_and_access_can_be_given_again()
    {
        await Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null);
        await Operate.CreateAdminAsync(settings, "admin@example.ro", Words.Load(), TextWriter.Null);
        File.Delete(settings.VaultFile);

        Assert.Equal("program.vault-lost", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(settings))).Key);
        Assert.False(File.Exists(settings.VaultFile));
        SecretFile.Write(settings.VaultFile, new byte[32]);
        Assert.Equal("program.vault-lost", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(settings))).Key);
        File.Delete(settings.VaultFile);
        SecretFile.Write(settings.VaultFile, new byte[31]);
        Assert.Equal("program.key-unreadable", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(settings))).Key);
        File.Delete(settings.VaultFile);
        Assert.Equal("program.no-account", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.ResetAccessAsync(settings, "nobody@example.ro", Words.Load(), TextWriter.Null))).Key);
        var console = new StringWriter();
        await Operate.ResetAccessAsync(settings, "ADMIN@example.ro", Words.Load(), console);
        await StartUp.PrepareAsync(settings);

        var account = await InDataAsync(db => db.StaffAccounts.AsNoTracking().SingleAsync());
        Assert.Contains(Vault.LoadOrCreate(settings.VaultFile).Open(account.AuthenticatorKey)!, console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_audit_key_is_named_once_a_year_is_signed()
    {
        await Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null);
        File.Delete(settings.AuditKeyFile);
        await StartUp.PrepareAsync(settings);
        await InDataAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO audit_checkpoints VALUES ({Guid.Empty}, 2020, 1, 'x', 'x')"));
        File.Delete(settings.AuditKeyFile);

        Assert.Equal("program.key-unreadable", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(settings))).Key);
        Assert.False(File.Exists(settings.AuditKeyFile));
    }

    [Fact]
    public async Task The_demonstration_is_seeded_once_and_never_into_a_portal_that_is_used()
    {
        await Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null);
        var there = await InDataAsync(db => db.Initiatives.CountAsync());

        await Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null);

        Assert.True(there > 50);
        Assert.Equal(there, await InDataAsync(db => db.Initiatives.CountAsync()));
        Assert.Equal(DemonstrationState.Whole, (await DatabaseState.ReadAsync(settings.Database)).Demonstration);
    }

    [Fact]
    public async Task A_demonstration_that_was_cut_off_is_never_served_as_real_and_begins_anew()
    {
        await Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null);
        await InDataAsync(async db =>
        {
            db.RemoveRange(await db.StaffAccounts.ToListAsync());
            return await db.SaveChangesAsync();
        });

        settings.Demo = false;
        Assert.Equal("program.not-demo", (await Assert.ThrowsAsync<CannotStartException>(() => StartUp.PrepareAsync(settings))).Key);
        Assert.NotEqual(0, await InDataAsync(db => db.Initiatives.CountAsync()));
        settings.Demo = true;
        if (settings.Postgres is null)
        {
            Assert.Equal(DemonstrationState.None, (await StartUp.PrepareAsync(settings)).Demonstration);
            Assert.Equal(0, await InDataAsync(db => db.Initiatives.CountAsync()));
        }
        else
        {
            await Assert.ThrowsAsync<CannotStartException>(() => Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null));
        }
    }

    [Fact]
    public async Task A_file_of_another_program_is_left_alone_and_no_backup_of_ours()
    {
        Assert.SkipUnless(settings.Postgres is null, "A promise of SQLite.");
        Directory.CreateDirectory(settings.DataFolder!);
        await using (var connection = new Database(DatabaseKind.Sqlite, $"Data Source={settings.DatabaseFile};Pooling=False").Connect())
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE localities (x)";
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(settings.DatabaseFile, TestContext.Current.CancellationToken);
        Assert.Equal("program.not-ours", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null))).Key);
        Assert.Equal(before, await File.ReadAllBytesAsync(settings.DatabaseFile, TestContext.Current.CancellationToken));

        var copy = settings.DatabaseFile + ".copy";
        File.Copy(settings.DatabaseFile, copy);
        Assert.Equal("program.not-a-backup", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.RestoreAsync(settings, copy, Words.Load(), TextWriter.Null))).Key);
    }

    [Fact]
    public async Task A_backup_goes_only_where_a_new_file_can_be()
    {
        Assert.SkipUnless(settings.Postgres is null, "A promise of SQLite.");
        await Operate.MigrateAsync(settings, Words.Load(), TextWriter.Null);
        foreach (var file in new[] { "", settings.DataFolder!, Path.Combine(settings.DataFolder!, "none", "x.db") })
        {
            Assert.Equal("program.no-folder", (await Assert.ThrowsAsync<CannotStartException>(() => Operate.BackUpAsync(settings, file, Words.Load(), TextWriter.Null))).Key);
        }
    }

    private async Task<T> InDataAsync<T>(Func<ChildFriendlyDb, Task<T>> work)
    {
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Database.Configure(options);
        await using var db = new ChildFriendlyDb(options.Options);
        return await work(db);
    }
}
