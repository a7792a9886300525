// Writes one migration into both migration projects: dotnet run --project src/ChildFriendly.NewMigration AddAnswerDeadline
using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

if (args is not [var name] || name.Length == 0 || !char.IsAsciiLetterUpper(name[0]))
{
    await Console.Error.WriteLineAsync("Give the migration one name in title case, for example AddAnswerDeadline. Run it from the repository's root.");
    return 2;
}

Scaffold(Database.InFile("none"), "Sqlite", new SqliteDesignTimeServices(), name);
Scaffold(Database.OnServer("Host=none"), "Postgres", new NpgsqlDesignTimeServices(), name);
return 0;

static void Scaffold(Database database, string provider, IDesignTimeServices services, string name)
{
    var options = new DbContextOptionsBuilder<ChildFriendlyDb>();
    database.Configure(options);
    using var db = new ChildFriendlyDb(options.Options);
    // The context's services first: the provider only fills in what is not there yet.
    var collection = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    services.ConfigureDesignTimeServices(collection);
    using var provided = collection.BuildServiceProvider();
    using var scope = provided.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();

    var folder = Path.Combine("src", $"ChildFriendly.Migrations.{provider}");
    var migration = scaffolder.ScaffoldMigration(name, $"ChildFriendly.Migrations.{provider}");
    var files = scaffolder.Save(Path.GetFullPath(folder), migration, outputDir: Path.GetFullPath(folder), dryRun: false);
    Console.WriteLine(files.MigrationFile);

    // The finished model as code, so that the program need not work it out at every start.
    scope.ServiceProvider.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(
        db.GetService<IDesignTimeModel>().Model, Path.GetFullPath(Path.Combine("src", "ChildFriendly.Web", "CompiledModels", provider)), new CompiledModelCodeGenerationOptions
        {
            ContextType = typeof(ChildFriendlyDb),
            ModelNamespace = $"ChildFriendly.Web.CompiledModels.{provider}",
            Language = "C#",
            UseNullableReferenceTypes = true,
        });
}
