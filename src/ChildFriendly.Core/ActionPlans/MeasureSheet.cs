using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>What a measure is, as somebody writes it: all that one page of the desk, or one row of a spreadsheet, can change at once.</summary>
public sealed record MeasureSheet(
    string Title, GoalArea Goal, int? Article, string Text, string WhatChanges, string Responsible, string Partners, string Risks, DateOnly DueOn)
{
    /// <summary>Names of the fields that differ.</summary>
    public IReadOnlyList<string> DifferencesTo(MeasureSheet other) => [.. Fields.Where(f => !Equals(f.Get(this), f.Get(other))).Select(f => f.Name)];

    public object? ValueOf(string field) => Fields.Single(f => f.Name == field).Get(this);

    /// <summary>
    /// What two people made of the same sheet: each one's changes. Where both changed the same field differently, mine stays and the field is named.
    /// </summary>
    /// <param name="before">What I saw when I began.</param>
    public (MeasureSheet Both, IReadOnlyList<string> Conflicts) MergeWith(MeasureSheet before, MeasureSheet theirs)
    {
        var mine = before.DifferencesTo(this);
        var conflicts = before.DifferencesTo(theirs).Where(f => mine.Contains(f, StringComparer.Ordinal) && DifferencesTo(theirs).Contains(f, StringComparer.Ordinal)).ToList();
        T Of<T>(string field, T own, T other) => mine.Contains(field, StringComparer.Ordinal) ? own : other;
        return (new MeasureSheet(
            Of(nameof(Title), Title, theirs.Title),
            Of(nameof(Goal), Goal, theirs.Goal),
            Of(nameof(Article), Article, theirs.Article),
            Of(nameof(Text), Text, theirs.Text),
            Of(nameof(WhatChanges), WhatChanges, theirs.WhatChanges),
            Of(nameof(Responsible), Responsible, theirs.Responsible),
            Of(nameof(Partners), Partners, theirs.Partners),
            Of(nameof(Risks), Risks, theirs.Risks),
            Of(nameof(DueOn), DueOn, theirs.DueOn)), conflicts);
    }

    private static readonly (string Name, Func<MeasureSheet, object?> Get)[] Fields =
    [
        (nameof(Title), s => s.Title), (nameof(Goal), s => s.Goal), (nameof(Article), s => s.Article), (nameof(Text), s => s.Text),
        (nameof(WhatChanges), s => s.WhatChanges), (nameof(Responsible), s => s.Responsible), (nameof(Partners), s => s.Partners), (nameof(Risks), s => s.Risks),
        (nameof(DueOn), s => s.DueOn),
    ];
}
