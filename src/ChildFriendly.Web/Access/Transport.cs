using System.Net;
using ChildFriendly.Web.Commands;
using Microsoft.AspNetCore.HttpOverrides;

namespace ChildFriendly.Web.Access;

/// <summary>
/// How requests arrive: over https, or from a proxy that was named and does https; nothing else is served. A development machine and the
/// demonstration may do without on their own loopback address.
/// </summary>
public static class Transport
{
    private static readonly TimeSpan HstsLasts = TimeSpan.FromDays(365);

    /// <exception cref="CannotStartException">Children's words and sessions would travel in the open.</exception>
    public static void Decide(PortalSettings settings, WebApplicationBuilder builder)
    {
        ReadProxies(settings);
        var addresses = AddressesOf(builder.Configuration).ToList();
        var isPlain = addresses.Exists(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        settings.IsSecure = !isPlain || settings.Proxies is { Length: > 0 };
        var isOwnMachine = (builder.Environment.IsDevelopment() || settings.Demo) && addresses.TrueForAll(IsLoopback);
        if (!settings.IsSecure && !isOwnMachine)
        {
            throw new CannotStartException("program.needs-https", addresses.First(a => !IsLoopback(a) || isPlain));
        }
    }

    public static void AddTransport(this WebApplicationBuilder builder)
    {
        var settings = Portal.SettingsOf(builder);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var network in ReadProxies(settings))
            {
                o.KnownIPNetworks.Add(network);
            }

            // As many as there are: the chain is followed for as long as it comes from a named one.
            o.ForwardLimit = null;
        });
        builder.Services.AddHsts(o => o.MaxAge = HstsLasts);
    }

    /// <summary>Before everything that asks for the scheme or the sender. Health is asked by machines on the same network.</summary>
    public static void UseTransport(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        if (settings.Proxies is { Length: > 0 })
        {
            app.UseForwardedHeaders();
        }

        if (!settings.IsSecure)
        {
            return;
        }

        app.UseHsts();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps || request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                return next(context);
            }

            // The port of https is the public one; the one asked at is the program's own.
            context.Response.Redirect($"https://{request.Host.Host}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        });
    }

    private static IEnumerable<string> AddressesOf(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        return configuration["urls"] is { Length: > 0 } urls
            ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : Ports("http_ports", "http").Concat(Ports("https_ports", "https"));

        IEnumerable<string> Ports(string key, string scheme) =>
            (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => $"{scheme}://*:{p}");
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static List<System.Net.IPNetwork> ReadProxies(PortalSettings settings) =>
        (settings.Proxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
            System.Net.IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new CannotStartException("program.bad-proxy", text)).ToList();
}
