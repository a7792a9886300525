using System.Globalization;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans.Tables;

/// <param name="Cell">As the spreadsheet names it: <c>E7</c>.</param>
public sealed record CellError(string Cell, Refusal Why);

/// <summary>What one row of the file wants.</summary>
/// <param name="Number">Null for a new measure.</param>
/// <param name="Before">The measure as it was when the file was compared with it; null for a new one.</param>
/// <param name="BudgetBani">For a new measure.</param>
/// <param name="Id">Becomes the id of a new measure, so that what is confirmed twice is made once.</param>
public sealed record WantedMeasure(int Line, int? Number, MeasureSheet? Before, MeasureSheet Sheet, long? BudgetBani, Guid Id);

/// <param name="Wanted">Rows that change something.</param>
/// <param name="Unread">Headers that say nothing to us.</param>
public sealed record MeasureRows(IReadOnlyList<WantedMeasure> Wanted, IReadOnlyList<CellError> Errors, IReadOnlyList<string> Unread, int Unchanged);

/// <summary>The measures of a plan as a table with a row for each, written and read alike. Columns are found by their headers.</summary>
/// <param name="texts">Texts by key, in Romanian: files are in one language whoever makes them.</param>
public sealed partial class MeasureTable(Func<string, string> texts)
{
    public static readonly Refusal NoHeaders = new("desk.plan.sheet.no-headers");
    public static readonly Refusal HeaderTwice = new("desk.plan.sheet.header-twice");
    public static readonly Refusal Required = new("desk.plan.sheet.required");
    public static readonly Refusal TooLong = new("desk.plan.sheet.too-long");
    public static readonly Refusal IsFormula = new("desk.plan.sheet.formula");
    public static readonly Refusal IsMerged = new("desk.plan.sheet.merged");
    public static readonly Refusal UnknownNumber = new("desk.plan.sheet.unknown-number");
    public static readonly Refusal NumberTwice = new("desk.plan.sheet.number-twice");
    public static readonly Refusal UnknownGoal = new("desk.plan.sheet.unknown-goal");
    public static readonly Refusal UnknownArticle = new("desk.plan.sheet.unknown-article");
    public static readonly Refusal NotADate = new("desk.plan.sheet.not-a-date");
    public static readonly Refusal UnclearDate = new("desk.plan.sheet.unclear-date");
    public static readonly Refusal NotMoney = new("desk.plan.sheet.not-money");
    public static readonly Refusal MoneyElsewhere = new("desk.plan.sheet.money-elsewhere");
    public static readonly Refusal UnknownLetters = new("errors.unreadable");

    private const string Number = "Number";
    private const string Budget = "Budget";

    private static readonly string[] Columns =
    [
        Number, nameof(MeasureSheet.Title), nameof(MeasureSheet.Goal), nameof(MeasureSheet.Article), nameof(MeasureSheet.Text), nameof(MeasureSheet.WhatChanges),
        nameof(MeasureSheet.Responsible), nameof(MeasureSheet.Partners), nameof(MeasureSheet.Risks), nameof(MeasureSheet.DueOn), Budget, "Stage", "Reported",
    ];

    private static readonly int[] Widths = [6, 34, 22, 9, 50, 40, 26, 26, 34, 13, 16, 16, 16];

    private static readonly string[] DayFirst = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "yyyy-M-d"];

    public byte[] ToWorkbook(IEnumerable<Measure> measures) => WorkbookFile.Write(texts("desk.plan.sheet.name"), RowsOf(measures), Widths);

    public byte[] ToSeparatedValues(IEnumerable<Measure> measures) => SeparatedValues.Write(RowsOf(measures));

    /// <summary>What a field says, as the file writes it.</summary>
    public string ValueOf(string field, MeasureSheet sheet) => field switch
    {
        nameof(MeasureSheet.Title) => sheet.Title,
        nameof(MeasureSheet.Goal) => texts($"goal.{sheet.Goal}"),
        nameof(MeasureSheet.Article) => sheet.Article?.ToString(CultureInfo.InvariantCulture) ?? "",
        nameof(MeasureSheet.Text) => sheet.Text,
        nameof(MeasureSheet.WhatChanges) => sheet.WhatChanges,
        nameof(MeasureSheet.Responsible) => sheet.Responsible,
        nameof(MeasureSheet.Partners) => sheet.Partners,
        nameof(MeasureSheet.Risks) => sheet.Risks,
        nameof(MeasureSheet.DueOn) => DateText(sheet.DueOn),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>Compares the file with the plan as it is now. Nothing is changed.</summary>
    /// <param name="present">The measures of the plan, by number.</param>
    public Refusal? RefuseToTake(TableContent content, IReadOnlyDictionary<int, Measure> present, ActionPlan plan, DateOnly today, out MeasureRows rows)
    {
        rows = new MeasureRows([], [], [], 0);
        if (RefuseHeaders(content.Rows[0], out var found, out var unread) is { } refusal)
        {
            return refusal;
        }

        var (wanted, unchanged) = (new List<WantedMeasure>(), 0);
        var errors = content.Merged.Select(cell => new CellError(cell, IsMerged)).ToList();
        var seen = new HashSet<int>();
        foreach (var line in content.Rows.Skip(1))
        {
            var row = new Row(line, found, errors);
            if (row.IsBlank)
            {
                continue;
            }

            Measure? measure = null;
            if (row.Has(Number))
            {
                var number = row.Whole(Number);
                if (number is null || !present.TryGetValue(number.Value, out measure))
                {
                    row.Refuse(Number, UnknownNumber);
                    continue;
                }

                if (!seen.Add(measure.Number))
                {
                    row.Refuse(Number, NumberTwice);
                    continue;
                }
            }

            var before = measure?.Sheet;
            var sheet = SheetOf(row, before, content.DaysBefore);
            var bani = BudgetOf(row, measure);
            foreach (var (field, why) in SheetRules.ProblemsOf(sheet, before, plan, today).Where(p => !row.IsRefused(p.Field)))
            {
                row.Refuse(field, why);
            }

            if (sheet == before)
            {
                unchanged++;
            }
            else
            {
                wanted.Add(new WantedMeasure(line.Line, measure?.Number, before, sheet, bani, Guid.CreateVersion7()));
            }
        }

        rows = new MeasureRows(wanted, errors, unread, unchanged);
        return null;
    }

    private MeasureSheet SheetOf(Row row, MeasureSheet? before, int daysBefore)
    {
        string Words(string field, Func<MeasureSheet, string> get, bool isLine)
        {
            var old = before is null ? "" : get(before);
            var words = row.Words(field, isLine);
            return words is null || words == (isLine ? PlainText.OneLine(PlainText.Clean(old)) : PlainText.Clean(old)) ? old : words;
        }

        return new MeasureSheet(
            Words(nameof(MeasureSheet.Title), s => s.Title, isLine: true),
            GoalOf(row) ?? before?.Goal ?? default,
            row.IsThere(nameof(MeasureSheet.Article)) ? ArticleOf(row) : before?.Article,
            Words(nameof(MeasureSheet.Text), s => s.Text, isLine: false),
            Words(nameof(MeasureSheet.WhatChanges), s => s.WhatChanges, isLine: false),
            Words(nameof(MeasureSheet.Responsible), s => s.Responsible, isLine: true),
            Words(nameof(MeasureSheet.Partners), s => s.Partners, isLine: true),
            Words(nameof(MeasureSheet.Risks), s => s.Risks, isLine: false),
            DueOnOf(row, daysBefore) ?? before?.DueOn ?? default);
    }

    private GoalArea? GoalOf(Row row)
    {
        const string field = nameof(MeasureSheet.Goal);
        var words = row.Words(field, isLine: true);
        if (string.IsNullOrEmpty(words))
        {
            row.Refuse(field, Required, unless: words is null && row.HasMeasure);
            return null;
        }

        var folded = PlainText.Fold(words);
        foreach (var goal in Enum.GetValues<GoalArea>())
        {
            if (folded == PlainText.Fold(texts($"goal.{goal}")))
            {
                return goal;
            }
        }

        row.Refuse(field, UnknownGoal);
        return null;
    }

    private static int? ArticleOf(Row row)
    {
        const string field = nameof(MeasureSheet.Article);
        if (row.Has(field) && row.Whole(field) is null)
        {
            row.Refuse(field, UnknownArticle);
        }

        return row.Whole(field);
    }

    private static DateOnly? DueOnOf(Row row, int daysBefore)
    {
        const string field = nameof(MeasureSheet.DueOn);
        if (!row.Has(field))
        {
            row.Refuse(field, Required, unless: !row.IsThere(field) && row.HasMeasure);
            return null;
        }

        if (RefuseDate(row.Words(field, isLine: true)!, daysBefore, out var date) is { } refusal)
        {
            row.Refuse(field, refusal);
            return null;
        }

        return date;
    }

    /// <summary>
    /// Year first, or day first with points or slashes. With slashes 3/4/2026 is April here and March elsewhere, and 12/31/2026 can only be from elsewhere: unclear.
    /// A bare number is the spreadsheet's own count of days since the end of 1899.
    /// </summary>
    internal static Refusal? RefuseDate(string typed, int daysBefore, out DateOnly date)
    {
        date = default;
        if (DayNumber().IsMatch(typed))
        {
            date = DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(typed, CultureInfo.InvariantCulture) + daysBefore));
            return date.Year is >= 2000 and <= 2100 ? null : NotADate;
        }

        var parts = typed.Split('/');
        if (parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && (second > 12 || (first <= 12 && first != second)))
        {
            return UnclearDate;
        }

        return DateOnly.TryParseExact(typed, DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? null : NotADate;
    }

    /// <summary>The money of a measure that is there lies by year and source on a page of its own.</summary>
    private static long? BudgetOf(Row row, Measure? measure)
    {
        if (!row.Has(Budget))
        {
            return null;
        }

        var bani = row.Bani(Budget);
        if (measure is not null)
        {
            row.Refuse(Budget, MoneyElsewhere, unless: bani == measure.BudgetBani);
            return null;
        }

        row.Refuse(Budget, bani is null ? NotMoney : MoneyRules.WrongUnit, unless: bani is { } money && !MoneyRules.LooksWrong(money));
        return bani;
    }

    private Refusal? RefuseHeaders(TableRow headers, out Dictionary<string, int> found, out List<string> unread)
    {
        (found, unread) = ([], []);
        var known = Columns.ToDictionary(c => PlainText.Fold(HeaderOf(c)), StringComparer.Ordinal);
        foreach (var (column, cell) in headers.Cells.OrderBy(c => c.Key))
        {
            if (!known.TryGetValue(PlainText.Fold(cell.Text), out var name))
            {
                unread.Add(PlainText.OneLine(PlainText.Clean(cell.Text)));
            }
            else if (!found.TryAdd(name, column))
            {
                return HeaderTwice;
            }
        }

        // Without numbers every row would be a new measure.
        return found.ContainsKey(Number) && found.ContainsKey(nameof(MeasureSheet.Title)) ? null : NoHeaders;
    }

    private List<string[]> RowsOf(IEnumerable<Measure> measures) =>
    [
        Array.ConvertAll(Columns, HeaderOf),
        .. measures.Select(m => (string[])
        [
            m.Number.ToString(CultureInfo.InvariantCulture), .. Columns[1..10].Select(field => PlainText.Clean(ValueOf(field, m.Sheet))),
            m.BudgetBani is { } bani ? (bani / 100m).ToString("0.##", CultureInfo.GetCultureInfo("ro-RO")) : "", texts($"stage.{nameof(MeasureStage)}.{m.Stage}"), DateText(RomanianTime.DateOf(m.ReportedAt)),
        ]),
    ];

    private string HeaderOf(string column) => texts($"desk.plan.sheet.column.{column}");

    private static string DateText(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4,6}(\.[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayNumber();

    /// <summary>A row with its columns by name; what is wrong in it is noted at its cell.</summary>
    private sealed class Row(TableRow row, Dictionary<string, int> columns, List<CellError> errors)
    {
        private readonly HashSet<string> refused = [];

        public bool IsBlank => !Columns[..11].Any(Has);

        public bool HasMeasure => Has(Number);

        /// <summary>The file has such a column.</summary>
        public bool IsThere(string column) => columns.ContainsKey(column);

        public bool Has(string column) => columns.TryGetValue(column, out var i) && row.Cells.ContainsKey(i);

        public bool IsRefused(string column) => refused.Contains(column);

        public void Refuse(string column, Refusal why, bool unless = false)
        {
            if (!unless && refused.Add(column))
            {
                // What is missing for want of a column is named at the row's first cell.
                errors.Add(new CellError(TableFile.NameOf(columns.GetValueOrDefault(column), row.Line), why));
            }
        }

        /// <summary>Null where the file has no such column.</summary>
        public string? Words(string column, bool isLine)
        {
            if (!columns.TryGetValue(column, out var i))
            {
                return null;
            }

            var cell = row.Cells.GetValueOrDefault(i, new TableCell(""));
            if (cell.Kind == CellKind.Formula)
            {
                Refuse(column, IsFormula);
            }

            if (PlainText.IsUnreadable(cell.Text))
            {
                Refuse(column, UnknownLetters);
            }

            var clean = PlainText.Clean(cell.Text);
            return isLine ? PlainText.OneLine(clean) : clean;
        }

        public int? Whole(string column) =>
            Words(column, isLine: true) is { } text && int.TryParse(text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        public long? Bani(string column)
        {
            if (Words(column, isLine: true) is not { } text)
            {
                return null;
            }

            if (row.Cells[columns[column]].Kind == CellKind.Number)
            {
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var lei) && lei is >= 0 and < 1_000_000_000_000 && lei * 100 == decimal.Truncate(lei * 100) ? (long)(lei * 100) : null;
            }

            return Thousandths.Parse(text) is { } thousandths and >= 0 && thousandths % 10 == 0 ? thousandths / 10 : null;
        }
    }
}
