using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>Of an answer that is shown with the results of its vote.</summary>
public sealed class ReportModel(HidingLimits limits) : ReportPage(limits)
{
    private OpenAnswer answer = null!;

    public override (string Words, string Language) Named => (answer.Text, answer.Language);

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await FindAsync(id) ? await SayAsync(ModerationSubject.OpenAnswer, answer) : NotFound();

    private async Task<bool> FindAsync(Guid id)
    {
        var shown = new[] { ConsultationStage.Counted, ConsultationStage.Decided, ConsultationStage.FollowedUp };
        answer = (await Db.OpenAnswers.InLocality(Here.Id).SingleOrDefaultAsync(a => a.Id == id && a.Stage == OpenAnswerStage.Published && !a.IsSuspended
            && Db.Consultations.Any(c => c.Id == a.ConsultationId && shown.Contains(c.Stage))))!;
        return answer is not null;
    }
}
