using ChildFriendly.Core.Localities;

namespace ChildFriendly.Web.Pages.News;

public sealed class IndexModel : SitePage
{
    private const int Most = 60;

    /// <summary>By day, the newest first.</summary>
    public IReadOnlyList<(DateOnly Day, IReadOnlyList<NewsItem> News)> Days { get; private set; } = [];

    public async Task OnGetAsync() => Days =
    [
        .. (await Db.NewsAsync(Here.Id, Now, IsYoung ? Most / 3 : Most)).GroupBy(n => Core.Shared.RomanianTime.DateOf(n.At)).Select(g => (g.Key, (IReadOnlyList<NewsItem>)g.ToList())),
    ];
}
