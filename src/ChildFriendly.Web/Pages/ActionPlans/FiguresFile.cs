using System.Globalization;
using ChildFriendly.Core.ActionPlans.Tables;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>The figures of a chart as a file for a spreadsheet: numbers with a point, dates as 2026-03-04, so that any program reads them.</summary>
public static class FiguresFile
{
    /// <summary>In the demonstration its name and its last line say that the figures are made up.</summary>
    public static FileContentResult Of(SitePage page, string name, IEnumerable<string[]> rows)
    {
        List<string[]> all = [.. rows];
        if (page.IsDemonstration)
        {
            // As wide as all others: a table has no short lines.
            all.Add([page.HttpContext.RequestServices.GetRequiredService<Wording>()["site.demonstration"], .. Enumerable.Repeat("", all[0].Length - 1)]);
        }

        return new(SeparatedValues.Write(all), "text/csv; charset=utf-8") { FileDownloadName = $"{(page.IsDemonstration ? "demo-" : "")}{page.Here.Slug}-{name}.csv" };
    }

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Write(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    public static string Lei(long bani) => (bani / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Thousandths(long value) => (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
