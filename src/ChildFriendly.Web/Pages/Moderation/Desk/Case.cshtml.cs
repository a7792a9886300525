using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>One item with the rule beside it. Opening takes it for a quarter of an hour, so that two people never work on one.</summary>
public sealed class CaseModel(WordLists words) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ModerationCase Case { get; private set; } = null!;

    public Initiative? Initiative { get; private set; }

    /// <summary>The author's nickname: for the child and the moderator only.</summary>
    public string? Nickname { get; private set; }

    public Finding? Finding { get; private set; }

    public OpenAnswer? Answer { get; private set; }

    /// <summary>The vote and the question that were answered.</summary>
    public Consultation? Vote { get; private set; }

    public Question? Question => Vote?.Questions.Single(q => q.Id == Answer!.QuestionId);

    /// <summary>Where the finding was said.</summary>
    public FocusGroupSession? Session { get; private set; }

    /// <summary>What the first moderator told the child, where somebody else looks now.</summary>
    public (string? ReasonKey, string? Sentence)? ToldBefore => Case is { IsAppeal: true, DecidedAt: null } ? Item?.Told : null;

    public Refusal? ClaimRefusal { get; private set; }

    public bool IsLost { get; private set; }

    public IReadOnlyList<ModerationStage> Decisions => CanBeSentBack
        ? [ModerationStage.Published, ModerationStage.SentBack, ModerationStage.NotPublished]
        : [ModerationStage.Published, ModerationStage.NotPublished];

    /// <summary>Somebody is there who can still write it anew: a child with a card, and for an answer while the vote is open.</summary>
    public bool CanBeSentBack => Item is IQuestionable && (Answer is null || (Answer.AuthorId is not null && ConsultationRules.StageAt(Vote!.Stage, Vote.ClosesAt, Now) == ConsultationStage.Open));

    /// <summary>What is decided on; null where a child took it back meanwhile and nothing is left.</summary>
    private IContribution? Item => (IContribution?)Initiative ?? (IContribution?)Finding ?? Answer;

    /// <summary>The rules beside the item; of what adults write down for a group, not all are true.</summary>
    public IEnumerable<string> Rules => Case.SubjectKind == ModerationSubject.Finding
        ? ["desk.moderation.rule.1", "desk.moderation.finding-rule.2", "desk.moderation.rule.3", "desk.moderation.finding-rule.4", "desk.moderation.rule.5"]
        : Enumerable.Range(1, 5).Select(i => $"desk.moderation.rule.{i}");

    /// <summary>Keys of the keyboard for the decisions.</summary>
    public static string? KeyOf(ModerationStage decision) => decision switch
    {
        ModerationStage.Published => "p",
        ModerationStage.SentBack => "s",
        ModerationStage.NotPublished => "n",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        ClaimRefusal = ModerationRules.RefuseToClaim(Case, Staff!.Id, Now);
        if (ClaimRefusal is null)
        {
            Case.Claim(Staff.Id, Now);
        }

        Case.Read(As(Role.Moderator), Now);
        if (!await Db.TrySaveAsync())
        {
            // Somebody opened it at the same moment.
            return Redirect(Request.Path);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (IsDecidedSo())
        {
            // Pressed twice: it is decided already.
            return await NextAsync();
        }

        if (ModerationRules.RefuseToDecide(Case, Staff!.Id, Now) is { } refusal)
        {
            return Lose(refusal);
        }

        if (Item is not { AwaitsModeration: true } item)
        {
            // Decided between the two readings.
            return Lose(ModerationRules.Decided);
        }

        switch (Input.Decision)
        {
            case ModerationStage.Published when Initiative is not null && MediaRules.RefuseToPublish(Initiative) is { } waits:
                return Refuse(waits, "Input.Decision");
            case ModerationStage.Published:
                item.Publish(As(Role.Moderator), Now);
                break;
            case ModerationStage.SentBack when CanBeSentBack:
                if (string.IsNullOrEmpty(Input.Question))
                {
                    return Refuse(ModerationRules.QuestionMissing, "Input.Question");
                }

                ((IQuestionable)item).SendBack(Input.Question, As(Role.Moderator), Now);
                break;
            case ModerationStage.NotPublished:
                if (Input.Reason is not { } reason || !Enum.IsDefined(reason))
                {
                    return Refuse(ModerationRules.ReasonMissing, "Input.Reason");
                }

                if (string.IsNullOrEmpty(Input.Sentence))
                {
                    return Refuse(ModerationRules.SentenceMissing, "Input.Sentence");
                }

                item.DoNotPublish(KeyOf(reason), Input.Sentence, As(Role.Moderator), Now);
                break;
            default:
                ModelState.AddModelError("Input.Decision", Tags.ErrorKeys.Required);
                return Invalid();
        }

        Case.Decide(Input.Decision.Value, Staff.Id, As(Role.Moderator), Now);
        if (await Db.TrySaveAsync())
        {
            return await NextAsync();
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(id) && IsDecidedSo() ? await NextAsync() : Lose(ModerationRules.Decided);
    }

    /// <summary>This moderator has decided so already, word by word.</summary>
    private bool IsDecidedSo() => Case.DecidedById == Staff!.Id && Case.Stage == Input.Decision && Input.Decision switch
    {
        ModerationStage.SentBack => Item?.Told.Sentence == Input.Question,
        ModerationStage.NotPublished => Item?.Told == (KeyOf(Input.Reason), Input.Sentence),
        _ => true,
    };

    private static string KeyOf(ModerationReason? reason) => $"moderation.reason.{reason}";

    private async Task<IActionResult> NextAsync()
    {
        var next = await Db.ModerationCases.AsNoTracking().InLocality(Here.Id)
            .Where(c => c.DecidedAt == null && c.NotById != Staff!.Id && (c.ClaimedUntil == null || c.ClaimedUntil < Now || c.ClaimedById == Staff!.Id))
            .OrderBy(c => c.WaitingSince).Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        return Tell(next is null ? $"{Desk}/moderation" : $"{Desk}/moderation/{next}", $"moderated-{Input.Decision}{(Finding is not null && Input.Decision == ModerationStage.NotPublished ? "-finding" : "")}");
    }

    /// <summary>Somebody else was faster: what was typed stays to be read, and the list is one step away.</summary>
    private IActionResult Lose(Refusal refusal)
    {
        IsLost = true;
        return Refuse(refusal);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id))!;
        if (Case is null)
        {
            return false;
        }

        switch (Case.SubjectKind)
        {
            case ModerationSubject.Initiative:
                Initiative = await Db.Initiatives.SingleOrDefaultAsync(i => i.Id == Case.ItemId);
                break;
            case ModerationSubject.Finding:
                Finding = await Db.Findings.SingleOrDefaultAsync(f => f.Id == Case.ItemId);
                break;
            case ModerationSubject.OpenAnswer:
                Answer = await Db.OpenAnswers.SingleOrDefaultAsync(a => a.Id == Case.ItemId);
                Vote = Answer is null ? null : await Db.Consultations.AsNoTracking().SingleAsync(c => c.Id == Answer.ConsultationId);
                break;
        }

        if (Initiative?.AuthorId is { } author)
        {
            var child = await Db.Participants.AsNoTracking().SingleAsync(p => p.Id == author);
            Nickname = words.NameOf(child.Nickname, Lang);
        }

        Session = Finding is null ? null : await Db.FocusGroupSessions.AsNoTracking().IgnoreAutoIncludes().SingleAsync(s => s.Id == Finding.SessionId);
        return true;
    }

    public sealed class InputModel
    {
        [Required]
        public ModerationStage? Decision { get; set; }

        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? Question { get; set; }

        public ModerationReason? Reason { get; set; }

        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? Sentence { get; set; }
    }
}
