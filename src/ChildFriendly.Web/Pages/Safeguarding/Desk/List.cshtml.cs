namespace ChildFriendly.Web.Pages.Safeguarding.Desk;

public sealed class ListModel : SitePage
{
    public CaseRows Cases { get; private set; } = null!;

    public async Task OnGetAsync() => Cases = new CaseRows(await CaseRow.ReadAsync(Db, Db.SafeguardingCases.Where(c => c.LocalityId == Here.Id)), $"{Desk}/safeguarding", Now);
}
