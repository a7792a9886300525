using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>A poll among members: one vote each, changeable until it closes; results afterwards.</summary>
[AtHome]
public sealed class PollModel : SitePage
{
    private const int MostTries = 8;

    private CouncilPollVote? vote;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public CouncilPoll Poll { get; private set; } = null!;

    public bool HasVoted => vote is not null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input.Position = vote?.Position;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Input.Position is { } chosen && !Poll.Options.Any(o => o.Position == chosen))
        {
            ModelState.AddModelError("Input.Position", Tags.ErrorKeys.Invalid);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (PollRules.RefuseToVote(Poll, Today) is { } refusal)
            {
                return Refuse(refusal);
            }

            if (vote is null)
            {
                Db.Add(CouncilPollVote.Of(Poll, Me, Input.Position!.Value));
            }
            else
            {
                vote.Change(Input.Position!.Value);
            }

            // Closed at the same moment, it takes no vote any more: whoever closes reads the same version. Members who vote at once come one after the other.
            Db.Touch(Poll);
            if (await Db.TrySaveAsync())
            {
                return Tell($"{Home}/council/desk", "poll-voted");
            }

            Db.ChangeTracker.Clear();
            if (!await FindAsync(id))
            {
                return NotFound();
            }
        }

        return Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (!CouncilRules.IsMember(Card, Today) || await Db.CouncilPolls.InLocality(Here.Id).SingleOrDefaultAsync(p => p.Id == id) is not { } poll)
        {
            return false;
        }

        Poll = poll;
        vote = await Db.CouncilPollVotes.SingleOrDefaultAsync(v => v.PollId == id && v.ParticipantId == Me.Id);
        return true;
    }

    public sealed class InputModel
    {
        [Required]
        public int? Position { get; set; }
    }
}
