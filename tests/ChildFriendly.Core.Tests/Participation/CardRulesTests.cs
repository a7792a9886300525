using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Participation;

public sealed class CardRulesTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Admin = Actor.Of(Role.LocalityAdmin, Guid.CreateVersion7());

    private readonly string folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

    [Theory]
    [InlineData("3, 17, 20-22", "3 17 20 21 22")]
    [InlineData("5 5;6", "5 6")]
    [InlineData("9 - 11", "9 10 11")]
    [InlineData("20–21", "20 21")]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("0", null)]
    [InlineData("9-3", null)]
    [InlineData("1-2-3", null)]
    [InlineData("1-999999999", null)]
    [InlineData("99999999999", null)]
    public void Numbers_of_cards_are_read_as_people_write_them(string text, string? numbers) =>
        Assert.Equal(numbers, CardRules.ReadNumbers(text) is { } read ? string.Join(' ', read.Order()) : null);

    [Theory]
    [InlineData("clasa a V-a B", true)]
    [InlineData("Clasa pregătitoare", true)]
    [InlineData("cls. 6", true)]
    [InlineData("6B", true)]
    [InlineData("6 b", true)]
    [InlineData("V A", true)]
    [InlineData("a 5-a", true)]
    [InlineData("a VIII-a C", true)]
    [InlineData("Școala nr. 5, 6B", true)]
    [InlineData("Școala nr. 5 (V A)", true)]
    [InlineData("Școala Gimnazială nr. 5", false)]
    [InlineData("Școala cu clasele I-VIII Colonești", false)]
    [InlineData("Școala nr. 5 A", false)]
    [InlineData("Grădinița 24", false)]
    [InlineData("VIA", false)]
    [InlineData("Clasa Mare, asociație", false)]
    [InlineData("Școala 5, cl. V B", true)]
    [InlineData("Școala 5 - VIII A", true)]
    [InlineData("Școala 5 VB", true)]
    [InlineData("Grupa mare Albinuțe", true)]
    [InlineData("Clasa lui Dom Profesor Ion", true)]
    [InlineData("Școala 5 6B", true)]
    [InlineData("Sc. 12 6 B", true)]
    [InlineData("Asociația Via", false)]
    [InlineData("Clubul Copiilor Bacău", false)]
    public void Cards_are_issued_to_an_organisation_and_not_to_a_class(string issuedTo, bool isClass) =>
        Assert.Equal(isClass ? CardRules.IssuedToAClass : null, CardRules.RefuseIssuedTo(issuedTo));

    [Theory]
    [InlineData("Maria Popescu 0740123456")]
    [InlineData("scoala5@example.ro")]
    [InlineData("http://example.ro")]
    public void Cards_are_issued_to_an_organisation_and_not_to_a_telephone_or_address(string issuedTo) =>
        Assert.Equal(CardRules.IssuedToAPerson, CardRules.RefuseIssuedTo(issuedTo));

    [Theory]
    [InlineData("Școala Gimnazială nr. 5, secretariat", false)]
    [InlineData("Centrul comunitar, str. Mărășești 12-14, camera 203", false)]
    [InlineData("0744123456", true)]
    [InlineData("Ana Popescu 0744 123 456", true)]
    [InlineData("Tel. (0744) 12-34-56", true)]
    [InlineData("1234567890123", true)]
    [InlineData("ana@scoala.example", true)]
    [InlineData("Mama lui Andrei", true)]
    [InlineData("Clasa a V-a B", true)]
    [InlineData("Școala 5, 6B", true)]
    public void A_consent_is_kept_by_an_organisation_and_not_at_somebodys_number(string keeper, bool isPerson) =>
        Assert.Equal(isPerson ? ParentConsentRules.KeeperIsAPerson : null, ParentConsentRules.RefuseKeeper(keeper));

    [Theory]
    [InlineData("2026-03-04", "2026-03-05", null)]
    [InlineData("2020-01-01", "2020-12-31", null)]
    [InlineData("2019-12-31", "2020-12-30", nameof(ParentConsentRules.TooLongAgo))]
    [InlineData("2026-03-05", "2026-04-01", nameof(ParentConsentRules.InTheFuture))]
    [InlineData("2026-03-04", "2026-03-04", nameof(ParentConsentRules.EndsBeforeItBegins))]
    [InlineData("2026-03-04", "2026-03-03", nameof(ParentConsentRules.EndsBeforeItBegins))]
    [InlineData("2026-03-04", "2027-03-04", null)]
    [InlineData("2026-03-04", "2027-03-05", nameof(ParentConsentRules.TooLong))]
    public void A_consent_is_given_by_today_and_ends_within_a_year(string givenOn, string expiresOn, string? refusal) => Assert.Equal(
        refusal is null ? null : (Refusal)typeof(ParentConsentRules).GetField(refusal)!.GetValue(null)!,
        ParentConsentRules.RefuseToTake(DateOnly.Parse(givenOn, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(expiresOn, System.Globalization.CultureInfo.InvariantCulture), RomanianTime.DateOf(Now)));

    [Theory]
    [InlineData("2027-01-10", "2026-01-01", "2027-02-10")]
    [InlineData("2027-12-20", "2026-01-01", "2028-01-01")]
    [InlineData("2028-01-01", "2026-01-01", null)]
    [InlineData("2027-01-10", null, null)]
    public void A_card_is_prolonged_by_a_month_and_never_beyond_two_years(string validUntil, string? madeOn, string? until) => Assert.Equal(
        until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        CardRules.ProlongedUntil(DateOnly.Parse(validUntil, System.Globalization.CultureInfo.InvariantCulture), madeOn is null ? null : DateOnly.Parse(madeOn, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-03-04", "2026-09-14", false)]
    [InlineData("2026-03-04", "2026-09-15", true)]
    [InlineData("2026-09-15", "2027-09-14", false)]
    [InlineData("2026-09-14", "2027-03-01", true)]
    public void Once_a_school_year_a_child_is_asked_how_old_they_are(string confirmed, string today, bool isAsked)
    {
        var child = Children.Of(Guid.CreateVersion7(), RomanianTime.FromLocal(DateTime.Parse(confirmed, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(isAsked, ParticipationRules.MustConfirmBand(child, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Numbers_of_cards_are_written_as_people_read_them() => Assert.Equal("1, 3–5, 9", CardRules.WriteNumbers([9, 3, 4, 5, 1, 3]));

    [Theory]
    [InlineData(0, false, false, false, null)]
    [InlineData(-1, false, false, false, nameof(ParticipationRules.ExpiredCard))]
    [InlineData(0, true, false, false, nameof(ParticipationRules.VoidedCard))]
    [InlineData(-1, true, false, false, nameof(ParticipationRules.VoidedCard))]
    [InlineData(0, false, true, false, nameof(ParticipationRules.DemonstrationOnly))]
    [InlineData(0, false, true, true, null)]
    public void A_card_opens_the_door_only_while_it_is_valid(int daysLeft, bool isVoid, bool isDemo, bool portalIsDemo, string? refusal)
    {
        var batch = CardBatch.Order(
            Guid.CreateVersion7(), 1, "Școala", AgeBand.From6To10, "ro", new DateOnly(2026, 3, 4).AddDays(daysLeft), Pepper("a"), Admin, Now);
        var card = Card.In(batch, 1, AgeBand.From6To10, "hash", isDemo);
        if (isVoid)
        {
            card.Void(Admin, Now);
        }

        var answer = ParticipationRules.RefuseToSignIn(card, new DateOnly(2026, 3, 4), portalIsDemo);

        Assert.Equal(refusal is null ? null : (Refusal?)typeof(ParticipationRules).GetField(refusal)!.GetValue(null), answer);
    }

    [Fact]
    public void An_unknown_card_is_refused() =>
        Assert.Equal(ParticipationRules.UnknownCard, ParticipationRules.RefuseToSignIn(null, new DateOnly(2026, 3, 4), isDemonstration: true));

    [Fact]
    public void Another_pepper_gives_other_hashes_and_has_another_name()
    {
        var code = CardCode.New();

        Assert.Equal(Pepper("a").HashOf(code), Pepper("a").HashOf(code));
        Assert.NotEqual(Pepper("a").HashOf(code), Pepper("b").HashOf(code));
        Assert.NotEqual(Pepper("a").Fingerprint, Pepper("b").Fingerprint);
        Assert.DoesNotContain(code.Symbols, Pepper("a").HashOf(code), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_pepper_that_was_cut_is_not_used()
    {
        File.WriteAllBytes(Path.Combine(folder, "cut"), new byte[31]);

        Assert.Throws<InvalidDataException>(() => Pepper("cut"));
    }

    [Fact]
    public void A_secret_is_for_the_program_only()
    {
        Pepper("mode");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "mode")));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private CardPepper Pepper(string name) => CardPepper.LoadOrCreate(Path.Combine(folder, name));
}
