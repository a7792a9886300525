using System.Globalization;
using System.Security.Cryptography;
using ChildFriendly.Core.ActionPlans;

namespace ChildFriendly.Web.Access;

/// <summary>Where a link of a letter leads.</summary>
/// <param name="Form">Null where the link was changed or is over.</param>
public sealed record DeskLink(string Locality, string? Form);

/// <summary>
/// Links of letters to one form of a desk, signed with the vault's key: locality, form and last day can be read and not be changed. They open
/// nothing by themselves, since whoever follows one signs in; an old or a changed one leads to the ordinary list.
/// </summary>
public sealed class DeskLinks(Vault vault)
{
    /// <summary>Until the letter of the next month is there.</summary>
    public const int Days = 45;

    private const int SignatureLength = 32;

    public string PathTo(string locality, NeedKind kind, int number, int position, DateOnly written)
    {
        // Addresses are small letters here, however they are typed.
        var text = string.Create(CultureInfo.InvariantCulture, $"{locality}.{kind}.{number}.{position}.{written:yyyyMMdd}").ToLowerInvariant();
        return $"/staff/go/{text}.{SignatureOf(text)}";
    }

    public DeskLink Read(string link, DateOnly today)
    {
        var end = link.LastIndexOf('.');
        var parts = link.Split('.');
        if (parts.Length != 6 || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(link[(end + 1)..]), System.Text.Encoding.UTF8.GetBytes(SignatureOf(link[..end]))))
        {
            return new DeskLink(parts[0], null);
        }

        // What is signed was written by us.
        var written = DateOnly.ParseExact(parts[4], "yyyyMMdd", CultureInfo.InvariantCulture);
        var form = FormOf($"/staff/{parts[0]}", Enum.Parse<NeedKind>(parts[1], ignoreCase: true), int.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture), written.Year - 1);
        return new DeskLink(parts[0], today <= written.AddDays(Days) ? form : null);
    }

    /// <summary>The form by which somebody does what is needed.</summary>
    /// <param name="desk">Where the locality's staff pages begin.</param>
    public static string FormOf(string desk, NeedKind kind, int number, int position, int lastYear) => kind switch
    {
        NeedKind.Idea => $"{desk}/initiatives/{number}",
        NeedKind.Recommendation => $"{desk}/council/recommendations/{number}/answer",
        NeedKind.Milestone => $"{desk}/plan/{number}/milestones",
        NeedKind.Value => $"{desk}/plan/{number}/indicators/{position}/value?year={lastYear}",
        _ => $"{desk}/plan/{number}/progress",
    };

    private string SignatureOf(string text) => vault.Sign($"desk link {text}")[..SignatureLength];
}
