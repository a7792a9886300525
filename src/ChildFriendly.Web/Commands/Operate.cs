using System.Security.Cryptography;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Commands;

/// <summary>What operators do from the command line.</summary>
public static class Operate
{
    private const int PasswordLength = 20;

    public static async Task MigrateAsync(PortalSettings settings, Words words, TextWriter console)
    {
        await StartUp.MigrateAsync(settings, mayUpgrade: true);
        await console.WriteLineAsync(words["program.migrated"]);
    }

    public static async Task SeedAsync(PortalSettings settings, bool isDemo, Words words, TextWriter console)
    {
        await StartUp.MigrateAsync(settings, mayUpgrade: false);
        await using var services = ServicesFor(settings);
        await StartUp.SeedAsync(services, isDemo);
        await console.WriteLineAsync(words["program.seeded"]);
    }

    /// <summary>A first account that may give others theirs. Password and authenticator secret are shown once and kept nowhere.</summary>
    public static async Task CreateAdminAsync(PortalSettings settings, string email, Words words, TextWriter console)
    {
        if (email.Length > StaffAccount.EmailMaxLength || !new EmailPatternAttribute().IsValid(email))
        {
            throw new CannotStartException("program.not-an-email", email);
        }

        await StartUp.MigrateAsync(settings, mayUpgrade: false);
        await using var services = ServicesFor(settings);
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        if (await users.FindByNameAsync(email) is not null)
        {
            throw new CannotStartException("program.account-exists", email);
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Instant();
        var secret = users.GenerateNewAuthenticatorKey();
        var account = StaffAccount.Create(email, scope.ServiceProvider.GetRequiredService<Vault>().Close(secret), isDemonstration: false, Actor.Program, now);
        account.Give(Role.SystemAdmin, localityId: null, Actor.Program, now);
        var password = NewPassword();
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', created.Errors.Select(e => e.Code)));
        }

        await console.WriteLineAsync(words["program.admin-created", ("email", email), ("password", password), ("secret", secret)]);
    }

    /// <summary>
    /// For somebody who has lost password, authenticator and recovery codes, or when the vault is lost: a new password and secret, shown
    /// once. Roles stay; passkeys and recovery codes go, and every session ends.
    /// </summary>
    public static async Task ResetAccessAsync(PortalSettings settings, string email, Words words, TextWriter console)
    {
        await StartUp.MigrateAsync(settings, mayUpgrade: false, asksVault: false);
        await using var services = ServicesFor(settings);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildFriendlyDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var account = await users.FindByNameAsync(email) ?? throw new CannotStartException("program.no-account", email);
        var secret = users.GenerateNewAuthenticatorKey();
        var password = NewPassword();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Instant();
        account.Reset(users.PasswordHasher.HashPassword(account, password), scope.ServiceProvider.GetRequiredService<Vault>().Close(secret), now);
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.StaffId == account.Id).ToListAsync());
        db.RemoveRange(await db.StaffPasskeys.Where(p => p.StaffId == account.Id).ToListAsync());
        await db.SaveChangesAsync();
        await console.WriteLineAsync(words["program.access-reset", ("email", email), ("password", password), ("secret", secret)]);
    }

    public static async Task BackUpAsync(PortalSettings settings, string file, Words words, TextWriter console)
    {
        var database = settings.Database;
        if (database.FileName is not { } source)
        {
            throw new CannotStartException("program.backup-postgres");
        }

        if (!File.Exists(source))
        {
            throw new CannotStartException("program.no-database", source);
        }

        if (File.Exists(file))
        {
            throw new CannotStartException("program.file-exists", file);
        }

        if (file.Trim().Length == 0 || Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new CannotStartException("program.no-folder", file);
        }

        try
        {
            await database.BackUpAsync(Path.GetFullPath(file));
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            throw new CannotStartException("program.not-backed-up", source);
        }

        await console.WriteLineAsync(words["program.backed-up", ("file", file)]);
    }

    /// <summary>Puts a backup in the database's place; what was there is kept beside it.</summary>
    public static async Task RestoreAsync(PortalSettings settings, string file, Words words, TextWriter console)
    {
        if (settings.Database.FileName is not { } target)
        {
            throw new CannotStartException("program.backup-postgres");
        }

        if (!File.Exists(file))
        {
            throw new CannotStartException("program.no-database", file);
        }

        try
        {
            await Database.CheckAsync(file);
            var state = await DatabaseState.ReadAsync(Database.InFile(file));
            Database.CloseIdleConnections();
            if (state.Applied.Count == 0)
            {
                throw new InvalidDataException("No migrations of ours.");
            }

            if (state.Applied.Except(DatabaseState.KnownTo(settings.Database), StringComparer.Ordinal).Any())
            {
                throw new CannotStartException("program.newer-database", file);
            }
        }
        catch (Exception e) when (e is InvalidDataException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new CannotStartException("program.not-a-backup", file);
        }

        if (File.Exists(target) && await Database.IsInUseAsync(target))
        {
            throw new CannotStartException("program.stop-first", target);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var now = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var half = target + ".restoring";
        File.Copy(file, half, overwrite: true);
        var kept = $"{target}.before-restore-{now}";
        if (File.Exists(target))
        {
            // Also what cannot be read any more is kept, with its log: perhaps somebody can.
            foreach (var part in Database.Files.Where(p => File.Exists(target + p)))
            {
                File.Move(target + part, kept + part);
            }
        }

        File.Move(half, target, overwrite: true);
        await console.WriteLineAsync(words["program.restored", ("file", file)]);
    }

    /// <summary>Goes through the chains of the audit; a broken one fails, with its locality and the number of the first broken entry.</summary>
    public static async Task VerifyAuditAsync(PortalSettings settings, Words words, TextWriter console)
    {
        await StartUp.MigrateAsync(settings, mayUpgrade: false);
        await using var services = ServicesFor(settings);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildFriendlyDb>();
        var names = await db.Localities.ToDictionaryAsync(l => l.Id, l => l.Name);
        var broken = new List<string>();
        await foreach (var check in AuditChain.CheckAsync(db, scope.ServiceProvider.GetRequiredService<AuditKey>(), TimeProvider.System.Instant()))
        {
            var name = names.GetValueOrDefault(check.Chain) ?? words["staff.audit.no-locality"];
            if (check.BrokenAt is { } number)
            {
                broken.Add($"{name} ({number})");
                continue;
            }

            await console.WriteLineAsync(words["program.audit-whole", ("chain", name), ("entries", check.Entries), ("last", check.LastNumber), ("hash", check.Hash)]);
        }

        if (broken.Count > 0)
        {
            throw new CannotStartException("program.audit-broken", string.Join(", ", broken));
        }
    }

    /// <summary>What translators have to do in the repository one stands in.</summary>
    public static async Task ReviewTranslationsAsync(string? accept, Words words, TextWriter console)
    {
        var root = Directory.GetCurrentDirectory();
        if (!Directory.Exists(Path.Combine(root, "localization")))
        {
            throw new CannotStartException("program.not-the-repository", root);
        }

        var translations = new Translations(root);
        if (accept is not null)
        {
            translations.Accept(accept);
        }

        var tasks = translations.Tasks();
        foreach (var task in tasks)
        {
            await console.WriteLineAsync($"{task.Lang}  {words[$"program.translation.{task.Fault}"]}  {task.Key}");
        }

        await console.WriteLineAsync(words["program.translations-counted", ("count", tasks.Count)]);
    }

    /// <summary>With each kind of character that a password needs, also when the dice bring only letters.</summary>
    public static string NewPassword() =>
        RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", PasswordLength - 1) + "a-A" + RandomNumberGenerator.GetString("23456789", 1);

    private static ServiceProvider ServicesFor(PortalSettings settings)
    {
        settings.Jobs = false;
        var builder = Portal.CreateBuilder(settings);
        builder.AddTexts();
        builder.AddData();
        builder.AddAccess();
        return builder.Services.BuildServiceProvider();
    }
}
