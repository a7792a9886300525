using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using System.CommandLine;

namespace ChildFriendly.Web.Commands;

/// <summary>The program's verbs. Without one it serves the portal.</summary>
public static class CommandLine
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] args, Func<PortalSettings, string?, Task> serve)
    {
        var console = Console.Out;
        var words = Words.Load();
        var data = new Option<string?>("--data") { Description = words["program.help.data"], Recursive = true };
        var urls = new Option<string?>("--urls") { Description = words["program.help.urls"] };
        var demo = new Option<bool>("--demo") { Description = words["program.help.demo"] };
        var jobs = new Option<bool>("--no-jobs") { Description = words["program.help.no-jobs"] };
        var root = new RootCommand(words["program.help.root"]) { data, urls, demo, jobs };
        root.SetAction(parsed => Guarded(words, async () =>
        {
            var settings = Settings(parsed, isServing: true);
            settings.Demo |= parsed.GetValue(demo) || (IsDevelopment && settings.Postgres is null);
            settings.Jobs &= !parsed.GetValue(jobs);
            await serve(settings, Checked(parsed.GetValue(urls)));
        }));

        root.Add(Verb("migrate", [], (settings, _) => Operate.MigrateAsync(settings, words, console)));
        var what = new Argument<string>("what") { Description = words["program.help.seed-what"] }.AcceptOnlyFromAmong("demo", "localities");
        root.Add(Verb("seed", [what], (settings, parsed) => Operate.SeedAsync(settings, parsed.GetValue(what) == "demo", words, console)));
        var email = new Argument<string>("email") { Description = words["program.help.email"] };
        root.Add(Verb("create-admin", [email], (settings, parsed) => Operate.CreateAdminAsync(settings, parsed.GetValue(email)!, words, console)));
        root.Add(Verb("reset-access", [email], (settings, parsed) => Operate.ResetAccessAsync(settings, parsed.GetValue(email)!, words, console)));
        var file = new Argument<string>("file") { Description = words["program.help.file"] };
        root.Add(Verb("backup", [file], (settings, parsed) => Operate.BackUpAsync(settings, parsed.GetValue(file)!, words, console)));
        root.Add(Verb("restore", [file], (settings, parsed) => Operate.RestoreAsync(settings, parsed.GetValue(file)!, words, console)));
        root.Add(Verb("verify-audit", [], (settings, _) => Operate.VerifyAuditAsync(settings, words, console)));
        root.Add(RecountVerb(words, console));
        var render = new Command("render", words["program.help.render"]);
        render.SetAction(_ => Guarded(words, async () =>
        {
            using var input = Input();
            await console.WriteAsync(Prose.Of(await input.ReadToEndAsync()).Html);
        }));
        root.Add(render);
        var screen = new Command("screen", words["program.help.screen"]);
        screen.SetAction(_ => Guarded(words, async () =>
        {
            using var input = Input();
            await Screen.RunAsync(input, console, Console.Error, words);
        }));
        root.Add(screen);
        var accept = new Option<string?>("--accept") { Description = words["program.help.translations-accept"] }
            .AcceptOnlyFromAmong([.. Languages.All.Skip(1).Select(l => l.Code)]);
        var translations = new Command("translations", words["program.help.translations"]) { accept };
        translations.SetAction(parsed => Guarded(words, () => Operate.ReviewTranslationsAsync(parsed.GetValue(accept), words, console)));
        root.Add(translations);
        return await root.Parse(args).InvokeAsync();

        Command Verb(string name, Argument[] arguments, Func<PortalSettings, ParseResult, Task> run)
        {
            var command = new Command(name, words[$"program.help.{name}"]);
            foreach (var argument in arguments)
            {
                command.Add(argument);
            }

            command.SetAction(parsed => Guarded(words, () => run(Settings(parsed, isServing: false), parsed)));
            return command;
        }

        PortalSettings Settings(ParseResult parsed, bool isServing)
        {
            var settings = new PortalSettings();
            try
            {
                new ConfigurationBuilder()
                    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                    .AddEnvironmentVariables().Build().GetSection(PortalSettings.Section).Bind(settings);
            }
            catch (InvalidOperationException e)
            {
                throw new CannotStartException("program.bad-setting", e.Message);
            }

            settings.DataFolder = NotEmpty(parsed.GetValue(data)) ?? NotEmpty(settings.DataFolder) ?? (IsDevelopment ? DataFolderOfRepository() : null)
                ?? throw new CannotStartException("program.no-data-folder");
            settings.DataFolder = Path.GetFullPath(settings.DataFolder);
            if (!string.IsNullOrEmpty(settings.SmtpHost) && !MimeKit.MailboxAddress.TryParse(settings.SmtpFrom, out _))
            {
                throw new CannotStartException("program.bad-mail", settings.SmtpFrom ?? "");
            }

            return settings;
        }
    }

    private static Command RecountVerb(Words words, TextWriter console)
    {
        var file = new Argument<string>("file") { Description = words["program.help.recount-file"] };
        var rule = new Option<string?>("--rule") { Description = words["program.help.recount-rule"] }.AcceptOnlyFromAmong(Recount.Rules);
        var utility = new Option<string?>("--utility") { Description = words["program.help.recount-utility"] }.AcceptOnlyFromAmong(Recount.Utilities);
        var completion = new Option<string?>("--completion") { Description = words["program.help.recount-completion"] }.AcceptOnlyFromAmong(Recount.Completions);
        var ties = new Option<string?>("--ties") { Description = words["program.help.recount-ties"] }.AcceptOnlyFromAmong(Recount.TieOrders);
        var seed = new Option<string?>("--seed") { Description = words["program.help.recount-seed"] };
        var winners = new Option<int?>("--winners") { Description = words["program.help.recount-winners"] };
        var step = new Option<string?>("--step") { Description = words["program.help.recount-step"] };
        winners.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() < 1)
            {
                given.AddError(words["program.recount.winners"]);
            }
        });
        var quorum = new Option<long?>("--quorum") { Description = words["program.help.recount-quorum"] };
        var threshold = new Option<int?>("--threshold") { Description = words["program.help.recount-threshold"] };
        threshold.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is < 0 or > 100)
            {
                given.AddError(words["program.recount.threshold"]);
            }
        });
        var format = new Option<string>("--format") { Description = words["program.help.recount-format"], DefaultValueFactory = _ => Recount.Formats[0] }.AcceptOnlyFromAmong(Recount.Formats);
        var recount = new Command("recount", words["program.help.recount"]) { file, rule, utility, completion, ties, seed, winners, step, quorum, threshold, format };
        recount.SetAction(parsed => Guarded(words, () => Recount.RunAsync(
            parsed.GetValue(file)!,
            new RecountWish(
                parsed.GetValue(rule), parsed.GetValue(utility), parsed.GetValue(completion), parsed.GetValue(ties), parsed.GetValue(seed), parsed.GetValue(format)!, parsed.GetValue(winners), parsed.GetValue(step))
            { Quorum = parsed.GetValue(quorum), Threshold = parsed.GetValue(threshold) },
            words, console)));
        return recount;
    }

    /// <summary>What is piped in, as UTF-8 whatever the machine is set to.</summary>
    private static StreamReader Input() => new(Console.OpenStandardInput(), System.Text.Encoding.UTF8);

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool IsDevelopment =>
        string.Equals(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stops the program is said in one plain paragraph, not as a stack trace.</summary>
    private static async Task<int> Guarded(Words words, Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(words["program.address-in-use"]);
            return Failed;
        }
        catch (CannotStartException e)
        {
            await Console.Error.WriteLineAsync(words[e.Key].Replace("{what}", e.What, StringComparison.Ordinal));
            return Failed;
        }
        catch (Exception e) when (e.GetBaseException() is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } trouble)
        {
            await Console.Error.WriteLineAsync(words["program.database-trouble"].Replace("{what}", trouble.Message, StringComparison.Ordinal));
            return Failed;
        }
        catch (Exception e) when (e.GetBaseException() is System.Net.Sockets.SocketException || e.Source == "Microsoft.AspNetCore.Server.Kestrel.Core")
        {
            await Console.Error.WriteLineAsync(words["program.cannot-listen"].Replace("{what}", e.GetBaseException().Message, StringComparison.Ordinal));
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(words["program.file-trouble"].Replace("{what}", e.Message, StringComparison.Ordinal));
            return Failed;
        }
    }

    /// <summary>Addresses to listen at, divided by semicolons; the server's own words about a wrong one help nobody.</summary>
    private static string? Checked(string? urls) =>
        urls?.Split(';').FirstOrDefault(u => !Uri.TryCreate(u.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")) is { } wrong
            ? throw new CannotStartException("program.bad-address", wrong)
            : urls;

    private static string? DataFolderOfRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChildFriendly.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null ? null : Path.Combine(folder.FullName, "data");
    }
}

/// <summary>Something an operator has to put right; the key is a text that says what is wrong and what to do.</summary>
public sealed class CannotStartException(string key, string what = "") : Exception(key)
{
    public string Key { get; } = key;

    public string What { get; } = what;
}

/// <summary>Texts for the console, in the operator's language.</summary>
public sealed class Words
{
    private readonly Wording texts;

    private Words(Wording texts) => this.texts = texts;

    public string this[string key] => texts[key];

    public string this[string key, params ReadOnlySpan<(string Name, object Value)> values] => texts[key, values];

    public static Words Load()
    {
        var lang = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new Words(new Wording(Texts.Phrasebook.Load(Portal.FolderOf("localization")), Texts.Languages.IsForStaff(lang) ? lang : "en"));
    }
}
