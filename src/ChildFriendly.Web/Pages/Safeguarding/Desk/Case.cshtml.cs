using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Safeguarding.Desk;

public sealed class CaseModel(ISeal seal, Wording texts) : CasePage(seal, texts)
{
    public override string Cases => $"{Desk}/safeguarding";

    protected override IQueryable<SafeguardingCase> Mine => Db.SafeguardingCases.Where(c => c.LocalityId == Here.Id);

    protected override Actor Who => AsFirstOf(Role.SafeguardingLead, Role.SafeguardingDeputy);
}
