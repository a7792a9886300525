using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>One idea that was written down: where it stands, and writing it anew after a moderator's question.</summary>
public sealed class IdeaModel(Concerns concerns) : SitePage, IHasIdea
{
    [BindProperty(Name = nameof(Input))]
    public IdeaInput Input { get; set; } = new();

    public Initiative Idea { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input = IdeaInput.Of(Idea);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (InitiativeRules.RefuseToCorrect(Idea) is { } refusal)
        {
            return Refuse(refusal);
        }

        Input.WriteInto(Idea, Now);
        return await Db.SubmitAsync(Idea, concerns, Now, As(Role.Facilitator)) == Submitted.Before ? Refuse(InitiativeRules.NotEditable) : Tell($"{Desk}/group-ideas", "group-idea-sent");
    }

    private async Task<bool> FindAsync(int number)
    {
        Idea = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.GroupSize != null))!;
        return Idea is not null;
    }
}
