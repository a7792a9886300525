using System.Globalization;
using System.Threading.RateLimiting;

namespace ChildFriendly.Web.Access;

/// <summary>
/// How often somebody may send forms: by card or by staff account, so that a classroom behind one address is thirty children and not one.
/// Whoever has neither is counted with their neighbours, generously: the doors count wrong codes by themselves.
/// </summary>
public static class WriteLimits
{
    public const int PerCard = 40;
    public const int PerAccount = 120;
    public const int PerNeighbourhood = 1200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddWriteLimits(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        o.OnRejected = (rejected, _) =>
        {
            var http = rejected.HttpContext;
            http.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            // What was typed is on the page that says so, with a button to send it again.
            StalePages.ShowTyped(http);
            return ValueTask.CompletedTask;
        };
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        // The page that says "wait" is reached by the same request and not counted again.
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Path.StartsWithSegments("/problem", StringComparison.Ordinal))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var path = http.Request.Path.Value!;
        if (path.EndsWith("/leave", StringComparison.Ordinal) || path.EndsWith("/card", StringComparison.Ordinal))
        {
            // Whoever wants to leave leaves; and a correct card code is never delayed: wrong ones are counted by themselves.
            return RateLimitPartition.GetNoLimiter("");
        }

        if (path == PolicyReports.Path)
        {
            return Limited($"reports {WrongCodes.Coarse(http.Connection.RemoteIpAddress)}", PerCard);
        }

        if (StalePages.IsBallot(path) && http.User.CardId() is { } voter)
        {
            // Nothing else that a card did keeps it from voting.
            return Limited($"vote {voter}", PerCard);
        }

        if (path.EndsWith("/new/hints", StringComparison.Ordinal) && http.User.CardId() is { } writing)
        {
            // Asked while writing: it must not keep anybody from sending.
            return Limited($"hints {writing}", PerCard);
        }

        return (http.User.CardId(), http.User.StaffId()) switch
        {
            ({ } card, _) => Limited($"card {card}", PerCard),
            (_, { } staff) => Limited($"staff {staff}", PerAccount),
            _ => Limited($"near {WrongCodes.Coarse(http.Connection.RemoteIpAddress)}", PerNeighbourhood),
        };

        static RateLimitPartition<string> Limited(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
            key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });
    }
}
