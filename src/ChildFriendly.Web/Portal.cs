using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Jobs;
using ChildFriendly.Web.Post;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace ChildFriendly.Web;

/// <summary>How the portal is put together.</summary>
public static class Portal
{
    public const string LanguageCookie = "cfl-lang";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri " + PolicyReports.Path;

    public static WebApplicationBuilder CreateBuilder(PortalSettings settings, string? environment = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = environment,
            ApplicationName = typeof(Portal).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxRequestLineSize, k.Limits.MaxRequestBodySize) = (false, Requests.LongestLine, Requests.LongestForm));
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        builder.Services.AddSingleton(settings);
        return builder;
    }

    /// <summary>What there is, then what every request passes, in this order.</summary>
    public static WebApplication Assemble(WebApplicationBuilder builder)
    {
        builder.AddTexts();
        builder.AddData();
        builder.AddTransport();
        builder.AddAccess();
        builder.AddWriteLimits();
        builder.AddPages();
        builder.AddCache();
        builder.AddJobs();

        var app = builder.Build();
        app.UseTransport();
        app.UsePlainProblems();
        app.UseDefences();
        app.UseOneSpelling();
        app.UseReadableForms();
        app.UseRouting();
        app.UsePublicPageCache();
        app.UseAuthentication();
        app.UseUploads();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapPortal();
        return app;
    }

    public static PortalSettings SettingsOf(WebApplicationBuilder builder) =>
        (PortalSettings)builder.Services.Last(s => s.ServiceType == typeof(PortalSettings)).ImplementationInstance!;

    public static void AddTexts(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(Phrasebook.Load(FolderOf("localization")));
        builder.Services.AddSingleton(new ContentPages(FolderOf("content/pages")));
        builder.Services.AddSingleton(new AssentTexts(FolderOf("content/assent")));
        builder.Services.AddSingleton(new Screeners(FolderOf("content/screening"), SettingsOf(builder).ScreeningFolder));
        builder.Services.AddSingleton(WordLists.Load(FolderOf("content/words")));
        builder.Services.AddScoped(services => new Wording(
            services.GetRequiredService<Phrasebook>(), LanguageOf(services.GetRequiredService<IHttpContextAccessor>().HttpContext)));
    }

    public static void AddData(this WebApplicationBuilder builder)
    {
        var settings = SettingsOf(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RecordChanges>();
        builder.Services.AddDbContextPool<ChildFriendlyDb>((services, options) =>
        {
            settings.Configure(options);
            options.AddInterceptors(services.GetRequiredService<RecordChanges>());
        });
        builder.Services.AddSingleton(_ => CardPepper.LoadOrCreate(settings.PepperFile));
        builder.Services.AddSingleton(_ => AuditKey.LoadOrCreate(settings.AuditKeyFile));
        builder.Services.AddSingleton(new ConsultationKeys(settings.ConsultationKeysFolder));
        builder.Services.AddSingleton(s => new BallotWriter(settings.Database, s.GetRequiredService<ConsultationKeys>()));
        builder.Services.AddScoped<BallotBox>();
        builder.Services.AddScoped<Concerns>();
        builder.Services.AddSingleton<IPostOffice, PostOffice>();
        builder.Services.AddSingleton<OpenVotes>();
        builder.Services.AddSingleton<RecentlyRead<string, Locality>>();
        foreach (var schedule in JobsHost.Schedules)
        {
            builder.Services.AddScoped(schedule.Job);
        }

        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var settings = SettingsOf(builder);
        builder.Services.AddDataProtection().SetApplicationName("child-friendly-localities");
        builder.Services.AddSingleton(_ => Vault.LoadOrCreate(settings.VaultFile));
        builder.Services.AddSingleton<DeskLinks>();
        builder.Services.AddSingleton<ISeal>(services => services.GetRequiredService<Vault>());
        builder.Services.AddSingleton<StoredKeys>();
        builder.Services.AddSingleton<KeyRingEncryption>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<StoredKeys, KeyRingEncryption>(
            (options, keys, encryption) => (options.XmlRepository, options.XmlEncryptor) = (keys, encryption));
        builder.Services.AddScoped<Visitor>();
        builder.Services.AddScoped<DeskWatch>();
        builder.Services.AddSingleton<WrongCodes>();
        builder.Services.AddSingleton<TellLimits>();
        builder.Services.AddSingleton<HidingLimits>();
        builder.Services.AddSingleton<UnknownAccounts>();
        builder.Services.AddSingleton<PendingForms>();
        builder.Services.AddSingleton<WaitingSheets>();
        builder.Services.AddScoped<Roster>();
        builder.Services.AddAuthentication(Sessions.Child)
            .AddCookie(Sessions.Child, o =>
            {
                Sessions.ConfigureCookie(o, Sessions.ChildCookie, Sessions.ChildIdle, settings.IsSecure);
                o.ForwardDefaultSelector = context => context.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal) ? Sessions.Staff : null;
                o.Events.OnRedirectToLogin = context => SendTo(context.Response, $"/{LanguageOf(context.HttpContext)}/card", context.Request);
                // A card that has been voided meanwhile leads to the card page, one that is new to the welcome.
                o.Events.OnRedirectToAccessDenied = context => SendTo(
                    context.Response,
                    $"/{LanguageOf(context.HttpContext)}/card{(VisitorOf(context.HttpContext) is { Card: not null } visitor ? visitor.MustConfirmBand ? "/band" : "/welcome" : "")}",
                    context.Request);
            })
            .AddCookie(Sessions.Staff, o =>
            {
                Sessions.ConfigureCookie(o, Sessions.StaffCookie, Sessions.StaffIdle, settings.IsSecure);
                o.Events.OnRedirectToLogin = context => SendTo(context.Response, "/staff/sign-in", context.Request);
                o.Events.OnRedirectToAccessDenied = context => VisitorOf(context.HttpContext).Staff is null
                    ? SendTo(context.Response, "/staff/sign-in", context.Request)
                    : Forbid(context.Response);
            });
        builder.Services.AddIdentityCore<StaffAccount>(o =>
            {
                o.Password.RequiredLength = StaffAccount.PasswordMinLength;
                // The form says which addresses are addresses; a second opinion would only contradict it.
                o.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<StaffStore>();
        // A passkey counts as two factors: the device, and a finger, a face or a PIN that it asks for.
        builder.Services.Configure<IdentityPasskeyOptions>(o =>
        {
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required");
            // Just the address that was asked: https everywhere but on one's own machine (Transport).
            o.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
        });
        builder.Services.AddScoped<IPasskeyHandler<StaffAccount>, PasskeyHandler<StaffAccount>>();
        builder.Services.AddScoped<Passkeys>();
        builder.Services.AddSingleton<AnsweredQuestions>();
        builder.Services.AddAuthorization(Policies.Define);
        builder.Services.AddScoped<IAuthorizationHandler, DoorKeeper>();
    }

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddAntiforgery(o =>
        {
            var isSecure = SettingsOf(builder).IsSecure;
            o.Cookie.Name = isSecure ? SiteCookies.Prefix + "cfl-form" : "cfl-form";
            o.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Strict;
            // The header policy forbids framing already, for all pages and not only those with forms.
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddRazorPages(o =>
        {
            Doors.Open(o.Conventions);
            // StalePages answers in plain words instead, and keeps what was typed.
            o.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            o.Conventions.ConfigureFilter(new ServiceFilterAttribute<StalePages> { IsReusable = false, Order = 1000 });
        }).AddMvcOptions(o =>
        {
            o.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
            o.ModelMetadataDetailsProviders.Add(new ErrorKeys());
            ErrorKeys.Name(o.ModelBindingMessageProvider);
        });
        builder.Services.AddScoped<StalePages>();
        builder.Services.AddScoped<FormMarks>();
        builder.Services.AddSingleton<Pictures>();
        // Romanian letters are written as they are, not as numbers.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        builder.Services.AddRouting(o => o.SetParameterPolicy<LanguageConstraint>("lang"));
    }

    public static void AddCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(o =>
        {
            o.SizeLimit = 32 * 1024 * 1024;
            o.AddBasePolicy(new PublicPageCache());
        });
        builder.Services.AddResponseCompression(o =>
        {
            // Tokens in our forms are masked anew in every response, so compression tells nothing about them.
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
            o.Providers.Add<CompactBrotli>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    public static void UsePlainProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/problem/500",
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = c => StatusOf(c.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/problem/{0}");

        // A body that is too large or broken is the sender's fault: it keeps its own status and is no error of ours.
        static int StatusOf(Exception e) => Causes(e).Select(StatusOfCause).FirstOrDefault(s => s != StatusCodes.Status500InternalServerError, StatusCodes.Status500InternalServerError);

        static IEnumerable<Exception> Causes(Exception? e)
        {
            for (; e is not null; e = e.InnerException)
            {
                yield return e;
            }
        }

        static int StatusOfCause(Exception e) => e switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            // Too many or too long fields; other broken forms are simply not understood.
            InvalidDataException broken => broken.Message.Contains("exceeded", StringComparison.Ordinal)
                ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
            // A form that ends in the middle.
            IOException cut when cut.StackTrace?.Contains("MultipartReader", StringComparison.Ordinal) == true => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
    }

    public static void UseDefences(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (Path.GetExtension(context.Request.Path.Value) is ".css" or ".js" or ".woff2")
        {
            // Nothing that could do anything by itself; what a page may do is said by the page.
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        }

        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(), browsing-topics=()";
        headers.CacheControl = SiteCookies.Has(context.Request, Sessions.ChildCookie)
            || context.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal) ? "no-store" : "no-cache";
        if (app.Services.GetRequiredService<PortalSettings>().Demo)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        return next(context);
    });

    public static void UsePublicPageCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseResponseCompression();
        PublicPageCache.DropOnChange(app.Services);
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapGroup("").AllowAnonymous().MapStaticAssets();
        app.MapRazorPages();
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext http) => Results.Redirect($"/{PreferredLanguage(http.Request, Languages.IsPublic)}")).AllowAnonymous();
        app.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg", permanent: true)).AllowAnonymous();
        app.MapGet("/robots.txt", (PortalSettings settings) =>
            Results.Text(settings.Demo ? "User-agent: *\nDisallow: /\n" : "User-agent: *\nDisallow: /staff\n")).AllowAnonymous();
        app.MapPost(PolicyReports.Path, PolicyReports.TakeAsync).AllowAnonymous();
        app.MapFallback("{*path}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
    }

    /// <summary>The language in the address; on staff pages the one chosen last.</summary>
    public static string LanguageOf(HttpContext? http)
    {
        if (http?.GetRouteValue("lang") is string lang && Languages.IsPublic(lang))
        {
            return lang;
        }

        // A problem page stands at the address where the problem was.
        var path = http?.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? http?.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http?.Request.Path.Value ?? "";
        var first = path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (Languages.IsPublic(first))
        {
            return first!;
        }

        var isStaff = first == "staff";
        return http is not null && SiteCookies.Read(http.Request, LanguageCookie) is { } chosen && Languages.IsForStaff(chosen) ? chosen
            : PreferredLanguage(http?.Request, isStaff ? Languages.IsForStaff : Languages.IsPublic);
    }

    /// <summary>A folder that lies beside the program.</summary>
    public static string FolderOf(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string PreferredLanguage(HttpRequest? request, Func<string?, bool> isOffered) =>
        request?.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0]).FirstOrDefault(isOffered) ?? Languages.Default;

    private static Visitor VisitorOf(HttpContext http) => http.RequestServices.GetRequiredService<Visitor>();

    private static Task Forbid(HttpResponse response)
    {
        var visitor = VisitorOf(response.HttpContext);
        if (visitor.Staff!.Roles.Exists(r => r.LocalityId is not null && r.LocalityId == visitor.Here?.Id && !visitor.MayAct(r.Role)))
        {
            // The role is there; the certificate is not, or has lapsed.
            response.HttpContext.Items[Pages.Problem.IndexModel.Reason] = StaffCheckRules.Lapsed.Key;
        }

        StalePages.ShowTyped(response.HttpContext);
        response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task SendTo(HttpResponse response, string signIn, HttpRequest from)
    {
        if (HttpMethods.IsPost(from.Method))
        {
            var scheme = from.Path.StartsWithSegments("/staff", StringComparison.Ordinal) ? Sessions.Staff : Sessions.Child;
            var services = from.HttpContext.RequestServices;
            var waits = await services.GetRequiredService<PendingForms>().KeepAsync(from, scheme, services.GetRequiredService<ChildFriendlyDb>(), services.GetRequiredService<CardPepper>());
            // What a script sends on its way out nobody waits for: the next person at the device would read what was meant for the one before.
            if (from.Headers["Sec-Fetch-Mode"].ToString() is "navigate" or "")
            {
                Told.Remember(response, scheme == Sessions.Staff ? "session-over" : StalePages.IsOfSomebodyElse(from.HttpContext) ? "not-yours" : waits ? "waits" : "not-sent");
            }
        }

        if (VisitorOf(from.HttpContext).HasVoidedCard)
        {
            Told.Remember(response, "card-void");
        }

        var back = HttpMethods.IsGet(from.Method) ? $"?back={Uri.EscapeDataString(from.Path + from.QueryString)}" : "";
        response.Redirect(signIn + back);
    }

    private sealed class LanguageConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values.TryGetValue(routeKey, out var value) && value is string literal && MatchesLiteral(routeKey, literal);

        public bool MatchesLiteral(string parameterName, string literal) => Languages.All.Any(l => l.Code.Equals(literal, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class DatabaseHealth(ChildFriendlyDb db) : Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck
    {
        public async Task<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult> CheckHealthAsync(
            Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? new(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy)
                : new(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
    }
}
