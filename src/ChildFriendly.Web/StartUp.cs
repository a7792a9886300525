using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
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
    public static async Task<DatabaseState> PrepareAsync(PortalSettings settings)
    {
        RefuseUnreadableLists(settings);
        var state = await MigrateAsync(settings, mayUpgrade: settings.Postgres is null);

        if (settings.Demo && state.Demonstration == DemonstrationState.Unfinished && settings.Database.FileName is { } file)
        {
            // The first start was cut off: nothing else is in it, so it begins anew.
            Database.Remove(file);
            state = await MigrateAsync(settings, mayUpgrade: true);
        }

        // Invented examples are never served as if they were real.
        if (!settings.Demo && state.Demonstration is DemonstrationState.Unfinished or DemonstrationState.Whole)
        {
            throw new CannotStartException("program.not-demo");
        }

        var pepper = PepperOf(settings).Fingerprint;
        if (state.PepperFingerprints.Any(f => f != pepper))
        {
            await Console.Error.WriteLineAsync(Words.Load()["program.pepper-lost"]);
        }

        return state;
    }

    /// <summary>A locality's own word lists are read now, so that a slip in one of them does not meet the first child who writes.</summary>
    private static void RefuseUnreadableLists(PortalSettings settings)
    {
        if (!Directory.Exists(settings.ScreeningFolder))
        {
            return;
        }

        try
        {
            foreach (var folder in Directory.GetDirectories(settings.ScreeningFolder))
            {
                Screener.Load(folder);
            }
        }
        catch (InvalidDataException e)
        {
            throw new CannotStartException("program.word-list", e.Message);
        }
    }

    /// <summary>A first query, so that the first visitor does not wait for what it sets in motion. Serving begins meanwhile.</summary>
    public static async Task WarmUpAsync(PortalSettings settings, Task preparing)
    {
        await preparing;
        await using var db = Open(settings);
        await db.Localities.AsNoTracking().OrderBy(l => l.Slug).FirstOrDefaultAsync();
    }

    /// <summary>What the first visitor would otherwise wait for, done while the database is being prepared: all addresses are known.</summary>
    public static void WarmUp(this WebApplication app) => _ = ((IEndpointRouteBuilder)app).DataSources.Sum(s => s.Endpoints.Count);

    public static async Task DemonstrateAsync(this WebApplication app, DatabaseState state)
    {
        if (app.Services.GetRequiredService<PortalSettings>().Demo && state.Demonstration != DemonstrationState.Whole)
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

    /// <returns>The database as it is now: up to date.</returns>
    public static async Task<DatabaseState> MigrateAsync(PortalSettings settings, bool mayUpgrade, bool asksVault = true)
    {
        CheckFolder(settings);
        var database = settings.Database;
        try
        {
            var state = await DatabaseState.ReadAsync(database);
            var known = DatabaseState.KnownTo(database);
            if (state.IsForeign)
            {
                throw new CannotStartException("program.not-ours", settings.DatabaseFile);
            }

            if (state.Applied.Except(known, StringComparer.Ordinal).Any())
            {
                throw new CannotStartException("program.newer-database", settings.DatabaseFile);
            }

            if (state.Applied.Count < known.Count)
            {
                if (state.Applied.Count > 0 && !mayUpgrade)
                {
                    throw new CannotStartException("program.migrate-first");
                }

                if (state.Applied.Count > 0 && database.FileName is not null)
                {
                    SecretFile.CreateFolder(settings.BackupFolder);
                    await database.BackUpAsync(Path.Combine(settings.BackupFolder, $"before-{known[^1]}-{Guid.CreateVersion7():N}.db"));
                }

                await using var db = Open(settings);
                await db.Database.MigrateAsync();
                state = await DatabaseState.ReadAsync(database);
            }

            CheckKeys(settings, state, asksVault);
            await database.UseWriteAheadLogAsync();
            return state;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 13 or 14)
        {
            throw new CannotStartException("program.not-writable", settings.DataFolder!);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new CannotStartException("program.damaged", settings.DatabaseFile);
        }
        catch (ArgumentException) when (settings.Postgres is not null)
        {
            throw new CannotStartException("program.bad-connection");
        }
        catch (Npgsql.PostgresException e) when (e.SqlState.StartsWith("28", StringComparison.Ordinal) || e.SqlState == Npgsql.PostgresErrorCodes.InvalidCatalogName)
        {
            throw new CannotStartException("program.server-refuses", e.MessageText);
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
            var settings = services.GetRequiredService<PortalSettings>();
            if ((await DatabaseState.ReadAsync(settings.Database)).Demonstration == DemonstrationState.Whole)
            {
                return;
            }

            if (await db.Localities.AnyAsync() || await db.StaffAccounts.AnyAsync())
            {
                throw new CannotStartException("program.demo-refused", settings.DatabaseFile);
            }
        }

        if (!isDemo)
        {
            await LocalityList.AddMissingAsync(db, Portal.FolderOf("content/localities.csv"), now);
            return;
        }

        // Localities and the first example cards come together: what was cut off is known by its cards.
        await using var beginning = await db.Database.BeginTransactionAsync();
        await LocalityList.AddMissingAsync(db, Portal.FolderOf("content/localities.csv"), now);
        await ActivatorUtilities.CreateInstance<DemonstrationData>(scope.ServiceProvider).MakeAsync(now, () => beginning.CommitAsync());
    }

    private static void CheckFolder(PortalSettings settings)
    {
        try
        {
            SecretFile.CreateFolder(settings.DataFolder!);
            var probe = Path.Combine(settings.DataFolder!, $".probe-{Guid.CreateVersion7():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            if (settings.Database.FileName is { } file && File.Exists(file))
            {
                // Readable is not enough: everything would be refused later, in the middle of somebody's sentence.
                File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException("program.not-writable", settings.DataFolder!);
        }
    }

    /// <summary>Keys that are missing are made only where nothing depends on the lost ones yet.</summary>
    private static void CheckKeys(PortalSettings settings, DatabaseState state, bool asksVault)
    {
        if (state.HasSignedYears && !File.Exists(settings.AuditKeyFile))
        {
            throw new CannotStartException("program.key-unreadable", settings.AuditKeyFile);
        }

        var isClosed = state.ClosedSecrets?.Any(s => s.StartsWith(Vault.Mark, StringComparison.Ordinal)) == true;
        if (asksVault && isClosed && !File.Exists(settings.VaultFile))
        {
            throw new CannotStartException("program.vault-lost", settings.VaultFile);
        }

        var file = settings.AuditKeyFile;
        try
        {
            AuditKey.LoadOrCreate(file).Dispose();
            file = settings.VaultFile;
            var vault = Vault.LoadOrCreate(file);
            if (asksVault && isClosed && !state.ClosedSecrets!.Any(s => vault.Open(s) is not null))
            {
                throw new CannotStartException("program.vault-lost", file);
            }
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException("program.key-unreadable", file);
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
        settings.Configure(options);
        return new ChildFriendlyDb(options.Options);
    }
}
