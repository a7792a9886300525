using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Tests;

internal static class Children
{
    /// <summary>A child of 11–13 who has just used their card for the first time.</summary>
    public static Participant Of(Guid locality, DateTime now)
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;
        var pepper = CardPepper.LoadOrCreate(Path.Combine(folder, "pepper"));
        Directory.Delete(folder, recursive: true);
        var by = Actor.Of(Role.LocalityAdmin, Guid.CreateVersion7());
        var batch = CardBatch.Order(locality, 1, "Școala", AgeBand.From11To13, "ro", new DateOnly(2027, 1, 1), pepper, by, now);
        return Participant.Join(Card.In(batch, 1, AgeBand.From11To13, "hash"), new Nickname("curious", "fox"), "fox", "1", now);
    }
}
