using System.IO.Compression;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Tables;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class MeasureTableTests
{
    private const string Headers = "Nr.;Măsura;Domeniul;Articolul;Ce se face;Ce se schimbă pentru copii;Cine răspunde;Cine mai ajută;Riscuri;Termenul;Buget, lei";

    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly DateTime Now = new(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Staff = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());
    private static readonly ActionPlan Plan = ActionPlan.Draft(Guid.CreateVersion7(), "Planul", "Pe scurt.", 2026, 2028);
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["goal.Respect"] = "Respect",
        ["goal.Voice"] = "Vocea noastră",
        ["goal.Services"] = "Școală, sănătate, sprijin",
        ["goal.Environment"] = "Curat și sigur",
        ["goal.Play"] = "Joacă și familie",
        ["desk.plan.sheet.column.Number"] = "Nr.",
        ["desk.plan.sheet.column.Title"] = "Măsura",
        ["desk.plan.sheet.column.Goal"] = "Domeniul",
        ["desk.plan.sheet.column.Article"] = "Articolul",
        ["desk.plan.sheet.column.Text"] = "Ce se face",
        ["desk.plan.sheet.column.WhatChanges"] = "Ce se schimbă pentru copii",
        ["desk.plan.sheet.column.Responsible"] = "Cine răspunde",
        ["desk.plan.sheet.column.Partners"] = "Cine mai ajută",
        ["desk.plan.sheet.column.Risks"] = "Riscuri",
        ["desk.plan.sheet.column.DueOn"] = "Termenul",
        ["desk.plan.sheet.column.Budget"] = "Buget, lei",
        ["desk.plan.sheet.column.Stage"] = "Cum stă",
        ["desk.plan.sheet.column.Reported"] = "Ultima noutate",
        ["desk.plan.sheet.name"] = "Măsuri",
    };

    private static readonly MeasureTable Table = new(key => Texts.GetValueOrDefault(key, key));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_goes_out_comes_back_without_a_difference(bool isWorkbook)
    {
        List<Measure> measures = [Of(1, "=1+1", "- întâi\n\"doi\"; trei", 12), Of(2, "'tis @home", "'=x", null), Of(3, "🎈 Țară <b>", "+40\tși _x000D_", 42)];

        var file = isWorkbook ? Table.ToWorkbook(measures) : Table.ToSeparatedValues(measures);
        var rows = Read(file, measures);

        Assert.Empty(rows.Errors);
        Assert.Empty(rows.Wanted);
        Assert.Equal(3, rows.Unchanged);
        if (!isWorkbook)
        {
            Assert.Contains(";'=1+1;", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public void Columns_are_found_by_their_headers_in_any_order_and_with_any_separator(string separator)
    {
        var file = string.Join('\n', "Culoarea;Termenul;MASURA;Nr.", "verde;31.12.2027;Băncile noi;1").Replace(";", separator, StringComparison.Ordinal);

        var rows = Read(Encoding.UTF8.GetBytes(file), [Of(1)]);

        Assert.Empty(rows.Errors);
        Assert.Equal(["Culoarea"], rows.Unread);
        var wanted = Assert.Single(rows.Wanted);
        Assert.Equal((1, "Băncile noi", new DateOnly(2027, 12, 31), "Punem bănci."), (wanted.Number, wanted.Sheet.Title, wanted.Sheet.DueOn, wanted.Sheet.Text));
    }

    [Fact]
    public void A_row_without_a_number_is_a_new_measure_with_its_money()
    {
        var rows = Read(Csv(";Parcul;Joacă și familie;31;Facem.;;Direcția Verde;;;2027-06-01;1.234,50"), []);

        Assert.Empty(rows.Errors);
        var wanted = Assert.Single(rows.Wanted);
        Assert.Null(wanted.Before);
        Assert.Equal((123_450L, GoalArea.Play, 31), (wanted.BudgetBani, wanted.Sheet.Goal, wanted.Sheet.Article));
    }

    [Theory]
    [InlineData(";;Joacă și familie;;Facem.;;Direcția;;;31.12.2026;", "B2", "required")]
    [InlineData(";Parc;Joacă;;Facem.;;Direcția;;;31.12.2026;", "C2", "unknown-goal")]
    [InlineData(";Parc;Joacă și familie;54;Facem.;;Direcția;;;31.12.2026;", "D2", "unknown-article")]
    [InlineData(";Parc;Joacă și familie;doi;Facem.;;Direcția;;;31.12.2026;", "D2", "unknown-article")]
    [InlineData(";Parc;Joacă și familie;;Facem.;;Direcția;;;12/31/2026;", "J2", "unclear-date")]
    [InlineData(";Parc;Joacă și familie;;Facem.;;Direcția;;;03/04/2026;", "J2", "unclear-date")]
    [InlineData(";Parc;Joacă și familie;;Facem.;;Direcția;;;mâine;", "J2", "not-a-date")]
    [InlineData(";Parc;Joacă și familie;;Facem.;;Direcția;;;;", "J2", "required")]
    [InlineData(";Parc;Joacă și familie;;Facem.;;Direcția;;;31.12.2026;1,234", "K2", "not-money")]
    [InlineData("77;Parc;Joacă și familie;;Facem.;;Direcția;;;31.12.2026;", "A2", "unknown-number")]
    [InlineData("1;Parc;Joacă și familie;;Facem.;;Direcția;;;31.12.2026;500000", "K2", "money-elsewhere")]
    public void What_is_wrong_is_named_by_its_cell(string row, string cell, string why)
    {
        var error = Assert.Single(Read(Csv(row), [Of(1)]).Errors);

        Assert.Equal((cell, $"desk.plan.sheet.{why}"), (error.Cell, error.Why.Key));
    }

    [Fact]
    public void The_same_number_twice_and_a_date_in_the_past_are_errors()
    {
        var rows = Read(Csv("1;Parc;Joacă și familie;;Facem.;;Direcția;;;31.12.2020;", "1;Parc;Joacă și familie;;Facem.;;Direcția;;;31.12.2026;"), [Of(1)]);

        Assert.Equal([("J2", MeasureRules.DueInThePast), ("A3", MeasureTable.NumberTwice)], rows.Errors.Select(e => (e.Cell, e.Why)));
    }

    [Theory]
    [InlineData("2026-12-31")]
    [InlineData("31.12.2026")]
    [InlineData("31/12/2026")]
    [InlineData("5/5/2026")]
    [InlineData("46387")]
    public void Dates_of_here_and_of_the_spreadsheet_are_read(string typed)
    {
        Assert.Null(MeasureTable.RefuseDate(typed, 0, out var date));
        Assert.Equal(typed.StartsWith('5') ? new DateOnly(2026, 5, 5) : new DateOnly(2026, 12, 31), date);
    }

    [Fact]
    public void A_file_in_the_old_encoding_is_read_and_one_in_an_unknown_encoding_refused()
    {
        var text = $"{Headers}\n1;Ștrandul și țărmul;Joacă și familie;;Punem bănci.;;Direcția;;;1.12.2026;".Replace('ș', 'ş').Replace('Ș', 'Ş').Replace('ț', 'ţ');

        var rows = Read(CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(text), [Of(1)]);
        Assert.Equal("Ștrandul și țărmul", Assert.Single(rows.Wanted).Sheet.Title);

        Assert.Equal(TableFile.UnknownLetters, TableFile.RefuseToRead(CodePagesEncodingProvider.Instance.GetEncoding(866)!.GetBytes("Nr.;Măsura\n1;Парк для детей"), out _));
        Assert.Null(TableFile.RefuseToRead([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Nr.\tMăsura\n1\tParc")], out _));
    }

    [Fact]
    public void Formulas_and_merged_cells_are_named()
    {
        var file = Table.ToWorkbook([Of(1)]);
        var spoilt = Rewritten(file, xml => xml
            .Replace("r=\"B2\" s=\"2\" t=\"inlineStr\">", "r=\"B2\"><x:f>HYPERLINK(\"x\")</x:f><x:v>0</x:v></x:c><x:c r=\"Z2\" t=\"inlineStr\">", StringComparison.Ordinal)
            .Replace("</x:sheetData>", "</x:sheetData><x:mergeCells><x:mergeCell ref=\"C2:C3\"/></x:mergeCells>", StringComparison.Ordinal));

        Assert.Equal([("C2", MeasureTable.IsMerged), ("B2", MeasureTable.IsFormula)], Read(spoilt, [Of(1)]).Errors.Select(e => (e.Cell, e.Why)));
    }

    [Fact]
    public void What_is_no_table_is_refused_in_plain_words()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("poza.jpg").Open();
            entry.Write("nimic"u8);
        }

        Assert.Equal(TableFile.Empty, TableFile.RefuseToRead([], out _));
        Assert.Equal(TableFile.Empty, TableFile.RefuseToRead("\n \n"u8.ToArray(), out _));
        Assert.Equal(TableFile.NotATable, TableFile.RefuseToRead(zip.ToArray(), out _));
        Assert.Equal(TableFile.NotATable, TableFile.RefuseToRead([0x50, 0x4B, 3, 4, 9, 9, 9], out _));
        Assert.Equal(TableFile.NotATable, TableFile.RefuseToRead([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A], out _));
        Assert.Equal(TableFile.OldWorkbook, TableFile.RefuseToRead([0xD0, 0xCF, 0x11, 0xE0, 0xA1], out _));
        Assert.Equal(TableFile.TooManyRows, TableFile.RefuseToRead(Encoding.UTF8.GetBytes(Headers + string.Concat(Enumerable.Repeat("\n;x", 50_000))), out _));
        Assert.Equal(TableFile.TooManyRows, TableFile.RefuseToRead(WorkbookFile.Write("x", [.. Enumerable.Repeat((string[])["x"], TableFile.MostRows + 2)], [9]), out _));
        Assert.Null(TableFile.RefuseToRead("a,b\n1,2"u8.ToArray(), out var other));
        Assert.Equal(MeasureTable.NoHeaders, Table.RefuseToTake(other, new Dictionary<int, Measure>(), Plan, Today, out _));
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_anybody_writes_is_not_unpacked()
    {
        var bomb = Rewritten(Table.ToWorkbook([Of(1)]), xml => xml.Replace("</x:sheetData>", new string(' ', 70_000_000) + "</x:sheetData>", StringComparison.Ordinal));

        Assert.True(bomb.Length < TableFile.MostBytes);
        Assert.Equal(TableFile.TooLarge, TableFile.RefuseToRead(bomb, out _));
    }

    private static Measure Of(int number, string title = "Bănci", string risks = "", int? article = null) => Measure.Include(
        Plan, number, new MeasureSheet(title, GoalArea.Play, article, "Punem bănci.", "", "Direcția", "", risks, new DateOnly(2026, 12, 1)), 90_000_50, null, Staff, Now);

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Headers, .. rows]));

    private static MeasureRows Read(byte[] file, IEnumerable<Measure> present)
    {
        Assert.Null(TableFile.RefuseToRead(file, out var content));
        Assert.Null(Table.RefuseToTake(content, present.ToDictionary(m => m.Number), Plan, Today, out var rows));
        return rows;
    }

    private static byte[] Rewritten(byte[] workbook, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
            {
                xml = reader.ReadToEnd();
            }

            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            var changed = change(xml);
            Assert.NotEqual(xml, changed);
            writer.Write(changed);
        }

        return file.ToArray();
    }
}
