using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Initiatives.Child;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Child;

/// <summary>What a child misses in the draft as a whole.</summary>
[AtHome]
public sealed class MissingModel(Concerns concerns, Screeners screeners) : RemarkPage(concerns, screeners)
{
    private ActionPlan plan = null!;

    public override string Shown => $"{Home}/plan";

    public override (string Title, string Language) About => (plan.Title, Initiative.DefaultLanguage);

    public override (string Title, string Field, string Back) Keys => ("plan.debate.missing", "plan.debate.missing.text", "plan.back");

    public override (string Explain, string Sent) Voice => ("plan.debate.words.explain", "proposal-sent");

    protected override ModerationSubject Kind => ModerationSubject.DebateProposal;

    protected override async Task<Guid?> FindAboutAsync(int number)
    {
        plan = (await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).FirstOrDefaultAsync())!;
        return plan?.Id;
    }

    protected override Task<Refusal?> RefuseAsync() => Task.FromResult(DebateRules.RefuseToPropose(plan, measure: null, Me, Mine?.Stage, Now));
}
