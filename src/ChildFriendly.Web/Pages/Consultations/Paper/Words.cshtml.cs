using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>One answer in a child's own words, typed from a paper; it goes to the moderators like any other.</summary>
public sealed class WordsModel(Concerns concerns) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    public PaperBatch Batch { get; private set; } = null!;

    public IReadOnlyList<Question> Asked { get; private set; } = [];

    public string Address => $"{Desk}/consultations/{Vote.Number}/paper/{Batch.Number}";

    public Refusal? Refusal => PaperRules.RefuseToTypeWords(Batch, Vote, Now);

    public async Task<IActionResult> OnGetAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        Input.Question = Asked[0].Position.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        if (Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Asked.SingleOrDefault(q => q.Position.ToString(CultureInfo.InvariantCulture) == Input.Question) is not { } question)
        {
            ModelState.TryAddModelError("Input.Question", ErrorKeys.Required);
            return Invalid();
        }

        if (!ModelState.IsValid || Languages.Find(Input.Language) is null)
        {
            return Invalid();
        }

        var answer = OpenAnswer.OnPaper(question, Batch, Input.Language, Input.Text, Input.FormId);
        if (await Db.OpenAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == answer.Id) is { } before)
        {
            if ((before.QuestionId, before.Text, before.Language) != (answer.QuestionId, answer.Text, answer.Language))
            {
                // Gone back to the form of the paper before: what is typed now would be lost without a word.
                Input.FormId = RandomId.New();
                return Refuse(PaperRules.OtherWordsBefore, "Input.Text");
            }
        }
        else
        {
            await Db.AddToCheckAsync(ModerationSubject.OpenAnswer, answer, concerns, Now);
            if (!await Db.SaveOnceAsync(answer))
            {
                return Refuse(Core.Shared.Refusal.Busy);
            }
        }

        return Tell($"{Address}/words", "paper-words");
    }

    private async Task<bool> FindAsync(int number, int batch)
    {
        if (await Db.FindPapersAsync(Here.Id, number, batch) is not var (vote, found))
        {
            return false;
        }

        (Vote, Batch) = (vote, found);
        Asked = [.. vote.QuestionsFor(found.AgeBand).Where(q => q.IsOpen)];
        return Asked.Count > 0;
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of the answer, so that a form sent twice makes it once. Random: it tells no time.</summary>
        public Guid FormId { get; set; } = RandomId.New();

        [Required]
        public string Question { get; set; } = "";

        [Required, StringLength(OpenAnswer.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";

        [Required]
        public string Language { get; set; } = Languages.Default;
    }
}
