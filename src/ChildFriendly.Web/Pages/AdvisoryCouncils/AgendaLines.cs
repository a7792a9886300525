using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

/// <summary>A point of an agenda in words; an idea by its number, what a child proposed by its id.</summary>
public sealed record AgendaLine(string Text, string Language, int? Initiative = null, Guid? Proposed = null);

public static class AgendaLines
{
    /// <summary>What is not public any more leaves the agenda.</summary>
    public static async Task<IReadOnlyList<AgendaLine>> AgendaAsync(this ChildFriendlyDb db, CouncilMeeting meeting)
    {
        var ids = meeting.Points.Select(p => p.InitiativeId ?? p.ContributionId).OfType<Guid>().ToList();
        var shown = new Dictionary<Guid, AgendaLine>();
        if (ids.Count > 0)
        {
            foreach (var idea in await db.Initiatives.AsNoTracking().IgnoreAutoIncludes().Published().Where(i => ids.Contains(i.Id) && i.Title != "")
                .Select(i => new { i.Id, i.Number, i.Title, i.Language }).ToListAsync())
            {
                shown[idea.Id] = new AgendaLine(idea.Title, idea.Language, Initiative: idea.Number);
            }

            foreach (var said in await db.CouncilContributions.AsNoTracking().Shown().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Text, c.Language }).ToListAsync())
            {
                shown[said.Id] = new AgendaLine(said.Text, said.Language, Proposed: said.Id);
            }
        }

        return [.. meeting.Points.OrderBy(p => p.Position)
            .Select(p => (p.InitiativeId ?? p.ContributionId) is { } id ? shown.GetValueOrDefault(id) : new AgendaLine(p.Text, Initiative.DefaultLanguage)).OfType<AgendaLine>()];
    }
}
