using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

/// <summary>What a parent's consent is for. Taking part with a card needs none: it rests on public duty and the child's own yes.</summary>
public enum ConsentScope
{
    Photos,
    CouncilMembership,
    FocusGroup,
}

public enum ConsentForm
{
    PaperForm,
    SpokenBeforeWitness,
}

public enum ConsentStage
{
    Given,
    Withdrawn,
}

/// <summary>
/// That a parent has agreed: which text, for what, how, until when. The paper stays with the school or centre, which knows whose it is by
/// the reference; nothing here leads to a child or a card.
/// </summary>
public sealed class ParentConsent : Entity, INumbered
{
    public const int ReferenceMaxLength = 40;
    public const int TextVersionMaxLength = 20;
    public const int KeeperMaxLength = 120;
    public const int LongestMonths = 12;

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public ConsentScope Scope { get; private init; }

    public ConsentForm Form { get; private init; }

    /// <summary>Which version of the text the parent has read.</summary>
    public string TextVersion { get; private init; } = "";

    /// <summary>The number on the paper, as its keeper wrote it there; never a name.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>The organisation that keeps the paper.</summary>
    public string Keeper { get; private init; } = "";

    public DateOnly GivenOn { get; private init; }

    public DateOnly ExpiresOn { get; private init; }

    public Guid RecordedById { get; private init; }

    public DateOnly? WithdrawnOn { get; private set; }

    internal override Enum? AuditedStage => WithdrawnOn is null ? ConsentStage.Given : ConsentStage.Withdrawn;

    public bool Holds(DateOnly on) => WithdrawnOn is null && GivenOn <= on && on <= ExpiresOn;

    public static ParentConsent Take(
        Guid localityId, int number, ConsentScope scope, ConsentForm form, string textVersion, string reference, string keeper,
        DateOnly givenOn, DateOnly expiresOn, Guid recordedById, Actor by, DateTime now, Guid? id = null)
    {
        var consent = new ParentConsent
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = localityId,
            Number = number,
            Scope = scope,
            Form = form,
            TextVersion = textVersion,
            Reference = reference,
            Keeper = keeper,
            GivenOn = givenOn,
            ExpiresOn = expiresOn,
            RecordedById = recordedById,
        };
        consent.Record(new ParentConsentTaken(by, now, scope));
        return consent;
    }

    public void Withdraw(Actor by, DateTime now)
    {
        if (ParentConsentRules.RefuseToWithdraw(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        WithdrawnOn = RomanianTime.DateOf(now);
        Record(new ParentConsentWithdrawn(by, now, Scope));
    }
}

public static partial class ParentConsentRules
{
    /// <summary>No consent is older than the portal could be: an earlier year is a slip.</summary>
    public static readonly DateOnly Earliest = new(2020, 1, 1);

    public static readonly Refusal TooLongAgo = new("staff.consents.too-long-ago");
    public static readonly Refusal KeeperIsAPerson = new("staff.consents.keeper-is-a-person");
    public static readonly Refusal InTheFuture = new("staff.consents.in-the-future");
    public static readonly Refusal TooLong = new("staff.consents.too-long", ParentConsent.LongestMonths);
    public static readonly Refusal EndsBeforeItBegins = new("staff.consents.ends-before");
    public static readonly Refusal TakenAlready = new("staff.consents.taken-already");
    public static readonly Refusal WithdrawnAlready = new("staff.consents.withdrawn-already");

    public static Refusal? RefuseToTake(DateOnly givenOn, DateOnly expiresOn, DateOnly today) => expiresOn switch
    {
        _ when givenOn > today => InTheFuture,
        _ when givenOn < Earliest => TooLongAgo,
        _ when expiresOn <= givenOn => EndsBeforeItBegins,
        _ when expiresOn > givenOn.AddMonths(ParentConsent.LongestMonths) => TooLong,
        _ => null,
    };

    /// <summary>
    /// An organisation or a place keeps the paper: what looks like a telephone number, a CNP or an address for mail is somebody's own, a
    /// relative is somebody's, and a class is a few children.
    /// </summary>
    public static Refusal? RefuseKeeper(string keeper) =>
        keeper.Contains('@', StringComparison.Ordinal) || ManyDigits().IsMatch(keeper) || Relative().IsMatch(PlainText.Fold(keeper)) || CardRules.NamesAClass(keeper) ? KeeperIsAPerson : null;

    /// <summary>"Mama lui Andrei", "bunica Elena", "dna Popescu".</summary>
    [GeneratedRegex(@"^(mama|tata|mami|tati|bunica|bunicul|matusa|unchiul|sora|fratele|parintii|doamna|domnul|dna|dl|d-na)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\d([\s./()-]*\d){5}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ManyDigits();

    public static Refusal? RefuseToWithdraw(ParentConsent consent) => consent.WithdrawnOn is null ? null : WithdrawnAlready;
}

public sealed record ParentConsentTaken(Actor By, DateTime At, ConsentScope Scope) : Change(By, At);

public sealed record ParentConsentWithdrawn(Actor By, DateTime At, ConsentScope Scope) : Change(By, At);
