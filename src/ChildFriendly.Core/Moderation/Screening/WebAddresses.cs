using System.Buffers;
using System.Net;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>Where somebody can be found on the net: mail, pages, names in networks and games, numbers of machines.</summary>
internal static class WebAddresses
{
    private static readonly SearchValues<char> OfMachine = SearchValues.Create("0123456789abcdefABCDEF.:");

    public static void Find(Reading reading)
    {
        var source = reading.Source.AsSpan();
        FindSpelled(reading);
        FindChunks(reading, source);
        FindMachines(reading, source);
        FindHandles(reading, source);
    }

    /// <summary>What stands between blanks as one piece.</summary>
    private static void FindChunks(Reading reading, ReadOnlySpan<char> source)
    {
        for (var start = 0; start < source.Length;)
        {
            var size = source[start..].IndexOfAny(" \n\r\t\u00A0");
            var end = size < 0 ? source.Length : start + size;
            if (end - start > 4 && source[start..end].IndexOfAny(".:@") >= 0)
            {
                Judge(reading, source, start, end);
            }

            start = end + 1;
        }
    }

    private static void Judge(Reading reading, ReadOnlySpan<char> source, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(source[start]) && source[start] is not (':' or '@'))
        {
            start++;
        }

        while (start < end && !char.IsLetterOrDigit(source[end - 1]) && source[end - 1] != '/')
        {
            end--;
        }

        var chunk = source[start..end];
        if (chunk.Length < 4)
        {
            return;
        }

        if (chunk.IndexOf("://") is var scheme and >= 0 && chunk[scheme..].ContainsAny('.', '['))
        {
            var begin = scheme;
            while (begin > 0 && char.IsAsciiLetter(chunk[begin - 1]))
            {
                begin--;
            }

            reading.FlagRange(FlagKind.Url, start + begin, end);
        }
        else if (IsMail(chunk, out var begin))
        {
            reading.FlagRange(FlagKind.Email, start + begin, end);
        }
        else if (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && chunk[4..].Contains('.'))
        {
            reading.FlagRange(FlagKind.Url, start, end);
        }
        else
        {
            FindBareDomain(reading, start, end);
        }
    }

    /// <summary>name@host.land; a colon or a bracket before the name belongs to the sentence.</summary>
    private static bool IsMail(ReadOnlySpan<char> chunk, out int begin)
    {
        var at = chunk.IndexOf('@');
        begin = Math.Max(0, at);
        while (begin > 0 && (char.IsLetterOrDigit(chunk[begin - 1]) || chunk[begin - 1] is '.' or '_' or '-' or '+' or '%' or '\''))
        {
            begin--;
        }

        if (at <= begin || chunk[at..].Contains('/'))
        {
            return false;
        }

        var host = chunk[(at + 1)..];
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && char.IsLetter(host[dot + 1]) && char.IsLetterOrDigit(host[0]);
    }

    /// <summary>host.land without anything before it, for the endings that the lists name.</summary>
    private static void FindBareDomain(Reading reading, int start, int end)
    {
        for (var word = 1; word < reading.Count; word++)
        {
            var ending = reading.Text[word];
            if (ending.Start > start && ending.End <= end && IsLand(reading, word) && reading.Text.Between(word - 1, word) is "."
                && reading.Text[word - 1].HasLetter && !reading.IsFlagged(word) && (ending.End == end || reading.Source[ending.End] is '/' or ':' or '?' or ','))
            {
                reading.FlagRange(FlagKind.Url, start, end);
                return;
            }
        }
    }

    /// <summary>A listed ending, or any short one with a path behind it (t.me/…): "me" alone is a word.</summary>
    private static bool IsLand(Reading reading, int word) =>
        reading.Is(word, Topic.Domain)
        || (reading.Text[word] is { HasDigit: false, FoldedLength: 2 or 3 } && reading.Text[word].End + 1 < reading.Source.Length && reading.Source[reading.Text[word].End] == '/'
            && char.IsLetterOrDigit(reading.Source[reading.Text[word].End + 1]));

    /// <summary>Addresses of the internet protocol: four numbers with dots, or up to eight in hexadecimal with colons (RFC 4291).</summary>
    private static void FindMachines(Reading reading, ReadOnlySpan<char> source)
    {
        for (var start = 0; start < source.Length;)
        {
            var size = source[start..].IndexOfAnyExcept(OfMachine);
            var end = size < 0 ? source.Length : start + size;
            var isWhole = (start == 0 || !char.IsLetterOrDigit(source[start - 1])) && (end == source.Length || !char.IsLetterOrDigit(source[end]));
            var found = source[start..end].TrimEnd('.');
            if (isWhole && found.Length > 2 && IsMachine(found))
            {
                reading.FlagRange(FlagKind.Ip, start, start + found.Length);
            }

            start = end + 1;
        }
    }

    private static bool IsMachine(ReadOnlySpan<char> found) =>
        (found.Contains("::", StringComparison.Ordinal) || found.Count(':') == 7 || (found.Count('.') == 3 && !found.Contains(':')))
        && found.ContainsAnyExcept(":.") && IPAddress.TryParse(found, out _);

    /// <summary>"ana arond gmail punct com", "ana [at] gmail.com", "ana @ gmail . com", "ana@gmail"; and "example punct ro" for a page.</summary>
    private static void FindSpelled(Reading reading)
    {
        for (var host = 1; host < reading.Count; host++)
        {
            if (reading.IsFlagged(host))
            {
                continue;
            }

            var last = LandAfter(reading, host);
            var first = NameBefore(reading, host);
            if (last < 0 && reading.Is(host, Topic.MailHost) && reading.Text.Between(host - 1, host) is "@")
            {
                reading.Flag(FlagKind.Email, host - 1, host);
            }
            else if (last >= 0 && first >= 0)
            {
                reading.Flag(FlagKind.Email, first, last);
            }
            else if (last >= 0 && reading.Is(host, Topic.MailHost))
            {
                reading.Flag(FlagKind.Email, host - 1, last);
            }
            else if (last == host + 2 && reading.Is(last, Topic.Domain))
            {
                reading.Flag(FlagKind.Url, host, last);
            }
        }
    }

    /// <summary>The word of the ending behind ".", " . " or a word for it, or −1.</summary>
    private static int LandAfter(Reading reading, int host)
    {
        var last = reading.Is(host + 1, Topic.Dot) ? host + 2 : host + 1;
        return last < reading.Count && reading.Text[last].FoldedLength is >= 2 and <= 4
            && (last == host + 2 || reading.Text.Between(host, last).Trim() is ".") ? last : -1;
    }

    /// <summary>Where the name before a sign or word for "@" begins, or −1.</summary>
    private static int NameBefore(Reading reading, int host)
    {
        var isBracketed = reading.Text.Between(host - 1, host).ContainsAny(")]}") && host > 1 && reading.Text.Between(host - 2, host - 1).ContainsAny("([{");
        var first = IsAt(reading.Text.Between(host - 1, host)) ? host - 1
            : host > 1 && (reading.Is(host - 1, Topic.At) || (isBracketed && reading.Text.Of(host - 1) is "a" or "at" or "et")) ? host - 2 : -1;
        first -= first > 0 && reading.Is(first, Topic.At) ? 1 : 0;
        while (first > 0 && (reading.Is(first - 1, Topic.Dot) || reading.Text.Between(first - 1, first).Trim() is "." or "_" or "-"))
        {
            first -= first > 1 && reading.Is(first - 1, Topic.Dot) ? 2 : 1;
        }

        return first;
    }

    /// <summary>A blank before the sign and none behind it is the name of somebody in a network.</summary>
    private static bool IsAt(ReadOnlySpan<char> between) => between.Trim() is "@" && (between[0] == '@' || between[^1] != '@');

    private static void FindHandles(Reading reading, ReadOnlySpan<char> source)
    {
        for (var i = 0; i + 2 < source.Length; i++)
        {
            if (source[i] == '@' && (i == 0 || !char.IsLetterOrDigit(source[i - 1])) && char.IsLetterOrDigit(source[i + 1]) && HandleEnd(source, i + 1) is var end && end - i > 2
                && !reading.IsFlagged(i, end))
            {
                reading.FlagRange(FlagKind.Handle, i, end);
            }
            else if (source[i] == '#' && i > 0 && char.IsLetterOrDigit(source[i - 1]) && HandleEnd(source, i + 1) is var tag && tag - i is 4 or 5 && IsDigits(source[(i + 1)..tag]))
            {
                reading.FlagRange(FlagKind.Handle, HandleStart(source, i), tag);
            }
        }

        foreach (var match in reading.Matches)
        {
            if (match.Topic is Topic.HandleFollows or Topic.NetworkName)
            {
                FindNamed(reading, source, match.Last);
            }
        }
    }

    /// <summary>After the name of a network: the next word that looks chosen, not spoken.</summary>
    private static void FindNamed(Reading reading, ReadOnlySpan<char> source, int after)
    {
        for (var word = after + 1; word < Math.Min(reading.Count, after + 6) && reading.Text[word].Sentence == reading.Text[after].Sentence; word++)
        {
            var start = reading.Text[word].Start;
            var end = HandleEnd(source, start);
            if (IsChosen(source[start..end]) && !reading.IsFlagged(start, end))
            {
                reading.FlagRange(FlagKind.Handle, start, end);
                return;
            }
        }
    }

    /// <summary>Letters together with digits, an underline, a dot inside or capitals in the middle.</summary>
    private static bool IsChosen(ReadOnlySpan<char> name)
    {
        var (letters, digits, signs, humps) = (0, 0, 0, 0);
        for (var i = 0; i < name.Length; i++)
        {
            letters += char.IsLetter(name[i]) ? 1 : 0;
            digits += char.IsDigit(name[i]) ? 1 : 0;
            signs += name[i] is '_' or '.' ? 1 : 0;
            humps += i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]) ? 1 : 0;
        }

        return letters >= 2 && name.Length >= 4 && (signs > 0 || humps > 0 || (digits > 0 && char.IsLetter(name[0])));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static int HandleEnd(ReadOnlySpan<char> source, int i)
    {
        while (i < source.Length && (char.IsLetterOrDigit(source[i]) || source[i] is '_' or '.'))
        {
            i++;
        }

        while (i > 0 && source[i - 1] == '.')
        {
            i--;
        }

        return i;
    }

    private static int HandleStart(ReadOnlySpan<char> source, int i)
    {
        while (i > 0 && (char.IsLetterOrDigit(source[i - 1]) || source[i - 1] is '_' or '.'))
        {
            i--;
        }

        return i;
    }
}
