using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
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
        Assert.Contains(account.AuthenticatorKey!, console.ToString(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => Operate.CreateAdminAsync(settings, "ADMIN@example.ro", Words.Load(), console));
        Assert.Equal("program.account-exists", refused.Key);
    }

    [Fact]
    public async Task The_demonstration_is_seeded_once_and_never_into_a_portal_that_is_used()
    {
        await Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null);
        var there = await InDataAsync(db => db.Initiatives.CountAsync());

        await Operate.SeedAsync(settings, isDemo: true, Words.Load(), TextWriter.Null);

        Assert.True(there > 50);
        Assert.Equal(there, await InDataAsync(db => db.Initiatives.CountAsync()));
        Assert.True((await DatabaseState.ReadAsync(settings.Database)).HoldsDemonstration);
    }

    private async Task<T> InDataAsync<T>(Func<ChildFriendlyDb, Task<T>> work)
    {
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Database.Configure(options);
        await using var db = new ChildFriendlyDb(options.Options);
        return await work(db);
    }
}
