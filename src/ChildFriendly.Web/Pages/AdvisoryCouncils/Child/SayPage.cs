using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>Where a child writes a few sentences to the council. A person reads them before anybody else.</summary>
public abstract class SayPage(Concerns concerns) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>What this child has sent from here before.</summary>
    public IReadOnlyList<CouncilContribution> Mine { get; protected set; } = [];

    /// <summary>Said in the answer to this very press and nowhere else.</summary>
    public bool HasConcern { get; private set; }

    protected async Task<IActionResult> SendAsync(ContributionKind kind, Guid? recommendationId = null)
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Mine.Any(m => m.Id == Input.FormId))
        {
            // Pressed twice.
            return Tell(Request.Path, "council-sent");
        }

        return ContributionRules.RefuseToSend(Me, Here.Id, await WaitingAsync(), HasSign) is { } refusal ? Refuse(refusal)
            : await KeepAsync(Input.FormId, Input.Text, words => CouncilContribution.Of(Me, kind, recommendationId, Lang, words, Now, Input.FormId), Request.Path, "council-sent");
    }

    protected bool HasSign => concerns.HasSign(Here.Slug, Lang, [Input.Text]);

    protected Task<int> WaitingAsync() => Db.CouncilContributions.CountAsync(c => c.AuthorId == Me.Id && c.Stage == ShortTextStage.Waiting);

    protected async Task<IActionResult> KeepAsync(Guid id, string? words, Func<string, CouncilContribution> make, string next, string told)
    {
        switch (await Db.KeepContributionAsync(id, Me, words, make, concerns, Lang, Now))
        {
            case null:
                return Redirect($"/{Lang}/card");
            case true:
                HasConcern = true;
                return Page();
            default:
                return Tell(next, told);
        }
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = RandomId.New();

        public ContributionKind Kind { get; set; } = ContributionKind.Comment;

        [Required, StringLength(CouncilContribution.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
