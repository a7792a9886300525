using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace ChildFriendly.Web.Access;

/// <summary>Requests that no page answers: other methods, addresses without end, addresses that somebody typed in another way.</summary>
public static class Requests
{
    /// <summary>Longer addresses are nobody's; the server itself takes four times as much, so that the answer is a page.</summary>
    private const int LongestAddress = 8 * 1024;

    public const int LongestLine = 4 * LongestAddress;

    /// <summary>Larger forms are refused for their size. The longest of ours has a few thousand letters.</summary>
    public const int LongestForm = 2 * 1024 * 1024;

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

    /// <summary>
    /// Bytes of a form that are no UTF-8 are left by the framework as they were written, percent signs and all, and NUL ends it. They arrive as the
    /// replacement character instead, which the field that holds it refuses in plain words; everything typed stays on the page.
    /// </summary>
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            await next(context);
            return;
        }

        if (type.CharSet is not null && !type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(context, StatusCodes.Status400BadRequest);
            return;
        }

        if (type.MediaType == "application/x-www-form-urlencoded" && request.ContentLength is null or <= LongestForm)
        {
            request.EnableBuffering();
            using var copy = new MemoryStream();
            // The server itself ends a body that is too long, also one that does not say how long it is.
            await request.Body.CopyToAsync(copy, context.RequestAborted);
            request.Body.Position = 0;
            var form = copy.GetBuffer().AsSpan(0, (int)copy.Length);
            var letters = Unescape(form);
            if (!Utf8.IsValid(letters) || letters.Contains((byte)0))
            {
                var readable = Encoding.ASCII.GetBytes(Rewrite(form));
                request.Body = new MemoryStream(readable);
                request.ContentLength = readable.Length;
            }
        }

        await next(context);
    });

    /// <summary>The page that says so is read, and nobody reads the form again.</summary>
    private static void Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
    }

    /// <summary>Field by field, so that what separates them stays.</summary>
    private static string Rewrite(ReadOnlySpan<byte> form)
    {
        var readable = new StringBuilder(form.Length);
        foreach (var field in form.Split((byte)'&'))
        {
            var parts = form[field];
            var nameLength = parts.IndexOf((byte)'=');
            readable.Append(readable.Length > 0 ? "&" : "").Append(Readable(nameLength < 0 ? parts : parts[..nameLength]));
            if (nameLength >= 0)
            {
                readable.Append('=').Append(Readable(parts[(nameLength + 1)..]));
            }
        }

        return readable.ToString();
    }

    private static string Readable(ReadOnlySpan<byte> part)
    {
        var spaced = part.ToArray();
        spaced.Replace((byte)'+', (byte)' ');
        return Uri.EscapeDataString(Encoding.UTF8.GetString(Unescape(spaced)).Replace('\0', '\uFFFD'));
    }

    private static byte[] Unescape(ReadOnlySpan<byte> form)
    {
        var decoded = new byte[form.Length];
        var length = 0;
        for (var i = 0; i < form.Length; i++)
        {
            decoded[length++] = form[i] == '%' && i + 2 < form.Length && byte.TryParse(form.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && (i += 2) > 0 ? value : form[i];
        }

        return decoded[..length];
    }
}
