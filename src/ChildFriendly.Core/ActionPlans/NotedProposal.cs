using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum ProposalSource
{
    /// <summary>Adults wrote to the town hall, by its own channel.</summary>
    Adults,

    /// <summary>Children wrote or drew on paper.</summary>
    Paper,

    /// <summary>Children talked about it in a group.</summary>
    FocusGroup,
}

/// <summary>What reached the debate by another way than this portal, in the words of whoever enters it: how many said it, never who.</summary>
public sealed class NotedProposal : Entity, ILocal
{
    public const int GistMaxLength = 400;

    /// <summary>More than a town hall reads letters in one debate: typed with a zero too many.</summary>
    public const int MostPeople = 5000;

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    /// <summary>Null where it is about the plan as a whole.</summary>
    public Guid? MeasureId { get; private init; }

    public ProposalSource Source { get; private init; }

    public string Gist { get; private init; } = "";

    public int People { get; private init; }

    public DateOnly NotedOn { get; private init; }

    public static NotedProposal Note(ActionPlan plan, Measure? measure, ProposalSource source, string gist, int people, Actor by, DateTime now, Guid? id = null)
    {
        var noted = new NotedProposal
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            MeasureId = measure?.Id,
            Source = source,
            Gist = gist,
            People = people,
            NotedOn = RomanianTime.DateOf(now),
        };
        noted.Record(new ProposalNoted(by, now, source, people));
        return noted;
    }

    /// <summary>Noted by mistake: it goes as a whole.</summary>
    public void TakeBack(Actor by, DateTime now) => Record(new ProposalTakenBack(by, now));
}

public sealed record ProposalTakenBack(Actor By, DateTime At) : Change(By, At);

public sealed record ProposalNoted(Actor By, DateTime At, ProposalSource Source, int People) : Change(By, At);
