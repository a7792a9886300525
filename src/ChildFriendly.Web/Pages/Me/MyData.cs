using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Me;

/// <summary>
/// Everything the portal holds about a card, for whoever holds the card: on the page and as the file, from one place. Nothing of a
/// safeguarding concern belongs here, not even that there is none: such requests go through the data protection officer.
/// </summary>
/// <param name="IsExample">Invented for the demonstration.</param>
public sealed record MyData(
    bool IsExample,
    string Locality,
    AgeBand AgeBand,
    int Batch,
    string IssuedTo,
    int Card,
    DateOnly ValidUntil,
    string Nickname,
    string Picture,
    DateOnly JoinedOn,
    DateOnly BandConfirmedOn,
    string AssentVersion,
    IReadOnlyList<MyDataIdea> Ideas,
    IReadOnlyList<string> Supported,
    IReadOnlyList<string> VotedIn,
    IReadOnlyList<MyDataAnswer> Answers,
    IReadOnlyList<MyDataRemark> Remarks,
    IReadOnlyList<MyDataCheck> Checks,
    IReadOnlyList<MyDataReaction> Reactions,
    DateOnly? CouncilUntil,
    IReadOnlyList<MyDataContribution> ToCouncil)
{
    public static async Task<MyData> ReadAsync(ChildFriendlyDb db, Participant me, string nickname, bool isExample, string lang)
    {
        var card = await db.Cards.AsNoTracking().SingleAsync(c => c.Id == me.CardId);
        var batch = await db.CardBatches.AsNoTracking().SingleAsync(b => b.Id == card.BatchId);
        var ideas = await db.Initiatives.AsNoTracking().Where(i => i.AuthorId == me.Id).OrderBy(i => i.ChangedAt).ToListAsync();
        var locality = await db.Localities.AsNoTracking().SingleAsync(l => l.Id == me.LocalityId);
        var home = $"/{lang}/{locality.Slug}";
        return new MyData(
            isExample,
            locality.Name,
            card.AgeBand,
            batch.Number,
            batch.IssuedTo,
            card.Number,
            card.ValidUntil,
            nickname,
            me.Picture,
            me.JoinedOn,
            me.BandConfirmedOn,
            me.AssentVersion,
            ideas.ConvertAll(i => MyDataIdea.Of(i, home)),
            await db.Supports.Where(s => s.ParticipantId == me.Id).Join(db.Initiatives.Published(), s => s.InitiativeId, i => i.Id, (s, i) => i.Title).OrderBy(t => t).ToListAsync(),
            await db.VoterMarks.Where(m => m.ParticipantId == me.Id).Join(db.Consultations.IgnoreAutoIncludes(), m => m.ConsultationId, c => c.Id, (m, c) => c.Title).OrderBy(t => t).ToListAsync(),
            await db.OpenAnswers.Where(a => a.AuthorId == me.Id).OrderBy(a => a.Id)
                .Join(db.Consultations.IgnoreAutoIncludes(), a => a.ConsultationId, c => c.Id, (a, c) => new MyDataAnswer(c.Title, a.Language, a.AuthorBand, a.Text, a.Stage, a.Sentence)).ToListAsync(),
            [
                .. await db.Remarks.Where(r => r.AuthorId == me.Id)
                    .Join(db.Initiatives.IgnoreAutoIncludes(), r => r.AboutId, i => i.Id, (r, i) => new MyDataRemark(i.Title, r.Language, r.AuthorBand, r.Text, r.Stage, r.Sentence)).ToListAsync(),
                .. await db.Remarks.Where(r => r.AuthorId == me.Id)
                    .Join(db.Measures.IgnoreAutoIncludes(), r => r.AboutId, m => m.Id, (r, m) => new MyDataRemark(m.Title, r.Language, r.AuthorBand, r.Text, r.Stage, r.Sentence)).ToListAsync(),
                .. await db.Remarks.Where(r => r.AuthorId == me.Id)
                    .Join(db.ActionPlans, r => r.AboutId, p => p.Id, (r, p) => new MyDataRemark(p.Title, r.Language, r.AuthorBand, r.Text, r.Stage, r.Sentence)).ToListAsync(),
            ],
            await db.MeasureChecks.Where(c => c.ParticipantId == me.Id).Join(db.Measures.IgnoreAutoIncludes(), c => c.MeasureId, m => m.Id, (c, m) => new MyDataCheck(m.Title, c.Answer)).ToListAsync(),
            await db.DebateReactions.Where(r => r.ParticipantId == me.Id).Join(db.Measures.IgnoreAutoIncludes(), r => r.MeasureId, m => m.Id, (r, m) => new MyDataReaction(m.Title, r.Face)).ToListAsync(),
            card.CouncilUntil,
            await db.CouncilContributions.Where(c => c.AuthorId == me.Id).OrderBy(c => c.WrittenOn).ThenBy(c => c.Id)
                .Select(c => new MyDataContribution(c.Kind, c.WrittenOn, c.Language, c.AuthorBand, c.Text, c.Stage, c.Sentence)).ToListAsync());
    }
}

public sealed record MyDataIdea(
    int Number, string Language, AgeBand AgeBand, GoalArea? Goal, DateTime? RemovalRequestedAt, string Title, string Text, string Place, string Helps, InitiativeStage Stage, DateTime ChangedAt, IReadOnlyList<MyDataStep> Steps,
    MyDataPicture? Picture, MyDataVoice? Voice)
{
    internal static MyDataIdea Of(Initiative idea, string home) => new(
        idea.Number, idea.Language, idea.AuthorBand, idea.Goal, idea.RemovalRequestedAt, idea.Title, idea.Text, idea.Place, idea.Helps, idea.Stage, idea.ChangedAt,
        idea.Timeline.OrderBy(t => t.Position).Select(t => new MyDataStep(t.At, t.Stage, t.Sentence)).ToList(),
        idea.Picture is { } picture ? new MyDataPicture($"{home}/pictures/{picture.Id}", picture.Stage, picture.AlternativeText) : null,
        idea.Voice is { } voice ? new MyDataVoice(voice.HasSound ? $"{home}/voices/{voice.Id}" : null, voice.Seconds, voice.Stage, voice.Transcript) : null);
}

public sealed record MyDataStep(DateTime At, InitiativeStage Stage, string? Sentence);

/// <param name="Address">Where its child can see it.</param>
public sealed record MyDataPicture(string Address, MediaStage Stage, string AlternativeText);

/// <param name="Address">Where its child can hear it; null once the sound is erased.</param>
public sealed record MyDataVoice(string? Address, int Seconds, MediaStage Stage, string Transcript);

/// <param name="About">The title of the idea or measure.</param>
public sealed record MyDataRemark(string About, string Language, AgeBand AgeBand, string Text, ShortTextStage Stage, string? Sentence);

public sealed record MyDataReaction(string Measure, DebateFace Face);

public sealed record MyDataCheck(string Measure, CheckAnswer Answer);

public sealed record MyDataAnswer(string Vote, string Language, AgeBand AgeBand, string Text, ShortTextStage Stage, string? Sentence);

public sealed record MyDataContribution(ContributionKind Kind, DateOnly WrittenOn, string Language, AgeBand AgeBand, string Text, ShortTextStage Stage, string? Sentence);
