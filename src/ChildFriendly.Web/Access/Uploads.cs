using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ChildFriendly.Web.Access;

/// <summary>The page takes one file of at most so many bytes with its form.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFileAttribute(int mostBytes) : Attribute
{
    public int MostBytes { get; } = mostBytes;
}

/// <summary>The file that came with a form; empty where it is, and where it was larger than the page takes.</summary>
/// <param name="IsThere">One was chosen: browsers send a part without a name where none was.</param>
public sealed record Upload(byte[] Bytes, bool IsTooLarge, bool IsThere)
{
    public static readonly Upload None = new([], IsTooLarge: false, IsThere: false);

    public static Upload Of(HttpContext http) => http.Features.Get<Upload>() ?? None;
}

/// <summary>
/// Forms with a file are read here and not by the framework, which would lay the file on the disk: it is kept in memory up to the page's limit,
/// and of a larger one nothing is kept. It is read to its end all the same, so that the page can say in plain words what was wrong with it.
/// </summary>
public static class Uploads
{
    /// <summary>What a camera makes has a few megabytes; longer bodies are not even read.</summary>
    private const int LongestBody = 32 * 1024 * 1024;

    private const int LongestField = 64 * 1024;
    private const int MostFields = 64;
    private const int Piece = 16 * 1024;

    public static void UseUploads(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>() is not { } page
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (request.ContentLength > LongestBody || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            context.Response.StatusCode = request.ContentLength > LongestBody ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            // The page that says so is read, and nobody reads the form again.
            (request.Method, request.ContentType) = (HttpMethods.Get, null);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        // Of somebody who is not inside, no file is kept at all.
        var most = context.User.CardId() is null && context.User.StaffId() is null ? 0 : page.MostBytes;
        await ReadAsync(context, new MultipartReader(boundary.ToString(), request.Body) { BodyLengthLimit = null }, most);
        await next(context);
    });

    private static async Task ReadAsync(HttpContext context, MultipartReader parts, int most)
    {
        var fields = new KeyValueAccumulator();
        var upload = Upload.None;
        while (await parts.ReadNextSectionAsync(context.RequestAborted) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } said)
            {
                continue;
            }

            if (said.FileName.HasValue || said.FileNameStar.HasValue)
            {
                var file = await ReadAsync(part.Body, upload.IsThere ? 0 : most, context.RequestAborted);
                var isChosen = !StringSegment.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(said.FileName)) || said.FileNameStar.HasValue;
                upload = upload.IsThere ? upload : file with { IsThere = isChosen || file.IsTooLarge || file.Bytes.Length > 0 };
                continue;
            }

            var field = await ReadAsync(part.Body, LongestField, context.RequestAborted);
            if (field.IsTooLarge || fields.ValueCount == MostFields)
            {
                throw new InvalidDataException("The form's limits were exceeded.");
            }

            fields.Append(HeaderUtilities.RemoveQuotes(said.Name).ToString(), Encoding.UTF8.GetString(field.Bytes).Replace('\0', '\uFFFD'));
        }

        context.Features.Set(upload);
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields.GetResults())));
    }

    private static async Task<Upload> ReadAsync(Stream body, int most, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        var isTooLarge = false;
        while (await body.ReadAsync(piece, cancellation) is > 0 and var length)
        {
            isTooLarge |= kept.Length + length > most;
            if (isTooLarge)
            {
                kept.SetLength(0);
                kept.Capacity = 0;
            }
            else
            {
                kept.Write(piece, 0, length);
            }
        }

        return new Upload(kept.ToArray(), isTooLarge, IsThere: true);
    }
}
