using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ChildFriendly.Web.Tags;

/// <summary>An amount in whole lei as people write it, with or without marks between thousands.</summary>
public sealed class LeiAttribute() : RegularExpressionAttribute(@"^([0-9]{1,12}|[0-9]{1,3}([ .,\u00A0][0-9]{3}){1,3})$")
{
    /// <returns>In bani; null where nothing was typed.</returns>
    public static long? BaniOf(string? typed) => typed is null || !typed.Any(char.IsAsciiDigit)
        ? null : long.Parse(string.Concat(typed.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) * 100;
}
