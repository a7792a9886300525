using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A report was wrong: what it said stays to be read beside what it should have said.</summary>
public sealed class CorrectModel : MeasurePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ProgressUpdate Update { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, int position)
    {
        if (!await FindUpdateAsync(number, position))
        {
            return NotFound();
        }

        Input.Text = Update.Correction ?? Update.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int position)
    {
        if (!await FindUpdateAsync(number, position))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if ((Update.Correction ?? Update.Text) != Input.Text)
        {
            Measure.Correct(position, Input.Text, As(Role.CouncilStaff), Now);
            if (!await Db.TrySaveAsync())
            {
                return Refuse(Refusal.Busy);
            }
        }

        return Tell(Back, "report-corrected");
    }

    private async Task<bool> FindUpdateAsync(int number, int position)
    {
        if (!await FindAsync(number))
        {
            return false;
        }

        Update = Measure.Updates.SingleOrDefault(u => u.Position == position)!;
        return Update is not null;
    }

    public sealed class InputModel
    {
        [Required, StringLength(ProgressUpdate.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
