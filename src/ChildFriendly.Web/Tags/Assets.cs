using Microsoft.AspNetCore.Components;

namespace ChildFriendly.Web.Tags;

public static class Assets
{
    /// <summary>The address of one of our static files, with its fingerprint, so that it can be kept for ever.</summary>
    public static string PathOf(HttpContext http, string file) =>
        $"/{http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file}";
}
