using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>One more question of a vote that is being prepared.</summary>
public sealed class QuestionModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public QuestionInput Input { get; set; } = new();

    public QuestionForm Form { get; private set; } = null!;

    public Consultation Vote { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Input.Text))
        {
            ModelState.TryAddModelError("Input.Text", ErrorKeys.Required);
        }

        Form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Vote.Questions.Any(q => q.Text == Input.Text!.Trim()))
        {
            // Pressed twice: it is asked already.
            return Redirect($"{Desk}/consultations/{number}/draft");
        }

        if (await Form.AskAsync(Db, Vote) is not { } question)
        {
            return Refuse(ConsultationRules.IdeaGone, "Input.Initiatives");
        }

        if (ConsultationRules.RefuseQuestion(question) is { } refusal)
        {
            return Refuse(refusal, QuestionForm.FieldOf(refusal));
        }

        Db.Add(question);
        Db.Touch(Vote);
        return await Db.TrySaveAsync() ? Redirect($"{Desk}/consultations/{number}/draft") : Refuse(Core.Shared.Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Vote = (await Db.Consultations.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number && c.Stage == ConsultationStage.Draft))!;
        Form = await QuestionForm.LoadAsync(Db, Here.Id, Input);
        return Vote is not null;
    }
}
