namespace ChildFriendly.Web.Access;

/// <summary>Requests that no page answers: other methods, addresses without end, addresses that somebody typed in another way.</summary>
public static class Requests
{
    /// <summary>Longer addresses are nobody's; the server itself takes four times as much, so that the answer is a page.</summary>
    private const int LongestAddress = 8 * 1024;

    public const int LongestLine = 4 * LongestAddress;

    public static void UseOneSpelling(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value!.Length + request.QueryString.Value?.Length > LongestAddress)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
            // The page that says so is read.
            request.Method = HttpMethods.Get;
            return Task.CompletedTask;
        }

        var path = request.Path.Value;
        // One slash at the beginning: two would name another host.
        var tidy = $"/{path.Trim('/').ToLowerInvariant()}";
        if (tidy != path && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Redirect($"{new PathString(tidy).ToUriComponent()}{request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        return next(context);
    });
}
