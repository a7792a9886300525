using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

[InKeyLanguages]
public sealed class ListModel : SitePage
{
    private const int PageSize = 12;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<OpenVoteLine> Votes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var announced = Db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(c => c.Stage != ConsultationStage.Draft);
        Paging = Paging.Of(Number, PageSize, await announced.CountAsync());
        Votes = await announced.OrderByDescending(c => c.ClosesAt).Skip(Paging.Skip).Take(PageSize)
            .Select(c => new OpenVoteLine(
                c.Number, c.Title, c.Stage == ConsultationStage.Open && c.ClosesAt <= Now ? ConsultationStage.Closed : c.Stage, c.OpensAt, c.ClosesAt, c.DecisionMaker, c.BallotCount + c.PaperCount)).ToListAsync();
    }
}

public sealed record OpenVoteLine(
    int Number, string Title, ConsultationStage Stage, DateTime OpensAt, DateTime ClosesAt, string DecisionMaker, int? Ballots);
