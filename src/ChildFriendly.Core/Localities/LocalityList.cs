using System.Globalization;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Localities;

/// <summary>The localities that take part, from a table that an editor may extend; adding one needs no code.</summary>
public static class LocalityList
{
    public static async Task AddMissingAsync(ChildFriendlyDb db, string csvFile, DateTime now)
    {
        var known = await db.Localities.Select(l => l.Slug).ToListAsync();
        foreach (var row in CsvTable.Read(csvFile).Where(r => !known.Contains(r["slug"], StringComparer.Ordinal)))
        {
            db.Add(Locality.Joined(
                row["slug"],
                row["name"],
                Enum.Parse<LocalityKind>(row["kind"]),
                row["county"],
                int.Parse(row["siruta"], CultureInfo.InvariantCulture),
                row["council_name"],
                Enum.Parse<RecognitionPhase>(row["phase"]),
                Actor.Program,
                now));
        }

        await db.SaveChangesAsync();
    }
}
