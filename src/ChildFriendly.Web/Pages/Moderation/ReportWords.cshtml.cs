using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Moderation;

/// <summary>Of a short text that is shown beside something: an answer with the results of its vote, a reason with its idea.</summary>
public sealed class ReportWordsModel(HidingLimits limits) : ReportPage(limits)
{
    private (ModerationSubject Kind, ShortText Text) shown;

    public override (string Words, string Language) Named => (shown.Text.Text, shown.Text.Language);

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await FindAsync(id) ? await SayAsync(shown.Kind, shown.Text) : NotFound();

    private async Task<bool> FindAsync(Guid id)
    {
        var found = await Db.ShownTextAsync(Here.Id, id);
        shown = found ?? default;
        return found is not null;
    }
}
