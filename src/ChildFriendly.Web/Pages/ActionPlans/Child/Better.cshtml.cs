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

/// <summary>"It would be better if…", beside a measure of the draft.</summary>
[AtHome]
public sealed class BetterModel(Concerns concerns, Screeners screeners) : RemarkPage(concerns, screeners)
{
    private ActionPlan plan = null!;
    private Measure measure = null!;

    public override string Shown => $"{Home}/plan/measures/{measure.Number}";

    public override (string Title, string Language) About => (measure.Title, Initiative.DefaultLanguage);

    public override (string Title, string Field, string Back) Keys => ("plan.debate.better", "plan.debate.better.text", "plan.check.back");

    public override (string Explain, string Sent) Voice => ("plan.debate.words.explain", "proposal-sent");

    protected override ModerationSubject Kind => ModerationSubject.DebateProposal;

    protected override async Task<Guid?> FindAboutAsync(int number)
    {
        measure = (await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).InPublicPlan(Db).SingleOrDefaultAsync(m => m.Number == number))!;
        plan = measure is null ? null! : await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == measure.PlanId);
        return measure?.Id;
    }

    protected override Task<Refusal?> RefuseAsync() => Task.FromResult(DebateRules.RefuseToPropose(plan, measure, Me, Mine?.Stage, Now));
}
