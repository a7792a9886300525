using ChildFriendly.Web.Pages.Shared;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>How long what is kept here, and what the job will do in the next weeks: a dry run that changes nothing.</summary>
public sealed class RetentionModel : SitePage
{
    public IReadOnlyList<RetentionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await RetentionLine.ReadAsync(Db, Now, Here.Id);
}
