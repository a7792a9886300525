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

/// <summary>What a child has to say about what it sees of a measure.</summary>
[AtHome]
public sealed class WordsModel(Concerns concerns, Screeners screeners) : RemarkPage(concerns, screeners)
{
    private Measure measure = null!;

    public override string Shown => $"{Home}/plan/measures/{measure.Number}";

    public override (string Title, string Language) About => (measure.Title, Initiative.DefaultLanguage);

    public override (string Title, string Field, string Back) Keys => ("plan.check.words", "plan.check.words.text", "plan.check.back");

    protected override ModerationSubject Kind => ModerationSubject.MeasureCheck;

    protected override async Task<Guid?> FindAboutAsync(int number)
    {
        measure = (await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).InPublicPlan(Db).SingleOrDefaultAsync(m => m.Number == number))!;
        return measure?.Id;
    }

    protected override async Task<Refusal?> RefuseAsync() => CheckRules.RefuseToCheck(measure, Me)
        ?? (await Db.MeasureChecks.AnyAsync(c => c.MeasureId == measure.Id && c.ParticipantId == Me.Id) ? null : CheckRules.CheckFirst);
}
