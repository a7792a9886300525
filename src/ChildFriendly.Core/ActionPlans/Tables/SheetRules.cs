using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans.Tables;

/// <summary>What is asked of a measure that comes from a file: when it is compared, and once more when it is confirmed.</summary>
public static class SheetRules
{
    /// <param name="before">Null for a new measure.</param>
    public static IEnumerable<(string Field, Refusal Why)> ProblemsOf(MeasureSheet sheet, MeasureSheet? before, ActionPlan plan, DateOnly today)
    {
        (string Field, string Words, int Most, bool IsRequired)[] texts =
        [
            (nameof(MeasureSheet.Title), sheet.Title, Measure.TitleMaxLength, true),
            (nameof(MeasureSheet.Text), sheet.Text, Measure.TextMaxLength, true),
            (nameof(MeasureSheet.WhatChanges), sheet.WhatChanges, Measure.WhatChangesMaxLength, false),
            (nameof(MeasureSheet.Responsible), sheet.Responsible, Measure.OfficeMaxLength, true),
            (nameof(MeasureSheet.Partners), sheet.Partners, Measure.OfficeMaxLength, false),
            (nameof(MeasureSheet.Risks), sheet.Risks, Measure.RisksMaxLength, false),
        ];
        foreach (var (field, words, most, isRequired) in texts)
        {
            if (isRequired && words.Length == 0)
            {
                yield return (field, MeasureTable.Required);
            }
            else if (words.Length > most)
            {
                yield return (field, MeasureTable.TooLong);
            }
        }

        if (sheet.Article is < 1 or > Measure.LastArticle)
        {
            yield return (nameof(MeasureSheet.Article), MeasureTable.UnknownArticle);
        }

        if (sheet.DueOn != before?.DueOn && MeasureRules.RefuseDueDate(plan, sheet.DueOn, today) is { } refusal)
        {
            yield return (nameof(MeasureSheet.DueOn), refusal);
        }
    }
}
