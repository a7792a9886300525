namespace ChildFriendly.Web.Texts;

public enum LanguageScope
{
    /// <summary>Every page, staff's too.</summary>
    Everything,

    /// <summary>All that children and other visitors see.</summary>
    Public,

    /// <summary>Home, help, rights, card and vote; other pages are shown in the default language.</summary>
    KeyPages,
}

/// <summary>How far a language can be trusted; said on its pages where it is not yet checked.</summary>
public enum LanguageReview
{
    /// <summary>Written in this language by the team, not translated.</summary>
    Written,

    /// <summary>Translated, and not yet read by a native speaker from outside the team.</summary>
    Draft,
}

/// <param name="Code">ISO 639; the first part of every public address.</param>
public sealed record Language(string Code, LanguageScope Scope, LanguageReview Review);

/// <summary>The portal's languages in the order of the switch; the first is the one localities write in.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<Language> All =
    [
        new("ro", LanguageScope.Everything, LanguageReview.Written),
        new("en", LanguageScope.Everything, LanguageReview.Written),
        new("hu", LanguageScope.Public, LanguageReview.Draft),
        new("uk", LanguageScope.Public, LanguageReview.Draft),
        new("rom", LanguageScope.KeyPages, LanguageReview.Draft),
    ];

    public static string Default => All[0].Code;

    public static Language? Find(string? code) => All.FirstOrDefault(l => l.Code == code);

    public static bool IsPublic(string? code) => Find(code) is not null;

    /// <summary>Whether all pages that children see are in this language.</summary>
    public static bool IsComplete(string code) => Find(code) is { Scope: not LanguageScope.KeyPages };

    public static bool IsForStaff(string? code) => Find(code)?.Scope == LanguageScope.Everything;
}
