using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Safeguarding.National;

/// <summary>What nobody of the locality said in time that they have seen.</summary>
public sealed class CaseModel(ISeal seal, Wording texts) : CasePage(seal, texts)
{
    public override string Cases => "/staff/national/safeguarding";

    protected override IQueryable<SafeguardingCase> Mine => Db.SafeguardingCases.PassedOn();

    protected override Actor Who => As(Role.NationalSafeguardingLead);
}
