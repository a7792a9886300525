using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.News;

/// <summary>What is new, for readers that ask by themselves: of a locality, of its plan, of one idea.</summary>
public sealed class FeedModel(PortalSettings settings, Wording texts) : SitePage
{
    private const int Most = 50;

    public async Task<IActionResult> OnGetAsync(string? what, int? number)
    {
        var address = settings.Address?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";
        var (title, path, news) = (what, number) switch
        {
            (null, null) => (texts["news.title"], "news", await Db.NewsAsync(Here.Id, Now, Most)),
            ("plan", null) => (texts["plan.title"], "plan", await Db.PlanNewsAsync(Here.Id, Most)),
            ("initiatives", { } idea) => await OfIdeaAsync(idea),
            _ => ("", "", null),
        };
        if (news is null)
        {
            return NotFound();
        }

        var entries = news.Select(n => new FeedEntry(n.At, n.Stage.ToString(), $"{texts[StageTag.TextOf(n.Stage)]}: {n.Title}", $"{address}{Home}/{n.Path}", n.Said));
        return Content(AtomFeed.Write($"{address}{Request.Path}", $"{address}{Home}/{path}", $"{title} – {Here.Name}", Lang, IsDemonstration ? texts["site.demonstration"] : null, entries), AtomFeed.MediaType);
    }

    private async Task<(string Title, string Path, IReadOnlyList<NewsItem>? News)> OfIdeaAsync(int number)
    {
        var ideas = Db.Initiatives.InLocality(Here.Id).Published().Where(i => i.Number == number);
        var title = await ideas.Select(i => i.Title).SingleOrDefaultAsync();
        return title is null ? ("", "", null) : (title, $"initiatives/{number}", await Core.Localities.News.StepsOfAsync(ideas, Most));
    }
}
