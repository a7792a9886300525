using System.Runtime.InteropServices;
using System.Text;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>One word or number of a text; <c>Start</c> and <c>End</c> are places in the text as it was given.</summary>
/// <param name="Sentence">Words with the same number stand in one sentence.</param>
internal readonly record struct Word(int FoldedStart, int FoldedLength, int Start, int End, int Sentence, bool IsCapital, bool HasLetter, bool HasDigit)
{
    public bool IsNumber => HasDigit && !HasLetter;
}

/// <summary>
/// A text as screening reads it: lower case, without marks, look-alike letters of another alphabet put right, cut into words, each with
/// its place in the original. Reused from text to text, so that reading allocates nothing.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<Word> words = [];
    private char[] folded = new char[1024];
    private int length;

    public string Source { get; private set; } = "";

    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(words);

    public int Count => words.Count;

    public Word this[int word] => words[word];

    public ReadOnlySpan<char> Of(int word) => folded.AsSpan(words[word].FoldedStart, words[word].FoldedLength);

    /// <summary>What stands between two words, as written; before the first and after the last too.</summary>
    public ReadOnlySpan<char> Between(int word, int next) =>
        Source.AsSpan((word < 0 ? 0 : words[word].End)..(next >= Count ? Source.Length : words[next].Start));

    public void Forget()
    {
        Source = "";
        words.Clear();
        folded.AsSpan(0, length).Clear();
    }

    public void Read(string text)
    {
        Source = text;
        words.Clear();
        length = 0;
        if (folded.Length < text.Length)
        {
            folded = new char[text.Length * 2];
        }

        var sentence = 0;
        for (var i = 0; i < text.Length;)
        {
            var (letter, size) = At(i);
            if (char.IsLetterOrDigit(letter))
            {
                i = ReadWord(i, sentence);
            }
            else
            {
                sentence += EndsSentence(i) ? 1 : 0;
                i += size;
            }
        }
    }

    private int ReadWord(int start, int sentence)
    {
        var (begin, end, i) = (length, start, start);
        var (latin, cyrillic, digits) = (0, 0, 0);
        while (i < Source.Length)
        {
            var (letter, size) = At(i);
            if (char.IsLetterOrDigit(letter))
            {
                folded[length++] = letter;
                latin += Letters.IsLatin(letter) ? 1 : 0;
                cyrillic += Letters.IsCyrillic(letter) ? 1 : 0;
                digits += char.IsAsciiDigit(letter) ? 1 : 0;
                i += size;
                end = i;
            }
            else if (letter == '\0' || IsApostropheInside(i))
            {
                i += size;
            }
            else
            {
                break;
            }
        }

        PutAlphabetRight(folded.AsSpan(begin..length), latin, cyrillic);
        words.Add(new Word(begin, length - begin, start, end, sentence, char.IsUpper(Source[start]), length - begin > digits, digits > 0));
        return i;
    }

    private (char Letter, int Size) At(int i) =>
        char.IsHighSurrogate(Source[i]) && Rune.TryGetRuneAt(Source, i, out var rune) ? (Letters.Read(rune), 2) : (Letters.Read(Source[i]), 1);

    /// <summary>A word is of the alphabet most of it is written in; a single word of two alphabets is nobody's.</summary>
    private static void PutAlphabetRight(Span<char> word, int latin, int cyrillic)
    {
        if (latin == word.Length || cyrillic == word.Length)
        {
            return;
        }

        foreach (ref var c in word)
        {
            c = cyrillic > latin ? Letters.AsCyrillic(c) : Letters.AsLatin(c);
        }
    }

    /// <summary>don’t, п’ять: one word, and children leave the sign out.</summary>
    private bool IsApostropheInside(int i) =>
        Source[i] is '\'' or '’' or 'ʼ' or '`' && i + 1 < Source.Length && char.IsLetter(Source[i + 1]) && i > 0 && char.IsLetter(Source[i - 1]);

    /// <summary>A full stop in a number or an abbreviation before a number ends nothing.</summary>
    private bool EndsSentence(int i) => Source[i] switch
    {
        '!' or '?' or '\n' or ';' or '…' => true,
        '.' => i + 1 >= Source.Length || (char.IsWhiteSpace(Source[i + 1]) && (i + 2 >= Source.Length || !char.IsDigit(Source[i + 2]))
            && !(i > 1 && IsShort(i))),
        _ => false,
    };

    /// <summary>One or two letters before the stop: an abbreviation, as "nr." or "u.".</summary>
    private bool IsShort(int stop) => words.Count > 0 && words[^1].End == stop && words[^1].FoldedLength <= 2 && words[^1].HasLetter;
}
