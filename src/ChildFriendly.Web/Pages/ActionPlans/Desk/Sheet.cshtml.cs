using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Tables;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>The whole plan as a spreadsheet, out and in again. What comes in is shown as differences first.</summary>
[TakesFile(TableFile.MostBytes)]
public sealed class SheetModel(WaitingSheets waiting, Wording texts) : SitePage
{
    /// <summary>More would hide the page.</summary>
    private const int MostErrors = 100;

    /// <summary>Of the words before a difference, and of all words shown of it.</summary>
    private const int Lead = 30;
    private const int MostShown = 240;

    private readonly MeasureTable table = new(key => texts.In(Languages.Default)[key]);

    public static readonly Refusal NoLongerWaiting = new("desk.plan.sheet.no-longer-waiting");

    public ActionPlan? Plan { get; private set; }

    /// <summary>What came is in <see cref="Upload"/>.</summary>
    public string? Sent { get; private set; }

    public MeasureRows? Rows { get; private set; }

    public WaitingSheet? Waiting { get; private set; }

    /// <summary>Measures that a colleague has changed since the differences were shown.</summary>
    public IReadOnlyList<WantedMeasure> ChangedMeanwhile { get; private set; } = [];

    public IEnumerable<CellError> Errors => Rows?.Errors.Take(MostErrors) ?? [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnGetWorkbookAsync() =>
        await FindAsync() ? File(table.ToWorkbook(await MeasuresAsync()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileName("xlsx")) : NotFound();

    public async Task<IActionResult> OnGetValuesAsync() => await FindAsync() ? File(table.ToSeparatedValues(await MeasuresAsync()), "text/csv; charset=utf-8", FileName("csv")) : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (DebateRules.RefuseToRewrite(Plan!, Now) is { } stands)
        {
            return Refuse(stands, nameof(Sent));
        }

        var upload = Upload.Of(HttpContext);
        if ((upload.IsThere ? upload.IsTooLarge ? TableFile.TooLarge : null : TableFile.Missing) is { } wrong)
        {
            return Refuse(wrong, nameof(Sent));
        }

        if (TableFile.RefuseToRead(upload.Bytes, out var content) is { } unread)
        {
            return Refuse(unread, nameof(Sent));
        }

        if (table.RefuseToTake(content, (await MeasuresAsync()).ToDictionary(m => m.Number), Plan!, Today, out var rows) is { } refusal)
        {
            return Refuse(refusal, nameof(Sent));
        }

        Rows = rows;
        if (rows.Errors.Count > 0)
        {
            return Invalid();
        }

        Waiting = rows.Wanted.Count == 0 ? null : waiting.Keep(Staff!.Id, Here.Id, rows.Wanted);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (DebateRules.RefuseToRewrite(Plan!, Now) is { } stands)
        {
            return Refuse(stands);
        }

        if (waiting.Find(Staff!.Id, Here.Id, id) is not { } sheet)
        {
            return Refuse(NoLongerWaiting);
        }

        var numbers = sheet.Wanted.Select(w => w.Number).OfType<int>().ToList();
        var present = await Db.Measures.IgnoreAutoIncludes().Where(m => m.PlanId == Plan!.Id && numbers.Contains(m.Number)).ToDictionaryAsync(m => m.Number);
        var ids = sheet.Wanted.Where(w => w.Number is null).Select(w => w.Id).ToList();
        var made = await Db.Measures.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync();
        var open = sheet.Wanted.Where(w => w.Number is { } n ? present.GetValueOrDefault(n)?.Sheet != w.Sheet : !made.Contains(w.Id)).ToList();

        // What a day has passed over since is no longer right: it was said of the file, and is asked again here.
        if (open.SelectMany(w => SheetRules.ProblemsOf(w.Sheet, w.Before, Plan!, Today)).Select(p => p.Why).FirstOrDefault() is { } refusal)
        {
            return Refuse(refusal);
        }

        ChangedMeanwhile = open.FindAll(w => w.Number is { } n && present.GetValueOrDefault(n)?.Sheet is var now && (now is null || w.Sheet.MergeWith(w.Before!, now).Conflicts.Count > 0));
        if (ChangedMeanwhile.Count > 0)
        {
            var again = open.Where(w => w.Number is not { } n || present.ContainsKey(n)).Select(w => w.Number is { } n ? w with { Before = present[n].Sheet, Sheet = w.Sheet.MergeWith(w.Before!, present[n].Sheet).Both } : w).ToList();
            Rows = new MeasureRows(again, [], [], 0);
            Waiting = waiting.Keep(Staff.Id, Here.Id, again);
            return Refuse(Refusal.ChangedMeanwhile);
        }

        var by = As(Role.CouncilStaff);
        var next = await Db.NextNumberAsync<Measure>(Here.Id);
        foreach (var wanted in open)
        {
            if (wanted.Number is { } number)
            {
                present[number].Revise(wanted.Sheet.MergeWith(wanted.Before!, present[number].Sheet).Both, by, Now);
            }
            else
            {
                Db.Add(Measure.Include(Plan!, next++, wanted.Sheet, wanted.BudgetBani, initiativeId: null, by, Now, wanted.Id));
            }
        }

        return await Db.TrySaveAsync() ? Tell($"{Desk}/plan", "sheet-taken") : Refuse(Refusal.Busy);
    }

    /// <summary>Field by field, what it says now and what it is going to say.</summary>
    public IEnumerable<(string Field, string Old, string New)> DifferencesOf(WantedMeasure wanted)
    {
        foreach (var field in wanted.Before?.DifferencesTo(wanted.Sheet) ?? [])
        {
            var (before, after) = (table.ValueOf(field, wanted.Before!), table.ValueOf(field, wanted.Sheet));
            var same = before.AsSpan().CommonPrefixLength(after);
            var from = Math.Max(before.Length, after.Length) <= MostShown || same <= Lead ? 0 : same - Lead;
            yield return (field, Shown(before, from), Shown(after, from));
        }
    }

    private static string Shown(string words, int from) =>
        (from > 0 ? "… " : "") + (words.Length - from > MostShown ? string.Concat(words.AsSpan(from, MostShown), " …") : words[Math.Min(from, words.Length)..]);

    private string FileName(string ending) => $"{(IsDemonstration ? "demo-" : "")}{Here.Slug}-plan-{Today:yyyy-MM-dd}.{ending}";

    private async Task<bool> FindAsync()
    {
        Plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        return Plan is not null;
    }

    private Task<List<Measure>> MeasuresAsync() => Db.Measures.AsNoTracking().IgnoreAutoIncludes().Where(m => m.PlanId == Plan!.Id).OrderBy(m => m.Number).ToListAsync();
}
