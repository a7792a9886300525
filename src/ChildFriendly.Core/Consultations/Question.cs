using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

/// <summary>One question with its own kind of ballot.</summary>
public sealed class Question
{
    public const int TextMaxLength = 200;

    private readonly List<Option> options = [];

    internal Question(Guid consultationId, int position, BallotKind kind, string text, int winners, int maxChoices)
    {
        ConsultationId = consultationId;
        Position = position;
        Kind = kind;
        Text = text;
        Winners = winners;
        MaxChoices = maxChoices;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ConsultationId { get; private init; }

    public int Position { get; private init; }

    public BallotKind Kind { get; private init; }

    public string Text { get; private init; }

    /// <summary>How many options win.</summary>
    public int Winners { get; private init; }

    /// <summary>How many options one ballot may approve, at most.</summary>
    public int MaxChoices { get; private init; }

    public IReadOnlyList<Option> Options => options;

    public Option Offer(string title, string text, Guid? initiativeId, string language = Initiative.DefaultLanguage)
    {
        var option = new Option(Id, options.Count + 1, title, text, initiativeId, language);
        options.Add(option);
        return option;
    }

    public void TakeResult(IReadOnlyCollection<OptionTally> tallies)
    {
        foreach (var tally in tallies)
        {
            options.Single(o => o.BallotId == tally.Option).TakeResult(tally);
        }
    }
}

/// <summary>Something one can vote for; usually an initiative.</summary>
public sealed class Option
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2000;
    public const int DecisionTextMaxLength = 600;

    internal Option(Guid questionId, int position, string title, string text, Guid? initiativeId, string language)
    {
        QuestionId = questionId;
        Position = position;
        Title = title;
        Text = text;
        InitiativeId = initiativeId;
        Language = language;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid QuestionId { get; private init; }

    public int Position { get; private init; }

    /// <summary>Empty once the child whose idea it was has had it taken down.</summary>
    public string Title { get; private set; }

    public string Text { get; private set; }

    /// <summary>Of title and text.</summary>
    public string Language { get; private init; }

    internal void Forget() => (Title, Text) = ("", "");

    public Guid? InitiativeId { get; private init; }

    public int? Votes { get; private set; }

    public bool? IsSelected { get; private set; }

    /// <summary>Tied at the last place, so that the lot decided.</summary>
    public bool ByLot { get; private set; }

    public Decision? Decision { get; private set; }

    public string? DecisionText { get; private set; }

    /// <summary>How ballots and the tie lot name this option.</summary>
    public string BallotId => Position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Decide(Decision decision, string reason)
    {
        Decision = decision;
        DecisionText = reason;
    }

    internal void TakeResult(OptionTally tally)
    {
        Votes = tally.Votes;
        IsSelected = tally.IsSelected;
        ByLot = tally.ByLot;
    }
}
