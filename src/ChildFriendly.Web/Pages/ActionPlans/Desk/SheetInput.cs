using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What a measure is, as it is typed.</summary>
public class SheetInput
{
    [Required, StringLength(Measure.TitleMaxLength)]
    public string Name { get; set; } = "";

    [Required, StringLength(Measure.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [StringLength(Measure.WhatChangesMaxLength), DataType(DataType.MultilineText)]
    public string? WhatChanges { get; set; }

    [Required, EnumDataType(typeof(GoalArea))]
    public GoalArea? Goal { get; set; }

    [Range(1, Measure.LastArticle)]
    public int? Article { get; set; }

    [Required, StringLength(Measure.OfficeMaxLength)]
    public string Responsible { get; set; } = "";

    [StringLength(Measure.OfficeMaxLength)]
    public string? Partners { get; set; }

    [StringLength(Measure.RisksMaxLength), DataType(DataType.MultilineText)]
    public string? Risks { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    /// <summary>A method: properties are read before the form is known to be valid.</summary>
    public MeasureSheet Sheet() => new(Name, Goal!.Value, Article, Text, WhatChanges ?? "", Responsible, Partners ?? "", Risks ?? "", DueOn!.Value);

    public void Take(MeasureSheet sheet) =>
        (Name, Goal, Article, Text, WhatChanges, Responsible, Partners, Risks, DueOn) =
        (sheet.Title, sheet.Goal, sheet.Article, sheet.Text, sheet.WhatChanges, sheet.Responsible, sheet.Partners, sheet.Risks, sheet.DueOn);
}

/// <summary>A page with the fields of a measure.</summary>
public interface IHasSheet
{
    SheetInput Input { get; }
}
