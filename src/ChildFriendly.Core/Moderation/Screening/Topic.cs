namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// What a section of a word list is about; in the files the same names in lower case with dashes, <c>[name-follows]</c>. A further topic
/// needs code that uses it, so an unknown one in a file is an error.
/// </summary>
internal enum Topic
{
    /// <summary>Topics of concern have the numbers of <see cref="Concern"/>.</summary>
    AbuseHome,
    Bullying,
    SelfHarm,
    Neglect,
    Exploitation,
    RunningAway,

    /// <summary>In whatever language the text is.</summary>
    Insult,

    /// <summary>Only in a text of the list's language: elsewhere the word is innocent.</summary>
    InsultHere,

    /// <summary>Takes insults back that stand in it.</summary>
    Innocent,

    Contact,
    NameFollows,
    TitleBefore,
    RelationBefore,
    NamePrecedes,
    NoName,
    FamilyEnding,
    PublicPlace,
    PublicPlaceAfter,
    Live,
    StreetBefore,
    StreetAfter,
    Village,
    HouseNumber,
    HousePart,
    School,
    Study,
    ClassWord,
    ClassName,
    Ordinal,
    Born,
    Month,
    DocumentFollows,
    PhoneFollows,
    HandleFollows,
    NetworkName,
    At,
    Dot,
    MailHost,
    Domain,
    CountyCode,
    Digit0,
    Digit1,
    Digit2,
    Digit3,
    Digit4,
    Digit5,
    Digit6,
    Digit7,
    Digit8,
    Digit9,

    /// <summary>The commonest words, by which a language is guessed.</summary>
    Common,
}
