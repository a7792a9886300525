using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

/// <summary>A point of an agenda in words; an idea by its number.</summary>
public sealed record AgendaLine(string Text, string Language, int? Initiative, bool IsFromChildren);

public static class AgendaLines
{
    /// <summary>Ideas that are not public any more leave the agenda.</summary>
    public static async Task<IReadOnlyList<AgendaLine>> AgendaAsync(this ChildFriendlyDb db, CouncilMeeting meeting)
    {
        var ids = meeting.Points.Select(p => p.InitiativeId).OfType<Guid>().ToList();
        var ideas = ids.Count == 0 ? [] : await db.Initiatives.AsNoTracking().IgnoreAutoIncludes().Published().Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.Number, i.Title, i.Language }).ToDictionaryAsync(i => i.Id);
        return [.. meeting.Points.OrderBy(p => p.Position)
            .Select(p => p.InitiativeId is not { } id ? new AgendaLine(p.Text, p.Language, null, p.IsFromChildren)
                : ideas.TryGetValue(id, out var idea) && idea.Title.Length > 0 ? new AgendaLine(idea.Title, idea.Language, idea.Number, true) : null).OfType<AgendaLine>()];
    }
}
