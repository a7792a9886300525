using System.Globalization;
using ChildFriendly.Core.ActionPlans.Tables;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>The figures of a chart as a file for a spreadsheet: numbers with a point, dates as 2026-03-04, so that any program reads them.</summary>
public static class FiguresFile
{
    public static FileContentResult Of(SitePage page, string name, IEnumerable<string[]> rows) =>
        new(SeparatedValues.Write(rows), "text/csv; charset=utf-8") { FileDownloadName = $"{page.Here.Slug}-{name}.csv" };

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Write(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    public static string Lei(long bani) => (bani / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Thousandths(long value) => (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
