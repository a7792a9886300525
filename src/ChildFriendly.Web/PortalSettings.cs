using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web;

/// <summary>What an operator decides; <c>Portal__…</c> in the environment, or options on the command line.</summary>
public sealed class PortalSettings
{
    public const string Section = "Portal";

    /// <summary>Where the database, the secrets and the backups live.</summary>
    public string? DataFolder { get; set; }

    /// <summary>A PostgreSQL connection string; without one the database is a SQLite file in the data folder.</summary>
    public string? Postgres { get; set; }

    /// <summary>Shared by all instances: the pepper and the consultation keys. Default: <c>secrets</c> in the data folder.</summary>
    public string? SecretsFolder { get; set; }

    /// <summary>Runs with the demonstration data and says so on every page.</summary>
    public bool Demo { get; set; }

    /// <summary>Addresses of the proxies that stand before the portal and do https, divided by commas: 10.0.0.5, 10.1.0.0/16.</summary>
    public string? Proxies { get; set; }

    /// <summary>Every page is asked for over https; decided at start, see <see cref="Access.Transport"/>.</summary>
    public bool IsSecure { get; set; }

    /// <summary>Whether this process runs the background jobs.</summary>
    public bool Jobs { get; set; } = true;

    /// <summary>How long a moderator's decision can be taken back before it goes out; 0 where it goes out at once.</summary>
    public int UndoSeconds { get; set; } = (int)ModerationRules.UndoTime.TotalSeconds;

    public string DatabaseFile => Path.Combine(DataFolder!, "portal.db");

    public string PepperFile => Path.Combine(Secrets, "card-pepper");

    public string VaultFile => Path.Combine(Secrets, "vault");

    public string AuditKeyFile => Path.Combine(Secrets, "audit-key");

    public string ConsultationKeysFolder => Path.Combine(Secrets, "consultations");

    /// <summary>Word lists of localities that extend the portal's own, a folder for each.</summary>
    public string ScreeningFolder => Path.Combine(DataFolder!, "screening");

    public string BackupFolder => Path.Combine(DataFolder!, "backups");

    public Database Database => Postgres is { Length: > 0 } server ? Database.OnServer(server) : Database.InFile(DatabaseFile);

    /// <summary>The model comes as code: working it out would cost half a second at every start.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        Database.Configure(options);
        options.UseModel(Database.Kind == DatabaseKind.Sqlite
            ? CompiledModels.Sqlite.ChildFriendlyDbModel.Instance
            : CompiledModels.Postgres.ChildFriendlyDbModel.Instance);
    }

    private string Secrets => SecretsFolder ?? Path.Combine(DataFolder!, "secrets");
}
