using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>Why somebody wants it too, in a sentence.</summary>
[AtHome]
public sealed class WhyModel(Concerns concerns, Screeners screeners) : RemarkPage(concerns, screeners)
{
    private Initiative initiative = null!;

    public override string Shown => $"{Home}/initiatives/{initiative.Number}";

    public override (string Title, string Language) About => (initiative.Title, initiative.Language);

    public override (string Title, string Field, string Back) Keys => ("initiatives.support.why", "initiatives.support.why.text", "initiatives.support.back");

    protected override ModerationSubject Kind => ModerationSubject.SupportReason;

    protected override async Task<Guid?> FindAboutAsync(int number)
    {
        initiative = (await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        return initiative?.Id;
    }

    protected override async Task<Refusal?> RefuseAsync() =>
        InitiativeRules.RefuseToSayWhy(initiative, await Db.Supports.AnyAsync(s => s.InitiativeId == initiative.Id && s.ParticipantId == Me.Id));
}
