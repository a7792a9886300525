using System.Text.Json;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Initiatives;

/// <summary>A child's proposal, from the first word to the finished thing.</summary>
public sealed class Initiative : Entity, INumbered, IQuestionable, IReportable
{
    public const int TitleMaxLength = 80;
    public const int TextMaxLength = 2000;
    public const int PlaceMaxLength = 80;
    public const int HelpsMaxLength = 120;
    public const int SentenceMaxLength = 600;
    public const int OfficeMaxLength = 120;
    public const int LanguageMaxLength = 8;
    public const int TrackingHashMaxLength = 64;
    public const string DefaultLanguage = "ro";

    private readonly List<TimelineEntry> timeline = [];

    public Guid LocalityId { get; private init; }

    /// <summary>Counted per locality from 1, given when it is first sent; 0 while it is a draft.</summary>
    public int Number { get; private set; }

    /// <summary>Null once the child has ended their participation.</summary>
    public Guid? AuthorId { get; private set; }

    public AgeBand AuthorBand { get; private init; }

    /// <summary>From how many children it comes, where an adult wrote down what a group said; null where a child wrote it with its card.</summary>
    public int? GroupSize { get; private init; }

    /// <summary>Keyed hash of the words that were printed for following it without a card; null where none were.</summary>
    public string? TrackingHash { get; private set; }

    /// <summary>The language of the pages on which it was written: what the child's words are marked as. A code of two or three letters.</summary>
    public string Language { get; private set; } = DefaultLanguage;

    public GoalArea? Goal { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The name of a place, never a home or a route.</summary>
    public string Place { get; private set; } = "";

    public string Helps { get; private set; } = "";

    /// <summary>Folded title, text and place.</summary>
    public string SearchText { get; private set; } = "";

    public InitiativeStage Stage { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public DateOnly? AnswerDueOn { get; private set; }

    public Guid? MergedIntoId { get; private set; }

    /// <summary>The child has asked for what is published to be taken down; a moderator does it.</summary>
    public DateTime? RemovalRequestedAt { get; private set; }

    public bool IsAppealed { get; private set; }

    /// <summary>A reader says that it endangers somebody: hidden until a person has looked.</summary>
    public bool IsSuspended { get; private set; }

    /// <summary>One drawing or photograph; always read along, without its bytes.</summary>
    public InitiativePicture? Picture { get; private set; }

    /// <summary>One voice message; always read along, without the sound.</summary>
    public VoiceMessage? Voice { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline => timeline;

    /// <summary>Children selected it, and whoever decides has not said yet what follows.</summary>
    public bool AwaitsDecision => Stage == InitiativeStage.Selected && !timeline.Exists(t => t.Stage == InitiativeStage.Selected && t.Decision is not null);

    public bool AwaitsModeration => Stage == InitiativeStage.Submitted;

    public (string? ReasonKey, string? Sentence) Told =>
        timeline.Where(t => t.Stage is InitiativeStage.SentBack or InitiativeStage.NotPublished).MaxBy(t => t.Position) is { } said ? (said.ReasonKey, said.Sentence) : (null, null);

    public IReadOnlyDictionary<WordsField, string> Words =>
        Voice is { Stage: MediaStage.Approved } said ? new Dictionary<WordsField, string>(Written) { [WordsField.Voice] = said.Transcript } : Written;

    /// <summary>What the child itself wrote and can write anew.</summary>
    public IReadOnlyDictionary<WordsField, string> Written => new Dictionary<WordsField, string>
    {
        [WordsField.Title] = Title,
        [WordsField.Text] = Text,
        [WordsField.Place] = Place,
        [WordsField.Helps] = Helps,
    };

    internal override Enum? AuditedStage => Stage;

    public static Initiative Begin(Participant author, DateTime now) => new()
    {
        LocalityId = author.LocalityId,
        AuthorId = author.Id,
        AuthorBand = author.AgeBand,
        Stage = InitiativeStage.Draft,
        ChangedAt = now,
    };

    /// <summary>What children said without a card, written down by an adult. It has no author: it is followed by its printed words.</summary>
    public static Initiative WriteDown(Guid localityId, int children, AgeBand band, DateTime now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        LocalityId = localityId,
        GroupSize = children,
        AuthorBand = band,
        Stage = InitiativeStage.Draft,
        ChangedAt = now,
    };

    public void ChooseGoal(GoalArea goal, DateTime now)
    {
        RequireEditable();
        Goal = goal;
        ChangedAt = now;
    }

    public void Tell(string title, string text, DateTime now, string language = DefaultLanguage)
    {
        RequireEditable();
        Language = language;
        Title = title;
        Text = text;
        Touch(now);
    }

    public void Locate(string place, DateTime now)
    {
        RequireEditable();
        Place = place;
        Touch(now);
    }

    public void NameWhoItHelps(string helps, DateTime now)
    {
        RequireEditable();
        Helps = helps;
        ChangedAt = now;
    }

    /// <summary>In the place of the one that was there.</summary>
    public void Show(CleanPicture picture, DateTime now)
    {
        RequireEditable();
        Picture = InitiativePicture.Of(this, picture);
        ChangedAt = now;
    }

    public void TakePictureAway(DateTime now)
    {
        RequireEditable();
        Picture = null;
        ChangedAt = now;
    }

    /// <summary>In the place of the one that was there.</summary>
    public void Say(CleanSound sound, DateTime now)
    {
        RequireEditable();
        Voice = VoiceMessage.Of(this, sound);
        ChangedAt = now;
    }

    public void TakeVoiceAway(DateTime now)
    {
        RequireEditable();
        Voice = null;
        ChangedAt = now;
    }

    /// <summary>Parts of the picture were made unreadable. It was read along with its bytes.</summary>
    public void CoverPicture(CleanPicture covered, Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        Picture!.Cover(covered, by, now);
    }

    /// <summary>Somebody has looked at the picture: it is published with the idea.</summary>
    public void ApprovePicture(PictureCheck check, string alternativeText, Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        Picture!.Approve(check, alternativeText, by, now);
    }

    /// <summary>The idea goes on without its picture.</summary>
    public void LeavePictureOut(MediaReason reason, Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        Picture!.LeaveOut(reason, by, now);
    }

    /// <param name="number">The next number of the locality; ignored when the initiative was sent before.</param>
    /// <param name="by">Null for its child.</param>
    public void Submit(int number, DateTime now, Actor? by = null)
    {
        Require(InitiativeStage.Draft, InitiativeStage.SentBack);
        if (InitiativeRules.WhatIsMissing(this) is not null)
        {
            throw new InvalidOperationException("An initiative is sent only when it is complete.");
        }

        Number = Number == 0 ? number : Number;
        SubmittedAt = now;
        Move(InitiativeStage.Submitted, by ?? Actor.Child, now, isPublic: false);
        Record(new InitiativeSubmitted(by ?? Actor.Child, now));
    }

    /// <summary>Those printed before open nothing any more.</summary>
    public void PrintTrackingWords(string hash, Actor by, DateTime now)
    {
        if (InitiativeRules.RefuseToPrintWords(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        TrackingHash = hash;
        Record(new TrackingWordsPrinted(by, now));
    }

    /// <summary>Another number, when somebody else was faster with the same one.</summary>
    public void Renumber(int number)
    {
        Require(InitiativeStage.Submitted);
        Number = number;
    }

    /// <param name="by">Null for its child.</param>
    public void Withdraw(DateTime now, Actor? by = null)
    {
        Require(InitiativeStage.Draft, InitiativeStage.Submitted, InitiativeStage.SentBack);
        (Picture, Voice) = (null, null);
        Move(InitiativeStage.Withdrawn, by ?? Actor.Child, now, isPublic: false);
        Record(new InitiativeWithdrawn(by ?? Actor.Child, now));
    }

    public void Appeal(DateTime now)
    {
        Require(InitiativeStage.NotPublished);
        IsAppealed = true;
        Picture?.WaitAgain();
        Voice?.WaitAgain();
        Move(InitiativeStage.Submitted, Actor.Child, now, isPublic: false);
        Record(new InitiativeAppealed(Actor.Child, now));
    }

    public void RequestRemoval(DateTime now)
    {
        RequirePublic();
        RemovalRequestedAt = now;
        Record(new InitiativeRemovalRequested(Actor.Child, now));
    }

    /// <summary>On the child's wish: it leaves every public page, and what the child wrote is erased.</summary>
    public void Remove(Actor by, DateTime now)
    {
        if (InitiativeRules.RefuseToRemove(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        AnswerDueOn = null;
        Move(InitiativeStage.Removed, by, now, isPublic: false);
        Record(new InitiativeRemoved(by, now));
        Erase();
    }

    /// <summary>What was never published and is over: the words go, the reason of the fixed list stays.</summary>
    public void Forget(Actor by, DateTime now)
    {
        Require(InitiativeStage.NotPublished, InitiativeStage.Withdrawn);
        Record(new InitiativeForgotten(by, now));
        Erase();
    }

    /// <summary>Nothing leads from it to a card any more.</summary>
    public void LoseAuthor(Actor by, DateTime now)
    {
        if (AuthorId is not null)
        {
            AuthorId = null;
            Record(new InitiativeLostAuthor(by, now));
        }
    }

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        Require(InitiativeStage.Submitted);
        var title = Title;
        foreach (var field in cuts.GroupBy(c => c.Field))
        {
            Write(field.Key, Cut.Apply(Words[field.Key], field));
        }

        // What is suggested for the picture is the title as it came: nothing of what is left out stays there.
        Picture?.FollowTitle(title, Title);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        RequirePublic();
        Write(field, words);
        Record(new InitiativeWordsRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        if (MediaRules.RefuseToPublish(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        foreach (var entry in timeline)
        {
            // What the child wrote anew is what it wants to say.
            entry.ForgetEarlier();
        }

        PublishedAt = now;
        Settle(now);
        AnswerDueOn = RomanianTime.DateOf(now).AddDays(InitiativeRules.DaysToAnswer);
        Move(InitiativeStage.Published, by, now);
        Record(new InitiativePublished(by, now));
    }

    public void SendBack(string question, WordsField? about, Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        Move(InitiativeStage.SentBack, by, now, sentence: question, isPublic: false);
        timeline[^1].Keep(about, Written);
        Record(new InitiativeSentBack(by, now));
    }

    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        Require(InitiativeStage.Submitted);
        Settle(now);
        Move(InitiativeStage.NotPublished, by, now, reasonKey, sentence, isPublic: false);
        Record(new InitiativeNotPublished(by, now, reasonKey));
    }

    public void Suspend(DateTime now)
    {
        RequirePublic();
        IsSuspended = true;
        Record(new InitiativeSuspended(Actor.Program, now));
    }

    public void Resume(Actor by, DateTime now)
    {
        IsSuspended = false;
        Record(new InitiativeResumed(by, now));
    }

    public void TakeDown(string sentence, Actor by, DateTime now) => Hide(sentence, by, now);

    public void Hide(string sentence, Actor by, DateTime now)
    {
        RequirePublic();
        IsSuspended = false;
        Move(InitiativeStage.Hidden, by, now, sentence: sentence, isPublic: false);
        Record(new InitiativeHidden(by, now));
    }

    public void TakeUpForReview(string office, Actor by, DateTime now)
    {
        Require(InitiativeStage.Published, InitiativeStage.NotSelected);
        Move(InitiativeStage.UnderReview, by, now, office: office);
        Record(new InitiativeTakenUpForReview(by, now));
    }

    public void Answer(Decision decision, AnswerReason reason, string sentence, string office, Actor by, DateTime now) =>
        Answer(new OwedAnswer(decision, reason, sentence, office), by, now);

    public void Answer(OwedAnswer answer, Actor by, DateTime now)
    {
        if (InitiativeRules.RefuseToAnswer(this, answer.Decision, answer.Reason!.Value) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        Move(StageAfter(answer.Decision), by, now, KeyOf(answer.Reason.Value), answer.Text, answer.Office);
        timeline[^1].Answer(answer, AnswerDueOn);
        AnswerDueOn = null;
        Record(new InitiativeAnswered(by, now, answer.Decision));
    }

    /// <summary>It stays to be read, as withdrawn; the clock runs on from where it was.</summary>
    public void WithdrawAnswer(string because, Actor by, DateTime now)
    {
        if (InitiativeRules.RefuseToWithdrawAnswer(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        var answer = timeline.MaxBy(t => t.Position)!;
        answer.Withdraw(because, now);
        AnswerDueOn = answer.DueOn ?? RomanianTime.DateOf(answer.At);
        Move(InitiativeStage.UnderReview, by, now);
        Record(new InitiativeAnswerWithdrawn(by, now));
    }

    /// <summary>The caller moves the supporters over: their union, once each.</summary>
    public void MergeInto(Initiative other, string sentence, Actor by, DateTime now)
    {
        Require(InitiativeStage.Published, InitiativeStage.UnderReview);
        if (other.Id == Id || other.LocalityId != LocalityId || !other.Stage.IsPublic())
        {
            throw new InvalidOperationException("Only into another public initiative of the same locality.");
        }

        AnswerDueOn = null;
        MergedIntoId = other.Id;
        Move(InitiativeStage.MergedInto, by, now, sentence: sentence);
        Record(new InitiativeMerged(by, now, other.Id));
    }

    public void PutOnBallot(Guid consultationId, Actor by, DateTime now)
    {
        Require(InitiativeStage.Accepted, InitiativeStage.PartlyAccepted);
        Move(InitiativeStage.OnBallot, by, now);
        Record(new InitiativePutOnBallot(by, now, consultationId));
    }

    public void TakeVoteResult(bool isSelected, DateTime now)
    {
        Require(InitiativeStage.OnBallot);
        Move(isSelected ? InitiativeStage.Selected : InitiativeStage.NotSelected, Actor.Program, now);
        Record(new InitiativeVotedOn(Actor.Program, now, isSelected));
    }

    /// <summary>
    /// What whoever decides says after the vote, with the reason that everybody sees. A no keeps what children selected out of the plan;
    /// a yes makes what they did not select ready for the plan or another vote, and "not now" leaves it as the vote did.
    /// </summary>
    public void TakeDecision(Decision decision, string reason, string decisionMaker, Actor by, DateTime now)
    {
        Require(InitiativeStage.Selected, InitiativeStage.NotSelected);
        var stage = (Stage, decision) switch
        {
            (InitiativeStage.Selected, Decision.Accepted or Decision.PartlyAccepted) => InitiativeStage.Selected,
            (InitiativeStage.NotSelected, Decision.NotNow) => InitiativeStage.NotSelected,
            _ => StageAfter(decision),
        };
        Move(stage, by, now, sentence: reason, office: decisionMaker, decision: decision);
        Record(new InitiativeAnswered(by, now, decision));
    }

    public void PutIntoPlan(Guid measureId, Actor by, DateTime now)
    {
        Require(InitiativeStage.Accepted, InitiativeStage.PartlyAccepted, InitiativeStage.Selected);
        if (AwaitsDecision)
        {
            throw new InvalidOperationException("The decision about the vote comes first.");
        }

        Move(InitiativeStage.InPlan, by, now);
        Record(new InitiativePutIntoPlan(by, now, measureId));
    }

    public void BeginWork(Actor by, DateTime now)
    {
        Require(InitiativeStage.InPlan);
        Move(InitiativeStage.InProgress, by, now);
        Record(new InitiativeWorkBegun(by, now));
    }

    public void Finish(Actor by, DateTime now)
    {
        Require(InitiativeStage.InPlan, InitiativeStage.InProgress);
        Move(InitiativeStage.Done, by, now);
        Record(new InitiativeFinished(by, now));
    }

    /// <summary>Children could not see that it was done, and the town hall goes on with it.</summary>
    public void ResumeWork(Actor by, DateTime now)
    {
        Require(InitiativeStage.Done);
        Move(InitiativeStage.InProgress, by, now);
        Record(new InitiativeWorkResumed(by, now));
    }

    public void ConfirmByChildren(Actor by, DateTime now)
    {
        Require(InitiativeStage.Done);
        Move(InitiativeStage.ConfirmedByChildren, by, now);
        Record(new InitiativeConfirmed(by, now));
    }

    /// <summary>The measure that carried it was stopped: it is on the town hall's desk again, with the reason.</summary>
    public void ReturnToReview(string sentence, Actor by, DateTime now)
    {
        Require(InitiativeStage.InPlan, InitiativeStage.InProgress, InitiativeStage.Done);
        AnswerDueOn = RomanianTime.DateOf(now).AddDays(InitiativeRules.DaysToAnswer);
        Move(InitiativeStage.UnderReview, by, now, sentence: sentence);
        Record(new InitiativeReturnedToReview(by, now));
    }

    /// <summary>The text key of a reason.</summary>
    public static string KeyOf(AnswerReason reason) => $"initiatives.reason.{reason}";

    public static InitiativeStage StageAfter(Decision decision) => decision switch
    {
        Decision.Accepted => InitiativeStage.Accepted,
        Decision.PartlyAccepted => InitiativeStage.PartlyAccepted,
        Decision.NotNow => InitiativeStage.NotNow,
        Decision.Declined => InitiativeStage.Declined,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, message: null),
    };

    private void Move(
        InitiativeStage to, Actor by, DateTime now, string? reasonKey = null, string? sentence = null, string? office = null, bool isPublic = true, Decision? decision = null)
    {
        timeline.Add(new TimelineEntry(Id, timeline.Count + 1, now, to, by.Role, reasonKey, sentence, office, isPublic, decision));
        Stage = to;
        ChangedAt = now;
    }

    private void Write(WordsField field, string words)
    {
        switch (field)
        {
            case WordsField.Title:
                Title = words;
                break;
            case WordsField.Text:
                Text = words;
                break;
            case WordsField.Place:
                Place = words;
                break;
            case WordsField.Voice:
                Voice!.Reword(words);
                break;
            default:
                Helps = words;
                break;
        }

        SearchText = PlainText.Fold($"{Title} {Text} {Place}");
    }

    private void Erase()
    {
        (AuthorId, Title, Text, Place, Helps, SearchText, Picture, Voice) = (null, "", "", "", "", "", null, null);
        foreach (var entry in timeline)
        {
            entry.Forget();
        }
    }

    private void Settle(DateTime now)
    {
        Picture?.Settle(now);
        Voice?.Settle(now);
    }

    private void Touch(DateTime now)
    {
        SearchText = PlainText.Fold($"{Title} {Text} {Place}");
        ChangedAt = now;
    }

    private void RequireEditable() => Require(InitiativeStage.Draft, InitiativeStage.SentBack);

    private void RequirePublic()
    {
        if (!Stage.IsPublic())
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }

    private void Require(params ReadOnlySpan<InitiativeStage> stages)
    {
        if (!stages.Contains(Stage))
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

/// <summary>One step an initiative took: what, when, by which role, with which reason.</summary>
public sealed class TimelineEntry
{
    internal TimelineEntry(
        Guid initiativeId, int position, DateTime at, InitiativeStage stage, Role? byRole, string? reasonKey, string? sentence, string? office, bool isPublic, Decision? decision)
    {
        InitiativeId = initiativeId;
        Position = position;
        At = at;
        Stage = stage;
        ByRole = byRole;
        ReasonKey = reasonKey;
        Sentence = sentence;
        Office = office;
        IsPublic = isPublic;
        Decision = decision;
    }

    public Guid InitiativeId { get; private init; }

    public int Position { get; private init; }

    public DateTime At { get; private init; }

    public InitiativeStage Stage { get; private init; }

    public Role? ByRole { get; private init; }

    /// <summary>A text key of the fixed list of reasons.</summary>
    public string? ReasonKey { get; private init; }

    public string? Sentence { get; private set; }

    public string? Office { get; private init; }

    /// <summary>What the decision maker said after a vote; null for every other step.</summary>
    public Decision? Decision { get; private init; }

    /// <summary>An answer in the words for 6–10; null for every other step, and in answers from before it was asked for.</summary>
    public string? Young { get; private set; }

    /// <summary>What happens next, in an answer.</summary>
    public string? Follows { get; private set; }

    public DateOnly? FollowsOn { get; private set; }

    /// <summary>When this answer had been due.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    /// <summary>What happens before publication is between the child and the moderator.</summary>
    public bool IsPublic { get; private init; }

    /// <summary>The field that the moderator's question is about; null for the whole, and for every other step.</summary>
    public WordsField? About { get; private set; }

    /// <summary>What stood there when it was sent back, as JSON by field, so that moderators see what has changed since.</summary>
    public string? Earlier { get; private set; }

    /// <summary>Null where nothing was kept.</summary>
    public IReadOnlyDictionary<WordsField, string>? EarlierWords => Earlier is null ? null : JsonSerializer.Deserialize<Dictionary<WordsField, string>>(Earlier);

    internal void Keep(WordsField? about, IReadOnlyDictionary<WordsField, string> words) => (About, Earlier) = (about, JsonSerializer.Serialize(words));

    internal void ForgetEarlier() => Earlier = null;

    internal void Answer(OwedAnswer answer, DateOnly? dueOn) =>
        (Young, Follows, FollowsOn, DueOn) = (answer.Young.Length > 0 ? answer.Young : null, answer.Follows.Length > 0 ? answer.Follows : null, answer.FollowsOn, dueOn);

    internal void Withdraw(string because, DateTime now) => (WithdrawnBecause, WithdrawnAt) = (because, now);

    /// <summary>A sentence about what the child wrote may repeat it.</summary>
    internal void Forget() => (Sentence, Young, Follows, WithdrawnBecause, Earlier) = (null, null, null, null, null);
}
