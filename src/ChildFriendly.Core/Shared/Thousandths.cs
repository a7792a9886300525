using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildFriendly.Core.Shared;

/// <summary>A number with at most three decimals, kept as a whole number of thousandths: databases compare and add those exactly.</summary>
public static partial class Thousandths
{
    /// <summary>
    /// As people write it: <c>1.234,5</c>, <c>1 234,5</c>, <c>1234.5</c>. A comma begins the decimals; so does a point that is not followed by exactly three
    /// digits. Null for anything else.
    /// </summary>
    public static long? Parse(string? typed)
    {
        var match = Written().Match((typed ?? "").Trim().Replace('\u00A0', ' '));
        if (!match.Success)
        {
            return null;
        }

        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var thousandths = long.Parse(whole, CultureInfo.InvariantCulture) * 1000 + int.Parse(match.Groups["part"].Value.PadRight(3, '0'), CultureInfo.InvariantCulture);
        return match.Groups["minus"].Success ? -thousandths : thousandths;
    }

    /// <summary>For a field or a file, without marks between thousands.</summary>
    public static string Write(long thousandths, CultureInfo culture) => (thousandths / 1000m).ToString("0.###", culture);

    [GeneratedRegex(@"^(?<minus>-)?(?<whole>[0-9]{1,12}|[0-9]{1,3}([ .][0-9]{3}){1,3})((,|\.(?![0-9]{3}$))(?<part>[0-9]{1,3}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
