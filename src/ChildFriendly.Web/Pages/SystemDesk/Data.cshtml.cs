using ChildFriendly.Core.Data;
using ChildFriendly.Web.Pages.Shared;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>Every table and column that holds anything about a person, with purpose, basis and retention; and what the retention job will do in the whole portal.</summary>
public sealed class DataModel : SitePage
{
    public IReadOnlyList<PersonalDataEntry> Entries { get; } = PersonalData.Register;

    public IReadOnlyList<RetentionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await RetentionLine.ReadAsync(Db, Now, localityId: null);
}
