using System.Globalization;
using System.Text;
using System.Xml;

namespace ChildFriendly.Web.Pages.News;

/// <param name="Step">Which of the steps of one thing it is: a name that stays.</param>
/// <param name="Address">Where it is to be read, absolute.</param>
/// <param name="Text">Plain; empty where there is nothing more to say.</param>
public sealed record FeedEntry(DateTime At, string Step, string Title, string Address, string Text);

/// <summary>A feed as RFC 4287 (Atom) has it.</summary>
public static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="self">The feed's own address, which is its id too.</param>
    /// <param name="page">The page that people read instead.</param>
    /// <param name="note">Said of the whole feed; null where nothing is.</param>
    public static string Write(string self, string page, string title, string language, string? note, IEnumerable<FeedEntry> entries)
    {
        var shown = entries.ToList();
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language);
            Element("id", self);
            Element("title", title);
            if (note is not null)
            {
                Element("subtitle", note);
            }

            Element("updated", Instant(shown.Count == 0 ? DateTime.UnixEpoch : shown.Max(e => e.At)));
            Link("self", self);
            Link("alternate", page);
            xml.WriteStartElement("author", Atom);
            Element("name", title);
            xml.WriteEndElement();
            foreach (var entry in shown)
            {
                xml.WriteStartElement("entry", Atom);
                // The same thing takes several steps: address, step and moment together are one of them, for ever.
                Element("id", $"{entry.Address}#{entry.Step}-{entry.At.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}");
                Element("title", entry.Title);
                Element("updated", Instant(entry.At));
                Link("alternate", entry.Address);
                if (entry.Text.Length > 0)
                {
                    Element("summary", entry.Text);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();

            void Element(string name, string value) => xml.WriteElementString(name, Atom, value);

            void Link(string relation, string address)
            {
                xml.WriteStartElement("link", Atom);
                xml.WriteAttributeString("rel", relation);
                xml.WriteAttributeString("href", address);
                xml.WriteEndElement();
            }
        }

        return text.ToString();
    }

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The declaration names the encoding in which it is sent.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
