namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>A text in capitals. A name of letters (CSM, WIFI) or one stressed word is no shouting.</summary>
internal static class Shouting
{
    private const int LeastLetters = 15;
    private const int LeastWords = 3;

    public static void Find(Reading reading)
    {
        var (letters, capitals, words, first, last) = (0, 0, 0, -1, -1);
        for (var word = 0; word < reading.Count; word++)
        {
            var upper = 0;
            var all = 0;
            foreach (var c in reading.Source.AsSpan(reading.Text[word].Start..reading.Text[word].End))
            {
                upper += char.IsUpper(c) ? 1 : 0;
                all += char.IsLetter(c) ? 1 : 0;
            }

            letters += all;
            capitals += upper;
            if (all > 2 && upper == all)
            {
                words++;
                first = first < 0 ? word : first;
                last = word;
            }
        }

        if (words >= LeastWords && capitals >= LeastLetters && capitals * 10 >= letters * 6)
        {
            reading.Flag(FlagKind.Caps, first, last);
        }
    }
}
