using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Initiatives.Child;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Me;

public sealed class IndexModel(WordLists words) : SitePage
{
    public string Nickname => words.NameOf(Me.Nickname, Lang);

    public string MyLocality { get; private set; } = "";

    public string MyHome { get; private set; } = "";

    public IReadOnlyList<MyIdea> Ideas { get; private set; } = [];

    public IReadOnlyList<MySupport> Supported { get; private set; } = [];

    public IReadOnlyList<MyVote> Votes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var locality = await Db.Localities.AsNoTracking().SingleAsync(l => l.Id == Me.LocalityId);
        MyLocality = locality.Name;
        MyHome = $"/{Lang}/{locality.Slug}";
        var ideas = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().Where(i => i.AuthorId == Me.Id).OrderByDescending(i => i.ChangedAt).Take(100).ToListAsync();
        Ideas = ideas.ConvertAll(i => new MyIdea(i.Number, i.Title, i.Stage, i.ChangedAt, Step.Next(i).Path, i.Language));
        Supported = await Db.Supports.AsNoTracking().Where(s => s.ParticipantId == Me.Id)
            .Join(Db.Initiatives.Published(), s => s.InitiativeId, i => i.Id, (s, i) => i)
            .OrderBy(i => i.Number).Take(100).Select(i => new MySupport(i.Number, i.Title, i.Stage, i.Language)).ToListAsync();
        Votes = await Db.VoterMarks.AsNoTracking().Where(m => m.ParticipantId == Me.Id)
            .Join(Db.Consultations.IgnoreAutoIncludes(), m => m.ConsultationId, c => c.Id, (m, c) => c)
            .OrderByDescending(c => c.ClosesAt).Take(100).Select(c => new MyVote(c.Number, c.Title, c.Stage)).ToListAsync();
    }
}

/// <param name="Next">For a draft: the path of the step where it goes on.</param>
public sealed record MyIdea(int Number, string Title, InitiativeStage Stage, DateTime ChangedAt, string Next, string Language);

public sealed record MySupport(int Number, string Title, InitiativeStage Stage, string Language);

public sealed record MyVote(int Number, string Title, ConsultationStage Stage);
