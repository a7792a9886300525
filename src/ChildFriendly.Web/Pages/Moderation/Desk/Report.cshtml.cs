using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>Readers say that something published is wrong: it stays, or it is taken down with a sentence for its child.</summary>
public sealed class ReportModel : SitePage
{
    [BindProperty, StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
    public string? Sentence { get; set; }

    public Report Report { get; private set; } = null!;

    public string? Title => initiative?.Title;

    public string Words => initiative?.Text ?? words?.Text ?? "";

    public string Language => ((IContribution?)initiative ?? words)?.Language ?? Initiative.DefaultLanguage;

    public bool IsSuspended => initiative?.IsSuspended ?? words?.IsSuspended ?? false;

    /// <summary>The idea with all that is published of it: what readers point at may stand in any part.</summary>
    public Initiative? Initiative => initiative;

    /// <summary>The last case of the idea: its picture is looked at from there. Null where there is none.</summary>
    public Guid? LastCase { get; private set; }

    private Initiative? initiative;
    private ShortText? words;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, bool stays)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Report.Stage == ReportStage.Waiting)
        {
            if (!ModelState.IsValid)
            {
                return Invalid();
            }

            if (!stays && string.IsNullOrEmpty(Sentence))
            {
                return Refuse(ModerationRules.SentenceMissing, nameof(Sentence));
            }

            if (initiative is not null)
            {
                await Db.DecideReportsAsync(initiative, stays || !initiative.Stage.IsPublic(), Sentence, Staff!.Id, As(Role.Moderator), Now);
            }
            else if (words is not null)
            {
                await Db.DecideReportsAsync(words, stays || words.Stage != ShortTextStage.Published, Sentence, Staff!.Id, As(Role.Moderator), Now);
            }
            else
            {
                // Gone meanwhile.
                Report.Decide(stays: false, Staff!.Id, As(Role.Moderator), Now);
            }

            if (!await Db.TrySaveAsync())
            {
                return Refuse(Refusal.Busy);
            }
        }

        return Tell($"{Desk}/moderation", "report-decided");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Report = (await Db.Reports.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id))!;
        if (Report is null)
        {
            return false;
        }

        var item = await Db.ContributionOfAsync(Report.SubjectKind, Report.ItemId);
        (initiative, words) = (item as Initiative, item as ShortText);
        LastCase = initiative is null ? null
            : await Db.ModerationCases.Where(c => c.ItemId == initiative.Id).OrderByDescending(c => c.WaitingSince).Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        return true;
    }
}
