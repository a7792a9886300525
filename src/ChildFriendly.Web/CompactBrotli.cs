using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace ChildFriendly.Web;

/// <summary>
/// Brotli at quality 6: a tenth smaller than the framework's "optimal", which is 4 and larger than gzip, in about the same time. Its
/// own provider knows the four names of <see cref="CompressionLevel"/> only.
/// </summary>
public sealed class CompactBrotli : ICompressionProvider
{
    private static readonly BrotliCompressionOptions Options = new() { Quality = 6 };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Options, leaveOpen: true);
}
