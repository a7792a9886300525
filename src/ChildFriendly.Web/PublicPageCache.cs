using ChildFriendly.Core.Audit;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace ChildFriendly.Web;

/// <summary>
/// Public pages as everybody without a session sees them are kept for a while and dropped as soon as something in their locality
/// changes; another instance notices after that while.
/// </summary>
public sealed class PublicPageCache : IOutputCachePolicy
{
    private const string Everywhere = "everywhere";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public static void DropOnChange(IServiceProvider services)
    {
        var store = services.GetRequiredService<IOutputCacheStore>();
        services.GetRequiredService<RecordChanges>().WhenLocalitiesChanged = async localities =>
        {
            await store.EvictByTagAsync(Everywhere, CancellationToken.None);
            foreach (var locality in localities)
            {
                await store.EvictByTagAsync(locality.ToString(), CancellationToken.None);
            }
        };
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isPublic = HttpMethods.IsGet(request.Method)
            && !request.Path.StartsWithSegments("/staff", StringComparison.Ordinal)
            && !SiteCookies.Has(request, Sessions.ChildCookie)
            && !SiteCookies.Has(request, Sessions.StaffCookie)
            && !SiteCookies.Has(request, Told.Cookie);
        context.EnableOutputCaching = isPublic;
        context.AllowCacheLookup = isPublic;
        context.AllowCacheStorage = isPublic;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["look"] = Look.Of(request).ToString();
        context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(request);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A page with a form carries a token for one browser, and says so with no-store.
        if (response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            // Pictures and documents are large, and seldom asked for: they would push the pages out.
            || response.ContentType is { } type && (type.StartsWith("image/", StringComparison.Ordinal) || type == "application/pdf")
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            context.AllowCacheStorage = false;
        }

        context.Tags.Add(context.HttpContext.RequestServices.GetRequiredService<Visitor>().Here?.Id.ToString() ?? Everywhere);
        return ValueTask.CompletedTask;
    }

    /// <summary>The one the response will have, so that a hundred spellings of the header do not make a hundred copies.</summary>
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}
