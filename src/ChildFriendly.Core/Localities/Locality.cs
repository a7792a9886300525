using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Localities;

public enum LocalityKind
{
    Municipality,
    Town,
    Commune,
}

/// <summary>Where a locality stands on the way to the title. People decide; nothing is computed.</summary>
public enum RecognitionPhase
{
    Interested,
    Committed,
    SituationAnalysis,
    PlanDrafted,
    PublicDebate,
    PlanAdopted,
    Candidate,
    Implementing,
    UnderEvaluation,
    Titled,
    NotYet,
    Lapsed,
}

/// <summary>A municipality, town or commune that takes part.</summary>
public sealed class Locality : Entity
{
    public const int NameMaxLength = 80;

    public string Slug { get; private init; } = "";

    public string Name { get; private init; } = "";

    public LocalityKind Kind { get; private init; }

    public string County { get; private init; } = "";

    /// <summary>Code of the territorial unit in the national register SIRUTA.</summary>
    public int Siruta { get; private init; }

    /// <summary>What the locality calls its children's council; empty where it is not known, then the general term is shown.</summary>
    public string CouncilName { get; private init; } = "";

    public RecognitionPhase Phase { get; private set; }

    public static Locality Joined(
        string slug, string name, LocalityKind kind, string county, int siruta, string councilName, RecognitionPhase phase, Actor by, DateTime now)
    {
        var locality = new Locality
        {
            Slug = slug,
            Name = name,
            Kind = kind,
            County = county,
            Siruta = siruta,
            CouncilName = councilName,
            Phase = phase,
        };
        locality.Record(new LocalityJoined(by, now, siruta));
        return locality;
    }
}

public sealed record LocalityJoined(Actor By, DateTime At, int Siruta) : Change(By, At);
