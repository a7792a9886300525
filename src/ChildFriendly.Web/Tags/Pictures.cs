using System.Collections.Frozen;
using System.Xml.Linq;

namespace ChildFriendly.Web.Tags;

/// <summary>The names of the pictures on our sheet.</summary>
public sealed class Pictures(IWebHostEnvironment web)
{
    private readonly Lazy<FrozenSet<string>> names = new(() => Read(web));

    public bool Has(string name) => names.Value.Contains(name);

    private static FrozenSet<string> Read(IWebHostEnvironment web)
    {
        using var sheet = web.WebRootFileProvider.GetFileInfo(IconTag.DefaultSheet).CreateReadStream();
        return XDocument.Load(sheet).Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }
}
