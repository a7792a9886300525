using System.Globalization;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans.Tables;

public enum CellKind
{
    Text,

    /// <summary>Written without separators between thousands and with a point before the decimals, whatever the spreadsheet shows.</summary>
    Number,

    /// <summary>What it came to when it was last counted is not trusted.</summary>
    Formula,
}

public readonly record struct TableCell(string Text, CellKind Kind = CellKind.Text);

/// <param name="Line">As the spreadsheet numbers it.</param>
/// <param name="Cells">By column, from 0; empty ones are not there.</param>
public sealed record TableRow(int Line, IReadOnlyDictionary<int, TableCell> Cells);

/// <param name="Rows">Those with something in them.</param>
/// <param name="Merged">The first cells of what was merged, as <c>B3</c>.</param>
/// <param name="DaysBefore">What is added to the spreadsheet's day numbers: some count from 1904.</param>
public sealed record TableContent(IReadOnlyList<TableRow> Rows, IReadOnlyList<string> Merged, int DaysBefore);

/// <summary>A table that somebody has made with their own program: a workbook (XLSX) or separated values (CSV). What it is is read from its bytes, never from its name.</summary>
public static class TableFile
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Without the headers.</summary>
    public const int MostRows = 2000;

    public static readonly Refusal Missing = new("desk.plan.sheet.missing");
    public static readonly Refusal TooLarge = new("desk.plan.sheet.too-large");
    public static readonly Refusal TooManyRows = new("desk.plan.sheet.too-many-rows");
    public static readonly Refusal NotATable = new("desk.plan.sheet.not-a-table");
    public static readonly Refusal OldWorkbook = new("desk.plan.sheet.old-workbook");
    public static readonly Refusal UnknownLetters = new("desk.plan.sheet.unknown-letters");
    public static readonly Refusal Empty = new("desk.plan.sheet.empty");

    public static Refusal? RefuseToRead(byte[] bytes, out TableContent content)
    {
        content = new TableContent([], [], 0);
        var refusal = bytes switch
        {
            { Length: 0 } => Empty,
            { Length: > MostBytes } => TooLarge,
            [0x50, 0x4B, ..] => WorkbookFile.RefuseToRead(bytes, out content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OldWorkbook,
            _ => SeparatedValues.RefuseToRead(bytes, out content),
        };
        return refusal ?? (content.Rows.Count == 0 ? Empty : null);
    }

    /// <summary>A, B, … Z, AA.</summary>
    public static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : NameOf((column / 26) - 1) + (char)('A' + (column % 26));

    public static string NameOf(int column, int line) => NameOf(column) + line.ToString(CultureInfo.InvariantCulture);

    internal static int ColumnOf(string cell)
    {
        var column = 0;
        foreach (var letter in cell.TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return column - 1;
    }
}
