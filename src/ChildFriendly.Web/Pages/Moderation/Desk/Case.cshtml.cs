using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>
/// One item with what the screening found in it and the rule beside it. Opening takes it for a quarter of an hour, so that two people never work
/// on one; a decision goes out a minute later, so that it can be taken back.
/// </summary>
public sealed class CaseModel(WordLists words, Screeners screeners, PortalSettings settings) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ModerationCase Case { get; private set; } = null!;

    public Initiative? Initiative { get; private set; }

    /// <summary>The author's nickname: for the child and the moderator only.</summary>
    public string? Nickname { get; private set; }

    public Finding? Finding { get; private set; }

    /// <summary>What children said on paper or in a group about a draft plan.</summary>
    public NotedProposal? Noted { get; private set; }

    /// <summary>An adult wrote down what children said: there is no child to tell.</summary>
    public bool IsByAdult => Finding is not null || Noted is not null;

    /// <summary>An answer to a vote, or a word beside something.</summary>
    public ShortText? Said { get; private set; }

    /// <summary>What a remark is about: its title in its language, and where everybody sees it.</summary>
    public (string Title, string Language, string Address)? About { get; private set; }

    /// <summary>Where it is to the children's council, or within it.</summary>
    public CouncilContribution? ToCouncil => Said as CouncilContribution;

    /// <summary>The vote and the question that were answered.</summary>
    public Consultation? Vote { get; private set; }

    public Question? Question => Said is OpenAnswer answer ? Vote!.Questions.Single(q => q.Id == answer.QuestionId) : null;

    /// <summary>Where the finding was said.</summary>
    public FocusGroupSession? Session { get; private set; }

    /// <summary>What the first moderator told the child, where somebody else looks now.</summary>
    public (string? ReasonKey, string? Sentence)? ToldBefore => Case is { IsAppeal: true, DecidedAt: null } ? Item?.Told : null;

    public Refusal? ClaimRefusal { get; private set; }

    public bool IsLost { get; private set; }

    /// <summary>What the screening points at, field by field.</summary>
    public IReadOnlyDictionary<WordsField, ScreeningResult> Found { get; private set; } = new Dictionary<WordsField, ScreeningResult>();

    /// <summary>What stood there when it was last sent back, field by field where it differs.</summary>
    public IReadOnlyDictionary<WordsField, string> Earlier { get; private set; } = new Dictionary<WordsField, string>();

    /// <summary>How the same was decided lately.</summary>
    public IReadOnlyList<EarlierDecision> Similar { get; private set; } = [];

    public IReadOnlyList<HeldDecision> Undoable { get; private set; } = [];

    public IReadOnlyList<ModerationStage> Decisions =>
    [
        ModerationStage.Published,
        ModerationStage.PublishedWithRedaction,
        .. CanBeSentBack ? (ModerationStage[])[ModerationStage.SentBack] : [],
        ModerationStage.NotPublished,
        .. Case.OpinionAskedById is null ? (ModerationStage[])[ModerationStage.Waiting] : [],
    ];

    /// <summary>Somebody is there who can still write it anew: a child with a card, and for an answer while the vote is open.</summary>
    public bool CanBeSentBack => Item is IQuestionable && (Said is null || (Said.AuthorId is not null && (Vote is null || ConsultationRules.StageAt(Vote.Stage, Vote.ClosesAt, Now) == ConsultationStage.Open)));

    /// <summary>Fields that a question can be about.</summary>
    public IReadOnlyList<WordsField> Fields => [.. (Initiative?.Written ?? Item!.Words).Where(w => w.Value.Length > 0).Select(w => w.Key)];

    public string Language => Item?.Language ?? Initiative.DefaultLanguage;

    /// <summary>What may be left out: personal data that the screening points at.</summary>
    public IReadOnlyList<Cut> Leavable =>
        [.. Found.SelectMany(f => f.Value.Flags.Where(g => IsPersonal(g.Kind)).Select(g => new Cut(f.Key, g.Start, g.Length, g.Kind)))];

    /// <summary>What is decided on; null where a child took it back meanwhile and nothing is left.</summary>
    private IContribution? Item => (IContribution?)Initiative ?? (IContribution?)Finding ?? (IContribution?)Noted ?? Said;

    private string Kinds => string.Join(',', Found.Values.SelectMany(f => f.Flags).Select(f => f.Kind).Distinct().Order());

    /// <summary>The rules beside the item; of what adults write down for a group, not all are true.</summary>
    public IEnumerable<string> Rules => IsByAdult
        ? ["desk.moderation.rule.1", "desk.moderation.finding-rule.2", "desk.moderation.rule.3", "desk.moderation.finding-rule.4", "desk.moderation.rule.5"]
        : Enumerable.Range(1, 5).Select(i => $"desk.moderation.rule.{i}");

    /// <summary>Keys of the keyboard for the decisions.</summary>
    public static string? KeyOf(ModerationStage decision) => decision switch
    {
        ModerationStage.Published => "p",
        ModerationStage.PublishedWithRedaction => "l",
        ModerationStage.SentBack => "s",
        ModerationStage.NotPublished => "n",
        ModerationStage.Waiting => "a",
        _ => null,
    };

    /// <summary>For a box of the form: which words of which field.</summary>
    public static string Write(Cut cut) => Cut.Write([cut]);

    public string WordsOf(Cut cut) => Item!.Words[cut.Field].Substring(cut.Start, cut.Length);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        ClaimRefusal = ModerationRules.RefuseToClaim(Case, Staff!.Id, Now);
        if (ClaimRefusal is null)
        {
            var isBack = Case.Outcome is not null && Case.Stage == ModerationStage.Claimed;
            Case.Claim(Staff.Id, Now);
            if (isBack)
            {
                Input = InputModel.Of(Case.Verdict!);
            }
        }

        Case.Read(As(Role.Moderator), Now);
        if (!await Db.TrySaveAsync())
        {
            // Somebody opened it at the same moment.
            return Redirect(Request.Path);
        }

        await ReadBesideAsync();
        if (Input.Decision is null)
        {
            // All of it, unless the moderator says otherwise.
            Input.Leave = [.. Leavable.Select(Write)];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await ReadBesideAsync();
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

        if (Item is not { AwaitsModeration: true })
        {
            // Decided between the two readings.
            return Lose(ModerationRules.Decided);
        }

        if (Input.Decision == ModerationStage.Waiting)
        {
            return await AskForOpinionAsync();
        }

        if (!TryReadVerdict(out var verdict))
        {
            return Invalid();
        }

        Case.Hold(verdict, Kinds, Staff.Id, Now, Now.AddSeconds(settings.UndoSeconds));
        if (settings.UndoSeconds == 0)
        {
            await Db.CarryOutAsync(Case, Now);
        }

        if (await Db.TrySaveAsync())
        {
            return await NextAsync();
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(id) && IsDecidedSo() ? await NextAsync() : Lose(ModerationRules.Decided);
    }

    /// <summary>Takes the own decision back while nothing has gone out.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        var held = await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id);
        if (held is null)
        {
            return NotFound();
        }

        if (ModerationRules.RefuseToTakeBack(held, Staff!.Id, Now) is null)
        {
            held.TakeBack(Staff.Id, Now);
            if (await Db.TrySaveAsync())
            {
                return Tell($"{Desk}/moderation/{id}", "moderation-undone");
            }
        }

        // Pressed twice it is back already; otherwise it has gone out.
        return held is { Stage: ModerationStage.Claimed } && held.ClaimedById == Staff.Id ? Redirect($"{Desk}/moderation/{id}") : Tell($"{Desk}/moderation", "moderation-too-late");
    }

    /// <summary>Gives it back undecided.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(Guid id)
    {
        if (await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id) is not { } mine)
        {
            return NotFound();
        }

        mine.Release(Staff!.Id);
        await Db.TrySaveAsync();
        return Redirect($"{Desk}/moderation");
    }

    public static bool IsPersonal(FlagKind kind) => kind is not (FlagKind.Insult or FlagKind.Caps or FlagKind.Copy or FlagKind.Language);

    private async Task<IActionResult> AskForOpinionAsync()
    {
        if (string.IsNullOrEmpty(Input.Note))
        {
            return Refuse(ModerationRules.NoteMissing, "Input.Note");
        }

        if (!await Db.StaffAccounts.AnyAsync(s => s.Id != Staff!.Id && s.Id != Case.NotById && s.Roles.Any(r => r.Role == Role.Moderator && r.LocalityId == Here.Id)))
        {
            return Refuse(ModerationRules.NobodyElse);
        }

        Case.AskForOpinion(Input.Note, Staff!.Id, As(Role.Moderator), Now);
        return await Db.TrySaveAsync() ? await NextAsync() : Lose(ModerationRules.SomebodyElseHasIt);
    }

    private bool TryReadVerdict(out Verdict verdict)
    {
        verdict = new Verdict(Input.Decision!.Value, null, null, null, []);
        switch (Input.Decision)
        {
            case ModerationStage.Published or ModerationStage.PublishedWithRedaction when Initiative is not null && MediaRules.RefuseToPublish(Initiative) is { } waits:
                Refuse(waits, "Input.Decision");
                return false;
            case ModerationStage.Published:
                return true;
            case ModerationStage.PublishedWithRedaction:
                var isRead = TryReadCuts(out var cuts);
                verdict = verdict with { Cuts = cuts };
                return isRead;
            case ModerationStage.SentBack when CanBeSentBack:
                if (string.IsNullOrEmpty(Input.Question))
                {
                    Refuse(ModerationRules.QuestionMissing, "Input.Question");
                    return false;
                }

                verdict = verdict with { Sentence = Input.Question, About = Input.About is { } about && Fields.Contains(about) ? about : null };
                return true;
            case ModerationStage.NotPublished:
                if (Input.Reason is not { } reason || !Enum.IsDefined(reason))
                {
                    Refuse(ModerationRules.ReasonMissing, "Input.Reason");
                    return false;
                }

                if (string.IsNullOrEmpty(Input.Sentence))
                {
                    Refuse(ModerationRules.SentenceMissing, "Input.Sentence");
                    return false;
                }

                verdict = verdict with { ReasonKey = KeyOf(reason), Sentence = Input.Sentence };
                return true;
            default:
                ModelState.AddModelError("Input.Decision", Tags.ErrorKeys.Required);
                return false;
        }
    }

    /// <summary>The boxes that are ticked, and each place of the words that were typed.</summary>
    private bool TryReadCuts(out IReadOnlyList<Cut> cuts)
    {
        var chosen = Leavable.Where(c => Input.Leave.Contains(Write(c))).ToList();
        var written = Item!.Words;
        foreach (var sought in (Input.AlsoLeave ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var places = written.SelectMany(w => Cut.EachOf(w.Key, w.Value, sought)).ToList();
            if (places.Count == 0)
            {
                ModelState.AddModelError("Input.AlsoLeave", Tags.ErrorKeys.Of(ModerationRules.NotInTheWords));
            }

            chosen.AddRange(places);
        }

        cuts = chosen;
        if (ModelState.IsValid && ModerationRules.RefuseToRedact(written, cuts) is { } refusal)
        {
            Refuse(refusal, "Input.AlsoLeave");
        }

        return ModelState.IsValid;
    }

    /// <summary>This moderator has decided so already, word by word.</summary>
    private bool IsDecidedSo() => Case.DecidedById == Staff!.Id && Case.Outcome == Input.Decision && Case.Stage != ModerationStage.Claimed && Input.Decision switch
    {
        ModerationStage.SentBack => Case.Sentence == Input.Question,
        ModerationStage.NotPublished => (Case.ReasonKey, Case.Sentence) == (KeyOf(Input.Reason), Input.Sentence),
        _ => true,
    };

    private static string KeyOf(ModerationReason? reason) => $"moderation.reason.{reason}";

    private async Task<IActionResult> NextAsync()
    {
        var next = await Db.ModerationCases.AsNoTracking().InLocality(Here.Id).Free(Staff!.Id, Now).OrderBy(c => c.WaitingSince).Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        return Tell(next is null ? $"{Desk}/moderation" : $"{Desk}/moderation/{next}", $"moderated-{Input.Decision}{(IsByAdult && Input.Decision == ModerationStage.NotPublished ? "-finding" : "")}");
    }

    /// <summary>Somebody else was faster: what was typed stays to be read, and the list is one step away.</summary>
    private IActionResult Lose(Refusal refusal)
    {
        IsLost = true;
        return Refuse(refusal);
    }

    /// <summary>What stands beside the item: nothing of it is needed to decide.</summary>
    private async Task ReadBesideAsync()
    {
        Undoable = await Db.HeldByAsync(Here.Id, Staff!.Id, Now);
        if (Item is null)
        {
            return;
        }

        var screener = screeners.Of(Here.Slug);
        var now = Item.Words;
        Found = now.Where(w => w.Value.Length > 0).ToDictionary(w => w.Key, w => screener.Screen(Language, w.Value));
        var earlier = Initiative?.Timeline.Where(t => t.Earlier is not null).MaxBy(t => t.Position)?.EarlierWords
            ?? (Said?.Earlier is { } text ? new Dictionary<WordsField, string> { [WordsField.Text] = text } : null);
        Earlier = earlier?.Where(e => !string.Equals(e.Value, now[e.Key], StringComparison.Ordinal)).ToDictionary(e => e.Key, e => e.Value) ?? [];
        Similar = await Db.EarlierDecisionsAsync(Case, Kinds.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id && c.Stage != ModerationStage.Concern))!;
        if (Case is null)
        {
            return false;
        }

        var item = await Db.ContributionOfAsync(Case.SubjectKind, Case.ItemId);
        (Initiative, Finding, Noted, Said) = (item as Initiative, item as Finding, item as NotedProposal, item as ShortText);
        Vote = item is OpenAnswer answer ? await Db.Consultations.AsNoTracking().SingleAsync(c => c.Id == answer.ConsultationId) : null;
        About = item is Remark remark ? await AboutAsync(remark) : null;
        if (Initiative?.AuthorId is { } author)
        {
            var child = await Db.Participants.AsNoTracking().SingleAsync(p => p.Id == author);
            Nickname = words.NameOf(child.Nickname, Lang);
        }

        Session = Finding is null ? null : await Db.FocusGroupSessions.AsNoTracking().IgnoreAutoIncludes().SingleAsync(s => s.Id == Finding.SessionId);
        return true;
    }

    private async Task<(string Title, string Language, string Address)> AboutAsync(Remark remark)
    {
        if (remark.Kind != ModerationSubject.SupportReason)
        {
            var measure = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(m => m.Id == remark.AboutId);
            return measure is not null
                ? (measure.Title, Initiative.DefaultLanguage, $"{Home}/plan/measures/{measure.Number}")
                : ((await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == remark.AboutId)).Title, Initiative.DefaultLanguage, $"{Home}/plan");
        }

        var idea = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().SingleAsync(i => i.Id == remark.AboutId);
        return (idea.Title, idea.Language, $"{Home}/initiatives/{idea.Number}");
    }

    public sealed class InputModel
    {
        /// <summary><see cref="ModerationStage.Waiting"/> asks somebody else.</summary>
        [Required]
        public ModerationStage? Decision { get; set; }

        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? Question { get; set; }

        public WordsField? About { get; set; }

        public ModerationReason? Reason { get; set; }

        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? Sentence { get; set; }

        /// <summary>Of <see cref="Leavable"/>, as <see cref="Write"/> has them.</summary>
        public List<string> Leave { get; set; } = [];

        /// <summary>Words that the screening has not found, each on its own line.</summary>
        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? AlsoLeave { get; set; }

        [StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string? Note { get; set; }

        public static InputModel Of(Verdict verdict) => new()
        {
            Decision = verdict.Outcome,
            Question = verdict.Outcome == ModerationStage.SentBack ? verdict.Sentence : null,
            About = verdict.About,
            Reason = verdict.ReasonKey is { } key ? Enum.Parse<ModerationReason>(key[(key.LastIndexOf('.') + 1)..]) : null,
            Sentence = verdict.Outcome == ModerationStage.NotPublished ? verdict.Sentence : null,
            Leave = [.. verdict.Cuts.Select(Write)],
        };
    }
}
