using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>A child's voice, to be heard and written down: what is written is published, the sound never.</summary>
public sealed class VoiceModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ModerationCase Case { get; private set; } = null!;

    public Initiative Initiative { get; private set; } = null!;

    public VoiceMessage Voice => Initiative.Voice!;

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = new InputModel { Transcript = Voice.Transcript, Reason = Voice.Reason };
        return Page();
    }

    /// <summary>The sound itself. Each time it is handed out is noted.</summary>
    public async Task<IActionResult> OnGetSoundAsync(Guid id)
    {
        if (!await FindAsync(id) || await Db.Set<VoiceSound>().AsNoTracking().SingleOrDefaultAsync(s => s.VoiceId == Voice.Id) is not { } sound)
        {
            return NotFound();
        }

        Voice.Hear(As(Role.Moderator), Now);
        await Db.SaveChangesAsync();
        return ServedFiles.ServeSound(Response, sound.Bytes);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (MediaRules.RefuseToWriteDown(Input.Transcript) is { } refusal)
        {
            return Refuse(refusal, "Input.Transcript");
        }

        Voice.WriteDown(Input.Transcript!, As(Role.Moderator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/moderation/{id}", "voice-written-down") : Refuse(Core.Shared.Refusal.Busy);
    }

    public async Task<IActionResult> OnPostLeaveOutAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (Input.Reason is not { } reason || !Enum.IsDefined(reason))
        {
            return Refuse(MediaRules.ReasonMissing, "Input.Reason");
        }

        Voice.LeaveOut(reason, As(Role.Moderator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/moderation/{id}", "voice-left-out") : Refuse(Core.Shared.Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id && c.SubjectKind == ModerationSubject.Initiative && c.Stage != ModerationStage.Concern))!;
        Initiative = Case is null ? null! : (await Db.Initiatives.SingleOrDefaultAsync(i => i.Id == Case.ItemId))!;
        if (Initiative?.Voice is null)
        {
            return false;
        }

        Refusal = ModerationRules.RefuseToDecide(Case!, Staff!.Id, Now);
        return true;
    }

    public sealed class InputModel
    {
        [StringLength(VoiceMessage.TranscriptMaxLength), DataType(DataType.MultilineText)]
        public string? Transcript { get; set; }

        public MediaReason? Reason { get; set; }
    }
}
