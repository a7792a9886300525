using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Safeguarding;

/// <summary>One concern, for those responsible: what was written, what was done, and what they may do. Each look is recorded.</summary>
public abstract class CasePage(ISeal seal, Wording texts) : SitePage
{
    private static readonly string[] Shown =
    [
        nameof(SafeguardingCaseOpened), nameof(SafeguardingAlarmPassedOn), nameof(SafeguardingCaseAcknowledged), nameof(SafeguardingCaseRead),
        nameof(SafeguardingRecordRead), nameof(SafeguardingCaseClosed), nameof(SafeguardingCaseErased),
    ];

    /// <summary>What those responsible say that they did.</summary>
    public static IReadOnlyList<SafeguardingAct> Chosen { get; } = [.. Enum.GetValues<SafeguardingAct>().Where(a => a != SafeguardingAct.LookedUpCard)];

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public SafeguardingCase Case { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>Null where it was closed with a key that is lost; empty once it was erased.</summary>
    public string? Words { get; private set; }

    public string? Reach { get; private set; }

    /// <summary>The number of the idea that it came from, where there is one.</summary>
    public int? Idea { get; private set; }

    /// <summary>What the child showed and said aloud, where it came with an idea and is still there.</summary>
    public InitiativePicture? Picture { get; private set; }

    public VoiceMessage? Voice { get; private set; }

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>The page is the record for the authority.</summary>
    public bool IsRecord { get; private set; }

    /// <summary>Where the list of such cases is.</summary>
    public abstract string Cases { get; }

    public string Address => $"{Cases}/{Case.Id}";

    protected abstract IQueryable<SafeguardingCase> Mine { get; }

    protected abstract Actor Who { get; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Case.Read(Who, Now);
        await Db.SaveChangesAsync();
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetRecordAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Case.ReadForAuthority(Who, Now);
        await Db.SaveChangesAsync();
        IsRecord = true;
        await ShowAsync();
        return Page();
    }

    /// <summary>Recorded as a look at the case, never at the idea: there anybody who reads the audit would see who looked.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid id)
    {
        if (!await FindAsync(id) || Case.ErasedAt is not null || await MediaAsync(withBytes: true) is not { Picture: { File: { } file } picture })
        {
            return NotFound();
        }

        Case.Read(Who, Now);
        await Db.SaveChangesAsync();
        return ServedFiles.Serve(Response, picture.Type, file.Bytes, isForEverybody: false);
    }

    public async Task<IActionResult> OnGetVoiceAsync(Guid id)
    {
        if (!await FindAsync(id) || Case.ErasedAt is not null || await MediaAsync(withBytes: true) is not { Voice.Sound: { } sound })
        {
            return NotFound();
        }

        Case.Read(Who, Now);
        await Db.SaveChangesAsync();
        return ServedFiles.ServeSound(Response, sound.Bytes);
    }

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id) => DoAsync(id, () =>
    {
        if (Case.Stage == SafeguardingStage.New)
        {
            Case.Acknowledge(Who, Now);
        }

        // Somebody else has said so a moment before: it is seen.
        return Task.FromResult(((Refusal, string)?)null);
    });

    public Task<IActionResult> OnPostTriageAsync(Guid id) => DoAsync(id, async () =>
    {
        if (Input.Level is not { } level)
        {
            return (SafeguardingRules.LevelMissing, "Input.Level");
        }

        if (SafeguardingRules.RefuseToTriage(Case, level, Input.Reason) is { } refusal)
        {
            return (refusal, refusal == SafeguardingRules.ReasonMissing ? "Input.Reason" : "");
        }

        Case.Triage(level, Input.Reason!, seal, Who, Now);
        if (level == SafeguardingLevel.D)
        {
            await ReturnAsync();
        }

        return null;
    });

    public Task<IActionResult> OnPostActAsync(Guid id) => DoAsync(id, () =>
    {
        (Refusal, string)? refused = Input.Act is not { } act || !Chosen.Contains(act) ? (SafeguardingRules.ActMissing, "Input.Act")
            : SafeguardingRules.RefuseToAct(Case) is { } refusal ? (refusal, "") : null;
        if (refused is null)
        {
            Case.Act(Input.Act!.Value, Input.Note ?? "", seal, Who, Now);
        }

        return Task.FromResult(refused);
    });

    /// <summary>The answer stands in the log, where the look stands too.</summary>
    public Task<IActionResult> OnPostCardAsync(Guid id) => DoAsync(id, async () =>
    {
        if (SafeguardingRules.RefuseToLookUpCard(Case, Input.Resort) is { } refusal)
        {
            return (refusal, refusal == SafeguardingRules.ReasonMissing ? "Input.Resort" : "");
        }

        if (await Db.CardBehindAsync(Case.ModerationCaseId!.Value) is not { } card)
        {
            return (SafeguardingRules.NoCard, "");
        }

        Case.Act(SafeguardingAct.LookedUpCard, $"{texts["desk.safeguarding.card.found", ("batch", card.Batch), ("place", card.IssuedTo), ("card", card.Card)]}\n{Input.Resort}", seal, Who, Now);
        return null;
    });

    public Task<IActionResult> OnPostCloseAsync(Guid id) => DoAsync(id, async () =>
    {
        (Refusal, string)? refused = Input.Outcome is not { } outcome || !Enum.IsDefined(outcome) ? (SafeguardingRules.OutcomeMissing, "Input.Outcome")
            : SafeguardingRules.RefuseToClose(Case, Input.Ending) is { } refusal ? (refusal, refusal == SafeguardingRules.ReasonMissing ? "Input.Ending" : "") : null;
        if (refused is null)
        {
            Case.Close(Input.Outcome!.Value, Input.Ending!, seal, Who, Now);
            if (Input.Returns)
            {
                await ReturnAsync();
            }
        }

        return refused;
    });

    private async Task ReturnAsync()
    {
        if (Case.ModerationCaseId is { } waits && await Db.ModerationCases.SingleOrDefaultAsync(c => c.Id == waits) is { } item)
        {
            item.Return();
        }
    }

    /// <summary>Does one thing and says so; what was typed stays where it was refused.</summary>
    private async Task<IActionResult> DoAsync(Guid id, Func<Task<(Refusal Refusal, string Field)?>> act)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync();
            return Invalid();
        }

        if (await act() is { } refused)
        {
            await ShowAsync();
            return Refuse(refused.Refusal, refused.Field);
        }

        if (await Db.TrySaveAsync())
        {
            return Tell(Address, "safeguarding-noted");
        }

        Db.ChangeTracker.Clear();
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await ShowAsync();
        return Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Mine.SingleOrDefaultAsync(c => c.Id == id))!;
        return Case is not null;
    }

    /// <summary>The idea that it came from, for what was added to it.</summary>
    private async Task<Initiative?> MediaAsync(bool withBytes)
    {
        var ideas = Db.Initiatives.AsNoTracking().Where(i => Db.ModerationCases.Any(c => c.Id == Case.ModerationCaseId && c.ItemId == i.Id));
        return await (withBytes ? ideas.Include(i => i.Picture!.File).Include(i => i.Voice!.Sound) : ideas).SingleOrDefaultAsync();
    }

    private async Task ShowAsync()
    {
        Place = await Db.Localities.Where(l => l.Id == Case.LocalityId).Select(l => l.Name).SingleAsync();
        (Words, Reach) = (Open(Case.SealedWords), Open(Case.SealedReach));
        var idea = await MediaAsync(withBytes: false);
        (Idea, Picture, Voice) = (idea?.Number, Case.ErasedAt is null ? idea?.Picture : null, Case.ErasedAt is null ? idea?.Voice : null);
        var looks = await Db.Audit.AsNoTracking().Where(a => a.SubjectId == Case.Id && Shown.Contains(a.What)).ToListAsync();
        var people = await Db.StaffAccounts.EmailsOfAsync(looks.Select(a => a.StaffId).Concat(Case.Notes.Select(n => n.ById)).OfType<Guid>());
        Lines = looks.ConvertAll(a => new CaseLine(a.At, a.Role, NameOf(a.StaffId), $"desk.audit.change.{a.What}", null, ""))
            .Concat(Case.Notes.Select(n => new CaseLine(n.At, n.ByRole, NameOf(n.ById), n.Act is { } act ? $"desk.safeguarding.act.{act}" : n.Level is { } level ? $"desk.safeguarding.level.{level}" : "desk.safeguarding.note", n.Position, Open(n.SealedText) ?? "–")))
            .OrderBy(l => l.At).ThenBy(l => l.Position).ToList();
        Lines = Folded(Lines);

        string? NameOf(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;

        string? Open(string closed) => closed.Length == 0 ? "" : seal.Open(closed);
    }

    /// <summary>Who looks again and again, with nothing between, has one line with how often; each look stays in the records.</summary>
    private static List<CaseLine> Folded(IReadOnlyList<CaseLine> lines)
    {
        var folded = new List<CaseLine>();
        foreach (var line in lines)
        {
            if (folded.Count > 0 && line.Position is null && folded[^1] is { Position: null } last && (last.Key, last.By, last.Role) == (line.Key, line.By, line.Role))
            {
                folded[^1] = last with { Until = line.At, Times = last.Times + 1 };
            }
            else
            {
                folded.Add(line);
            }
        }

        return folded;
    }

    public sealed class InputModel
    {
        public SafeguardingLevel? Level { get; set; }

        [StringLength(SafeguardingCase.NoteMaxLength), DataType(DataType.MultilineText)]
        public string? Reason { get; set; }

        public SafeguardingAct? Act { get; set; }

        [StringLength(SafeguardingCase.NoteMaxLength), DataType(DataType.MultilineText)]
        public string? Note { get; set; }

        public SafeguardingOutcome? Outcome { get; set; }

        [StringLength(SafeguardingCase.NoteMaxLength), DataType(DataType.MultilineText)]
        public string? Ending { get; set; }

        /// <summary>What the child wrote goes back to the moderators, who know nothing of the case.</summary>
        public bool Returns { get; set; }

        [StringLength(SafeguardingCase.NoteMaxLength), DataType(DataType.MultilineText)]
        public string? Resort { get; set; }
    }
}

/// <param name="Key">What it was, as a text.</param>
/// <param name="Text">What somebody wrote down.</param>
/// <param name="Until">The last time, where it was more than once.</param>
public sealed record CaseLine(DateTime At, Role? Role, string? By, string Key, int? Position, string Text, DateTime? Until = null, int Times = 1);
