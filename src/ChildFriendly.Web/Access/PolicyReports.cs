using System.Text.Json;

namespace ChildFriendly.Web.Access;

/// <summary>A browser tells that a page tried what the content security policy forbids: a defect of ours, an extension, or an attack.</summary>
public static partial class PolicyReports
{
    public const string Path = "/policy-report";

    private const int LongestReport = 8 * 1024;
    private const int LongestLogged = 80;

    /// <summary>Logs which rule was broken and by which host; no address of a page, which might say who was reading what.</summary>
    public static async Task<IResult> TakeAsync(HttpRequest request, ILogger<PortalSettings> log)
    {
        if (request.ContentLength is null or > LongestReport)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            var report = json.RootElement.GetProperty("csp-report");
            Log(log, Text(report, "effective-directive") ?? Text(report, "violated-directive"), HostOf(Text(report, "blocked-uri")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return Results.NoContent();
    }

    /// <summary>Only letters that a directive or a host may have reach the log.</summary>
    private static string? Text(JsonElement report, string name) => report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? string.Concat(value.GetString()!.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ':' or '/' or ' ').Take(LongestLogged)) : null;

    private static string? HostOf(string? uri) => Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : uri?.Split('/')[0];

    [LoggerMessage(LogLevel.Warning, "Content security policy: {Directive} stopped {Host}")]
    private static partial void Log(ILogger log, string? directive, string? host);
}
