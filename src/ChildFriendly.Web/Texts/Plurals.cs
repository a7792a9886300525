namespace ChildFriendly.Web.Texts;

/// <summary>Plural categories of whole numbers, Unicode CLDR 48 (supplemental/plurals).</summary>
public static class Plurals
{
    public static string CategoryOf(string lang, long n) => lang switch
    {
        "ro" => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : "other",
        "uk" when n % 10 == 1 && n % 100 != 11 => "one",
        "uk" => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? "few" : "many",
        _ => n == 1 ? "one" : "other",
    };
}
