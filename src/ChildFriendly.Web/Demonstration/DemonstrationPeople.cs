using System.Globalization;
using System.Text;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Commands;

namespace ChildFriendly.Web.Demonstration;

/// <summary>The fixed people of the demonstration, printed in the open: <c>content/demo/people.csv</c>.</summary>
public sealed class DemonstrationPeople
{
    private DemonstrationPeople(IReadOnlyList<DemonstrationPerson> all) => All = all;

    public IReadOnlyList<DemonstrationPerson> All { get; }

    public static DemonstrationPeople Load() => new(CsvTable.Read(Path.Combine(Portal.FolderOf("content/demo"), "people.csv"))
        .ConvertAll(row => new DemonstrationPerson(
            row["kind"],
            row["locality"],
            Enum.Parse<Role>(row["role"]),
            Enum.TryParse<AgeBand>(row["age_band"], out var band) ? band : null,
            row["code"],
            row["email"],
            row["password"],
            row["totp_secret"])));

    public IEnumerable<DemonstrationPerson> ChildrenOf(string locality) => All.Where(p => p.Kind == "child" && p.Locality == locality);

    public IEnumerable<DemonstrationPerson> StaffOf(string locality) => All.Where(p => p.Kind == "staff" && p.Locality == locality);

    /// <summary>What the program prints at start.</summary>
    public string Describe(Words words)
    {
        var text = new StringBuilder().AppendLine(words["program.demo-people"]);
        foreach (var locality in All.Where(p => p.Locality.Length > 0).Select(p => p.Locality).Distinct(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {locality,-10}");
            foreach (var band in ChildrenOf(locality).GroupBy(p => p.AgeBand!.Value))
            {
                text.Append(CultureInfo.InvariantCulture, $" {words[$"band.{band.Key}"]}: {string.Join(' ', band.Select(p => p.Code))} ");
            }

            text.AppendLine();
        }

        foreach (var group in All.Where(p => p.Kind == "staff").GroupBy(p => p.Locality, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(' ', group.Select(p => p.Email))}  {words["program.password"]}: {group.First().Password}");
        }

        return text.Append(words["program.demo-codes"]).ToString();
    }
}

public sealed record DemonstrationPerson(
    string Kind, string Locality, Role Role, AgeBand? AgeBand, string Code, string Email, string Password, string TotpSecret);
