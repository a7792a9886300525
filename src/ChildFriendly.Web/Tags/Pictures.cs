using System.Xml.Linq;

namespace ChildFriendly.Web.Tags;

/// <summary>The names of the pictures on our sheets.</summary>
public sealed class Pictures(IWebHostEnvironment web)
{
    private static readonly string[] Sheets = [IconTag.DefaultSheet, "scenes.svg", "avatars.svg", "faces.svg"];

    private readonly Lazy<IReadOnlyList<(string Sheet, string Name)>> all = new(() => Sheets.SelectMany(s => NamesOn(web, s)).ToList());

    public IReadOnlyList<(string Sheet, string Name)> All => all.Value;

    public bool Has(string name) => All.Contains((IconTag.DefaultSheet, name));

    private static List<(string Sheet, string Name)> NamesOn(IWebHostEnvironment web, string sheet)
    {
        using var file = web.WebRootFileProvider.GetFileInfo(sheet).CreateReadStream();
        return XDocument.Load(file).Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().Select(n => (sheet, n)).ToList();
    }
}
