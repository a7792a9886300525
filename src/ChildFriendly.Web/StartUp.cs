using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Commands;
using ChildFriendly.Web.Demonstration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web;

/// <summary>What must be right before the first page: folder, database, secrets, demonstration data.</summary>
public static class StartUp
{
    /// <summary>
    /// Folder, database and secrets. Needs no services, so that it can go on while they are put together: half of the time to the
    /// first page is spent here.
    /// </summary>
    public static async Task PrepareAsync(PortalSettings settings)
    {
        await MigrateAsync(settings, mayUpgrade: settings.Postgres is null);
        await using var db = Open(settings);

        // Invented examples are never served as if they were real.
        if (!settings.Demo && await DemonstrationData.IsThereAsync(db))
        {
            throw new CannotStartException("program.not-demo");
        }

        var pepper = PepperOf(settings).Fingerprint;
        if (await db.CardBatches.AnyAsync(b => b.PepperFingerprint != pepper))
        {
            await Console.Error.WriteLineAsync(Words.Load()["program.pepper-lost"]);
        }
    }

    /// <summary>What the first visitor would otherwise wait for, done while the database is being prepared: all addresses are known.</summary>
    public static void WarmUp(this WebApplication app) => _ = ((IEndpointRouteBuilder)app).DataSources.Sum(s => s.Endpoints.Count);

    public static async Task DemonstrateAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalSettings>().Demo)
        {
            await SeedAsync(app.Services, isDemo: true);
        }
    }

    public static async Task GreetAsync(this WebApplication app)
    {
        var words = Words.Load();
        var address = app.Urls.FirstOrDefault() ?? "";
        await Console.Out.WriteLineAsync(words["program.serving", ("address", address)]);
        if (app.Services.GetRequiredService<PortalSettings>().Demo)
        {
            await Console.Out.WriteLineAsync(DemonstrationPeople.Load().Describe(words));
        }
    }

    public static async Task MigrateAsync(PortalSettings settings, bool mayUpgrade)
    {
        CheckFolder(settings);
        await using var db = Open(settings);
        try
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
            var known = db.Database.GetMigrations().ToList();
            if (applied.Except(known, StringComparer.Ordinal).Any())
            {
                throw new CannotStartException("program.newer-database", settings.DatabaseFile);
            }

            if (applied.Count == known.Count)
            {
                await Database.UseWriteAheadLogAsync(db);
                return;
            }

            if (applied.Count > 0 && !mayUpgrade)
            {
                throw new CannotStartException("program.migrate-first");
            }

            if (applied.Count > 0 && settings.Database.FileName is not null)
            {
                Directory.CreateDirectory(settings.BackupFolder);
                await settings.Database.BackUpAsync(Path.Combine(settings.BackupFolder, $"before-{known[^1]}-{Guid.CreateVersion7():N}.db"));
            }

            await db.Database.MigrateAsync();
            await Database.UseWriteAheadLogAsync(db);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 13 or 14)
        {
            throw new CannotStartException("program.not-writable", settings.DataFolder!);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new CannotStartException("program.damaged", settings.DatabaseFile);
        }
        catch (Npgsql.NpgsqlException e) when (e.InnerException is System.Net.Sockets.SocketException)
        {
            throw new CannotStartException("program.no-server");
        }
    }

    public static async Task SeedAsync(IServiceProvider services, bool isDemo)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildFriendlyDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Instant();
        if (isDemo)
        {
            if (await DemonstrationData.IsThereAsync(db))
            {
                return;
            }

            if (await db.Localities.AnyAsync() || await db.StaffAccounts.AnyAsync())
            {
                throw new CannotStartException("program.demo-refused");
            }
        }

        await LocalityList.AddMissingAsync(db, Portal.FolderOf("content/localities.csv"), now);
        if (isDemo)
        {
            await ActivatorUtilities.CreateInstance<DemonstrationData>(scope.ServiceProvider).MakeAsync(now);
        }
    }

    private static void CheckFolder(PortalSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.DataFolder!);
            var probe = Path.Combine(settings.DataFolder!, $".probe-{Guid.CreateVersion7():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException("program.not-writable", settings.DataFolder!);
        }
    }

    private static CardPepper PepperOf(PortalSettings settings)
    {
        try
        {
            return CardPepper.LoadOrCreate(settings.PepperFile);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException("program.pepper-unreadable", settings.PepperFile);
        }
    }

    private static ChildFriendlyDb Open(PortalSettings settings)
    {
        var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
        settings.Database.Configure(options);
        return new ChildFriendlyDb(options.Options);
    }
}
