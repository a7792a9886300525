using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ChildFriendly.Web.Access;

/// <summary>
/// What children sent is handed out as what it is and as nothing else: a fixed type that no browser guesses anew, and a policy under which
/// nothing in it could do anything.
/// </summary>
public static class ServedFiles
{
    private const string Policy = "default-src 'none'; sandbox";

    // Short: what a child has taken back should not be seen for long where it was seen before.
    private const string ForEverybody = "public, max-age=300";

    public static FileContentResult Serve(HttpResponse response, PictureType type, byte[] bytes, bool isForEverybody) => Serve(response, TypeOf(type), bytes, isForEverybody);

    /// <param name="type">Null for a document.</param>
    public static FileContentResult Serve(HttpResponse response, PictureType? type, string name, byte[] bytes, bool isForEverybody) =>
        type is { } picture ? Serve(response, picture, bytes, isForEverybody) : ServeDocument(response, name, bytes, isForEverybody);

    public static FileContentResult ServeSound(HttpResponse response, byte[] bytes)
    {
        var file = Serve(response, "audio/wav", bytes, isForEverybody: false);
        file.EnableRangeProcessing = true;
        return file;
    }

    /// <summary>Saved and not shown: nothing in it runs on our address.</summary>
    private static FileContentResult ServeDocument(HttpResponse response, string name, byte[] bytes, bool isForEverybody)
    {
        var file = Serve(response, "application/pdf", bytes, isForEverybody);
        var saved = new ContentDispositionHeaderValue("attachment");
        saved.SetHttpFileName($"{PlainText.Fold(name)}.pdf");
        response.Headers.ContentDisposition = saved.ToString();
        return file;
    }

    private static FileContentResult Serve(HttpResponse response, string type, byte[] bytes, bool isForEverybody)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentDisposition = "inline";
        response.Headers.CacheControl = isForEverybody ? ForEverybody : "no-store";
        return new FileContentResult(bytes, type);
    }

    private static string TypeOf(PictureType type) => type switch
    {
        PictureType.Jpeg => "image/jpeg",
        PictureType.Png => "image/png",
        PictureType.Webp => "image/webp",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
