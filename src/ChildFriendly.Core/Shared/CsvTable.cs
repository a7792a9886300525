using CsvHelper;

namespace ChildFriendly.Core.Shared;

/// <summary>Our own reference tables: comma-separated, UTF-8, with a header line.</summary>
public static class CsvTable
{
    public static List<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var csv = CsvReader.FromFile(file);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        csv.ReadHeader();
        var headers = csv.Headers.ToArray();
        while (csv.Read())
        {
            rows.Add(headers.ToDictionary(h => h, h => PlainText.Clean(csv.GetString(h)), StringComparer.Ordinal));
        }

        return rows;
    }
}
