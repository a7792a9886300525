using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Safeguarding.Desk;

/// <summary>This month's test alarm: sent, and answered by those whom a real one would reach.</summary>
public sealed class TestModel : SitePage
{
    private static readonly Role[] Answering = [Role.SafeguardingLead, Role.SafeguardingDeputy];

    public AlarmTest? Test { get; private set; }

    /// <summary>As whom this person still has to answer.</summary>
    public IEnumerable<Role> ToAnswer => Answering.Where(r => Test is not null && Staff!.Has(r, Here.Id) && (r == Role.SafeguardingLead ? Test.LeadId : Test.DeputyId) != Staff.Id);

    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostSendAsync()
    {
        await FindAsync();
        if (Test is null)
        {
            Db.Add(AlarmTest.Send(Here.Id, AsFirstOf(Answering), Now));
        }
        else
        {
            Test.SendAgain(AsFirstOf(Answering), Now);
        }

        // Another press, or the program, has sent it at the same moment.
        await Db.TrySaveAsync();
        return Tell($"{Desk}/safeguarding/test", "alarm-test-sent");
    }

    public async Task<IActionResult> OnPostAnswerAsync(Role role)
    {
        await FindAsync();
        if (Test is null || !Answering.Contains(role) || !Staff!.Has(role, Here.Id))
        {
            return NotFound();
        }

        var refusal = SafeguardingRules.RefuseToAcknowledge(Test, role, Staff.Id);
        if (refusal is not null && refusal != SafeguardingRules.TestSeen)
        {
            return Refuse(refusal);
        }

        if (refusal is null)
        {
            Test.Acknowledge(role, Staff.Id, Now);
        }

        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/safeguarding/test", "alarm-test-seen");
        }

        Db.ChangeTracker.Clear();
        await FindAsync();
        return Refuse(Refusal.Busy);
    }

    private async Task FindAsync()
    {
        var month = SafeguardingRules.MonthOf(Today);
        Test = await Db.AlarmTests.SingleOrDefaultAsync(t => t.LocalityId == Here.Id && t.Month == month);
    }
}
