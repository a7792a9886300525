using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.Safeguarding.Desk;

public sealed class CaseModel(ISeal seal) : CasePage(seal)
{
    public override string Cases => $"{Desk}/safeguarding";

    protected override IQueryable<SafeguardingCase> Mine => Db.SafeguardingCases.Where(c => c.LocalityId == Here.Id);

    protected override Actor Who => AsFirstOf(Role.SafeguardingLead, Role.SafeguardingDeputy);
}
