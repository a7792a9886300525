using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.Shared;

/// <summary>One initiative in a list: just what the list shows.</summary>
public sealed record InitiativeLine(int Number, string Title, string Start, GoalArea Goal, InitiativeStage Stage, int Supporters, DateTime ChangedAt, string Language);

public static class InitiativeLines
{
    private const int StartLength = 160;

    public static IQueryable<InitiativeLine> ToLines(this IQueryable<Initiative> initiatives, ChildFriendlyDb db) =>
        initiatives.Select(i => new InitiativeLine(
            i.Number,
            i.Title,
            i.Text.Substring(0, StartLength),
            i.Goal!.Value,
            i.Stage,
            db.Supports.Count(s => s.InitiativeId == i.Id),
            i.ChangedAt,
            i.Language));
}
