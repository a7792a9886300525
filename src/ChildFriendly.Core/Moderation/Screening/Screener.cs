namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Reads what somebody wrote and points at what a moderator should look at: personal data, insults, a sign of harm. It decides nothing,
/// asks no other machine and keeps nothing. Its word lists are files (content/screening), which further folders extend.
/// </summary>
public sealed class Screener
{
    /// <summary>Beyond this nothing of ours is written; it keeps the work bounded.</summary>
    private const int MostLetters = 100_000;

    [ThreadStatic]
    private static Reading? spare;

    private readonly PhraseBook[] books;
    private readonly NameFinder names;
    private readonly PaperFinder papers;
    private readonly InsultFinder insults;

    private Screener(IReadOnlyCollection<string> folders)
    {
        books = [.. folders.SelectMany(Directory.GetDirectories).Where(f => Path.GetFileName(f) != "names").GroupBy(f => Path.GetFileName(f), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => PhraseBook.Read(g.Key, g.SelectMany(f => Directory.GetFiles(f, "*.txt").Order(StringComparer.Ordinal))))];
        names = new NameFinder(new NameLists(folders, books.SelectMany(b => b.WordsOf(Topic.FamilyEnding))));
        papers = new PaperFinder(books.SelectMany(b => b.WordsOf(Topic.CountyCode)).Select(c => c.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal));
        insults = new InsultFinder(books);
    }

    /// <summary>The portal's lists, then a locality's own in folders of the same form.</summary>
    /// <exception cref="InvalidDataException">A list cannot be read; says which line.</exception>
    public static Screener Load(params IReadOnlyCollection<string> folders) => new(folders);

    /// <param name="lang">The language that the text is said to be in.</param>
    public ScreeningResult Screen(string lang, string text)
    {
        var reading = Read(lang, text);
        if (reading.Count == 0)
        {
            return new ScreeningResult([], null);
        }

        // What proves itself comes first: words within it are not looked at again.
        IdentityNumbers.Find(reading);
        WebAddresses.Find(reading);
        papers.Find(reading);
        AddressFinder.Find(reading);
        SchoolFinder.Find(reading);
        PhoneNumbers.Find(reading);
        names.Find(reading);
        ContactFinder.Find(reading);
        insults.Find(reading);
        Shouting.Find(reading);
        Copies.Find(reading);
        LanguageGuess.Find(reading);
        var concern = ConcernFinder.Find(reading);
        reading.Forget();
        reading.Flags.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Kind.CompareTo(other.Kind));
        return new ScreeningResult([.. reading.Flags], concern);
    }

    /// <summary>The same, with a flag over the whole text where it says what an earlier one said.</summary>
    public ScreeningResult Screen(string lang, string text, IEnumerable<TextFingerprint> earlier)
    {
        var result = Screen(lang, text);
        var own = FingerprintOf(text);
        return earlier.Any(own.IsLike) ? result with { Flags = [new Flag(FlagKind.Copy, 0, text.Length), .. result.Flags.Where(f => f.Kind != FlagKind.Copy)] } : result;
    }

    /// <summary>To be kept for a while, so that later texts can be compared with this one.</summary>
    public TextFingerprint FingerprintOf(string text)
    {
        var reading = Read("", text);
        var fingerprint = new TextFingerprint(reading.Text);
        reading.Forget();
        return fingerprint;
    }

    private Reading Read(string lang, string text)
    {
        var reading = spare ??= new Reading();
        reading.Read(lang, text.Length <= MostLetters ? text : text[..MostLetters], books);
        return reading;
    }
}
