using System.Text;
using ChildFriendly.Core.Shared;
using CsvHelper;

namespace ChildFriendly.Core.ActionPlans.Tables;

/// <summary>CSV as spreadsheets of here write it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1250.</summary>
public static class SeparatedValues
{
    /// <summary>Letters outside ASCII that a file of here has. Another encoding read as Windows-1250 shows others soon.</summary>
    private const string LettersOfHere = "ăâîșțşţĂÂÎȘȚŞŢáéíóöőúüűÁÉÍÓÖŐÚÜŰ„”“’‘«»–—…•°§©®€×\u00A0";

    private const string Dangerous = "=+-@";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Refusal? RefuseToRead(byte[] bytes, out TableContent content)
    {
        content = new TableContent([], [], 0);
        if (RefuseToDecode(bytes, out var text) is { } refusal)
        {
            return refusal;
        }

        var rows = new List<TableRow>();
        var line = 0;
        try
        {
            using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false, Separator = SeparatorOf(text) });
            while (csv.Read())
            {
                line++;
                var cells = new Dictionary<int, TableCell>();
                for (var column = 0; column < csv.FieldCount; column++)
                {
                    if (csv.GetString(column) is var value && !string.IsNullOrWhiteSpace(value))
                    {
                        cells[column] = new TableCell(Plain(value));
                    }
                }

                if (cells.Count > 0)
                {
                    rows.Add(new TableRow(line, cells));
                }

                if (rows.Count > TableFile.MostRows + 1)
                {
                    return TableFile.TooManyRows;
                }
            }
        }
        catch (CsvFormatException)
        {
            return TableFile.NotATable;
        }

        content = new TableContent(rows, [], 0);
        return null;
    }

    public static byte[] Write(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        // A semicolon and the mark in front are what a spreadsheet set to Romanian opens without asking.
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, true))
        {
            foreach (var row in rows)
            {
                csv.WriteRecord(Array.ConvertAll(row, Harmless));
            }
        }

        return file.ToArray();
    }

    /// <summary>With an apostrophe before it no spreadsheet runs it; one that was there already gets a second.</summary>
    private static string Harmless(string text) => text.Length > 0 && (Dangerous.Contains(text[0], StringComparison.Ordinal) || text[0] == '\'') ? "'" + text : text;

    private static string Plain(string text) => text is ['\'', var next, ..] && (Dangerous.Contains(next, StringComparison.Ordinal) || next == '\'') ? text[1..] : text;

    private static Refusal? RefuseToDecode(byte[] bytes, out string text)
    {
        text = "";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            text = (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
            return text.Contains('\0', StringComparison.Ordinal) ? TableFile.NotATable : null;
        }

        if (bytes.Contains((byte)0))
        {
            return TableFile.NotATable;
        }

        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
            return null;
        }
        catch (DecoderFallbackException)
        {
            text = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetString(bytes);
            return text.Any(c => c > '\u007F' && !LettersOfHere.Contains(c, StringComparison.Ordinal)) ? TableFile.UnknownLetters : null;
        }
    }

    /// <summary>The one that stands most often among the headers.</summary>
    private static char SeparatorOf(string text)
    {
        var headers = text.AsSpan().TrimStart();
        headers = headers.IndexOfAny('\r', '\n') is >= 0 and var end ? headers[..end] : headers;
        var (commas, semicolons, tabs) = (headers.Count(','), headers.Count(';'), headers.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons >= commas ? ';' : ',';
    }
}
