using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ChildFriendly.Core.Shared;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChildFriendly.Core.ActionPlans.Tables;

/// <summary>The first visible sheet of an XLSX file, read row by row.</summary>
internal static class WorkbookFile
{
    /// <summary>Ten times what a full sheet of 2,000 measures needs. What unpacks to more is not unpacked.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;

    private const int MostParts = 500;

    /// <summary>From 1 January 1900 to 1904.</summary>
    private const int DaysTo1904 = 1462;

    private const uint OfHeader = 1;
    private const uint OfText = 2;

    internal static Refusal? RefuseToRead(byte[] bytes, out TableContent content)
    {
        content = new TableContent([], [], 0);
        try
        {
            using (var parts = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read))
            {
                // What is read of a part never exceeds the length that is said of it here.
                if (parts.Entries.Count > MostParts || parts.Entries.Aggregate(0L, (sum, p) => Math.Min(MostUnpacked + 1, sum + Math.Min(p.Length, MostUnpacked))) > MostUnpacked)
                {
                    return TableFile.TooLarge;
                }
            }

            using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            if (file.WorkbookPart is not { } book
                || (book.Workbook.Sheets?.Elements<Sheet>() ?? []).OrderBy(s => s.State is null || s.State.Value == SheetStateValues.Visible ? 0 : 1).FirstOrDefault()?.Id?.Value is not { } id
                || book.GetPartById(id) is not WorksheetPart sheet)
            {
                return TableFile.NotATable;
            }

            var daysBefore = book.Workbook.WorkbookProperties?.Date1904?.Value == true ? DaysTo1904 : 0;
            return RefuseToRead(sheet, SharedTexts(book.SharedStringTablePart), daysBefore, out content);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or XmlException or FormatException or ArgumentException or IOException or InvalidOperationException or NotSupportedException)
        {
            return TableFile.NotATable;
        }
    }

    internal static byte[] Write(string name, IReadOnlyList<string[]> rows, IReadOnlyList<int> widths)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = name, SheetId = 1, Id = "rows" }));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            using var sheet = OpenXmlWriter.Create(book.AddNewPart<WorksheetPart>("rows"));
            sheet.WriteStartElement(new Worksheet());
            sheet.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            sheet.WriteElement(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
            sheet.WriteStartElement(new SheetData());
            for (var i = 0; i < rows.Count; i++)
            {
                // A text is a text here: a spreadsheet runs only what is stored as a formula, and the mark keeps it so when the cell is edited.
                sheet.WriteElement(new Row(rows[i].Select((text, column) => new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    CellReference = TableFile.NameOf(column, i + 1),
                    DataType = CellValues.InlineString,
                    StyleIndex = i == 0 ? OfHeader : OfText,
                }))
                { RowIndex = (uint)i + 1 });
            }

            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }

        return file.ToArray();
    }

    private static Refusal? RefuseToRead(WorksheetPart sheet, List<string> texts, int daysBefore, out TableContent content)
    {
        var rows = new List<TableRow>();
        var merged = new List<string>();
        content = new TableContent(rows, merged, daysBefore);
        using var reader = OpenXmlReader.Create(sheet);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                line = (int?)row.RowIndex?.Value ?? line + 1;
                if (CellsOf(row, texts) is { Count: > 0 } cells)
                {
                    rows.Add(new TableRow(line, cells));
                }

                if (rows.Count > TableFile.MostRows + 1)
                {
                    return TableFile.TooManyRows;
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && merged.Count < TableFile.MostRows
                && ((MergeCell)reader.LoadCurrentElement()!).Reference?.Value is { } area)
            {
                merged.Add(area.Split(':')[0]);
            }
        }

        return null;
    }

    private static Dictionary<int, TableCell> CellsOf(Row row, List<string> texts)
    {
        var cells = new Dictionary<int, TableCell>();
        var column = -1;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference ? TableFile.ColumnOf(reference) : column + 1;
            if (ContentOf(cell, texts) is { } found && (found.Kind == CellKind.Formula || !string.IsNullOrWhiteSpace(found.Text)))
            {
                cells[column] = found;
            }
        }

        return cells;
    }

    private static TableCell? ContentOf(Cell cell, List<string> texts)
    {
        var text = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null || cell.DataType?.Value == CellValues.Error)
        {
            return new TableCell(text, CellKind.Formula);
        }

        return cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count ? new TableCell(texts[i]) : null,
            CellValues.InlineString => new TableCell(cell.InlineString is { } inline ? Joined(inline.Text, inline.Elements<Run>()) : ""),
            null or CellValues.Number => new TableCell(text, CellKind.Number),
            CellValues.Date => new TableCell(text.Split('T')[0]),
            _ => new TableCell(text),
        };
    }

    private static List<string> SharedTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                var item = (SharedStringItem)reader.LoadCurrentElement()!;
                texts.Add(Joined(item.Text, item.Elements<Run>()));
            }
        }

        return texts;
    }

    private static string Joined(Text? whole, IEnumerable<Run> runs) => whole?.Text ?? string.Concat(runs.Select(r => r.Text?.Text));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true, QuotePrefix = true }));
}
