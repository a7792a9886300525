using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>The test alarm of one month in one locality: whether it reaches a lead and a deputy, and whether they answer.</summary>
public sealed class AlarmTest : Entity, ILocal
{
    public Guid LocalityId { get; private init; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The last time it was sent.</summary>
    public DateTime SentAt { get; private set; }

    public Guid? LeadId { get; private set; }

    public DateTime? LeadAt { get; private set; }

    public Guid? DeputyId { get; private set; }

    public DateTime? DeputyAt { get; private set; }

    public static AlarmTest Send(Guid localityId, Actor by, DateTime now)
    {
        var test = new AlarmTest { LocalityId = localityId, Month = SafeguardingRules.MonthOf(RomanianTime.DateOf(now)) };
        test.SendAgain(by, now);
        return test;
    }

    public void SendAgain(Actor by, DateTime now)
    {
        SentAt = now;
        Record(new AlarmTestSent(by, now));
    }

    /// <param name="role">Lead or deputy; somebody else in the same role takes the place of whoever answered before.</param>
    public void Acknowledge(Role role, Guid staffId, DateTime now)
    {
        if (SafeguardingRules.RefuseToAcknowledge(this, role, staffId) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        switch (role)
        {
            case Role.SafeguardingLead:
                (LeadId, LeadAt) = (staffId, now);
                break;
            case Role.SafeguardingDeputy:
                (DeputyId, DeputyAt) = (staffId, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(role), role, message: null);
        }

        Record(new AlarmTestAcknowledged(Actor.Of(role, staffId), now));
    }
}
