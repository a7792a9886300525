using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans.Monitoring;

/// <summary>What the data say about one year of a plan. Frozen with the report that is published: this is its data file. Money in bani.</summary>
/// <param name="Format">Raised when what the file holds changes its meaning.</param>
/// <param name="IsExample">Invented for the demonstration.</param>
/// <param name="Until">The figures stand as on this day.</param>
public sealed record MonitoringFigures(
    int Format, bool IsExample, string Locality, string Plan, int Year, DateOnly Until, Reach Reach, IReadOnlyList<MonitoredMeasure> Measures, IReadOnlyList<MonitoredMoney> Money,
    Answers Ideas, Answers Recommendations, IReadOnlyList<MonitoredVote> Votes)
{
    public const int PresentFormat = 1;

    // Romanian letters stay letters; what could end an element of a page does not.
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.LatinExtendedB, UnicodeRanges.Cyrillic, UnicodeRanges.GeneralPunctuation),
        Converters = { new JsonStringEnumConverter() },
    };

    public int Done => Measures.Count(m => m.Stage == MeasureStage.Done);

    public string ToJson() => JsonSerializer.Serialize(this, Written) + "\n";

    public static MonitoringFigures Read(string json) => JsonSerializer.Deserialize<MonitoringFigures>(json, Written)!;
}

/// <summary>Children who had a part in the year. Those who ended their participation are in no figure any more.</summary>
/// <param name="Children">With a card: came, proposed or voted; each once.</param>
/// <param name="Bands">Of these; null is a figure that is not told because it is small, or would tell one that is.</param>
/// <param name="PaperBallots">Counted in the votes of the year; null where there are fewer than ten, but not none.</param>
/// <param name="GroupChildren">In focus groups; a child may be in two.</param>
public sealed record Reach(int Children, IReadOnlyList<BandFigure> Bands, int? PaperBallots, int GroupSessions, int GroupChildren, IReadOnlyList<BandFigure> GroupBands, int Ideas);

public sealed record BandFigure(AgeBand Band, int? Children);

/// <param name="Reason">What the last report said, where it is late or stopped; empty where it is as planned.</param>
/// <param name="Checks">What children say about the last report of the year; null where fewer than five did, and where a later one has followed.</param>
public sealed record MonitoredMeasure(
    int Number, GoalArea Goal, string Title, MeasureStage Stage, string Reason, DateOnly DueOn, long PlannedBani, long SpentBani, int Reports, bool IsChildrensIdea, MonitoredChecks? Checks);

public sealed record MonitoredChecks(int CanSee, int CannotSee, int NotWhatWeAsked);

public sealed record MonitoredMoney(BudgetSource Source, long PlannedBani, long CommittedBani, long SpentBani);

/// <summary>Answers that the town hall owed to what came in the year.</summary>
/// <param name="Median">Days from asking to the answer that stands; null where nothing was answered.</param>
public sealed record Answers(int Asked, int OnTime, int Late, int Open, int OpenTooLong, int? Median);

public sealed record MonitoredVote(int Number, string Title, bool IsDecided);
