using System.Text.Json.Nodes;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Audit.Desk;

/// <summary>
/// Every counted vote, counted again from the ballots in the box. For rankings and points whose ballots are not published, nobody outside can do it.
/// </summary>
public sealed class CountsModel(BallotBox box) : SitePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<RecountedQuestion> Questions { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var counted = Db.Consultations.AsNoTracking().Where(c => c.Stage == ConsultationStage.Counted || c.Stage == ConsultationStage.Decided || c.Stage == ConsultationStage.FollowedUp);
        Paging = Paging.Of(PageNumber, PageSize, await counted.CountAsync());
        var votes = await counted.OrderByDescending(c => c.ClosesAt).ThenBy(c => c.Id).Skip(Paging.Skip).Take(PageSize).ToListAsync();
        var localities = await Db.Localities.AsNoTracking().ToDictionaryAsync(l => l.Id);
        var recounted = new List<RecountedQuestion>();
        foreach (var vote in votes)
        {
            foreach (var question in vote.Questions.Where(q => !q.IsOpen).OrderBy(q => q.Position))
            {
                var election = await box.ElectionOfAsync(question);
                var outcome = question.Count(election, new TieLot(Convert.FromHexString(vote.TieSeed!)));
                var isSame = question.Outcome is { } published && JsonNode.DeepEquals(JsonNode.Parse(published), CountReport.ToJson(election, outcome));
                recounted.Add(new RecountedQuestion(
                    localities[vote.LocalityId].Slug, localities[vote.LocalityId].Name, vote.Number, question.Text, question.Rule, election.Cast, isSame,
                    vote.Voted >= ConsultationRules.FewestPublished && ConsultationRules.PublishesBallots(question, election)));
            }
        }

        Questions = recounted;
    }
}

/// <param name="IsSame">What comes out is what was published, step by step.</param>
/// <param name="IsPublished">Anybody can count these ballots again.</param>
public sealed record RecountedQuestion(string Slug, string Locality, int Number, string Text, CountingRule Rule, long Ballots, bool IsSame, bool IsPublished);
