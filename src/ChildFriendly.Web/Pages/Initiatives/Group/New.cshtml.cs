using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>
/// Writes down what children said on paper. It waits for a moderator like any other idea; the answer is the sheet with the words for following
/// it, which is made here once and kept nowhere.
/// </summary>
public sealed class NewModel(CardPepper pepper, Concerns concerns) : SitePage, IHasIdea
{
    [BindProperty(Name = nameof(Input))]
    public NewInput Input { get; set; } = new();

    IdeaInput IHasIdea.Input => Input;

    public TrackingSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (InitiativeRules.RefuseToWriteDown(Input.Children!.Value) is { } refusal)
        {
            return Refuse(refusal, "Input.Children");
        }

        if (await Db.Initiatives.AnyAsync(i => i.Id == Input.FormId))
        {
            return Refuse(InitiativeRules.WrittenDownAlready);
        }

        var (by, words) = (As(Role.Facilitator), TrackingWords.New());
        var idea = Initiative.WriteDown(Here.Id, Input.Children.Value, Input.Band!.Value, Now, Input.FormId);
        Input.WriteInto(idea, Now);
        idea.PrintTrackingWords(pepper.HashOf(words), by, Now);
        Db.Add(idea);
        // A sign of harm is seen to like that of any other idea; nothing here tells whether there was one.
        if (await Db.SubmitAsync(idea, concerns, Now, by) == Submitted.Before)
        {
            return Refuse(InitiativeRules.WrittenDownAlready);
        }

        Sheet = TrackingSheet.Of(this, idea, words);
        return Page();
    }

    public sealed class NewInput : IdeaInput
    {
        /// <summary>Becomes the id of the idea, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, Range(0, 1000)]
        public int? Children { get; set; }

        [Required, EnumDataType(typeof(AgeBand))]
        public AgeBand? Band { get; set; }
    }
}

/// <summary>What is printed: the words of one idea, once for each child.</summary>
/// <param name="Address">Where the portal is, without a slash at the end.</param>
public sealed record TrackingSheet(string Locality, string Desk, Initiative Idea, byte[] Words, string Address)
{
    public static TrackingSheet Of(SitePage page, Initiative idea, byte[] words) =>
        new(page.Here.Name, page.Desk, idea, words, $"{page.Request.Scheme}://{page.Request.Host}");
}
