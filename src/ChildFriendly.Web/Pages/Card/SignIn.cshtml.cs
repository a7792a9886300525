using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card;

[InKeyLanguages]
public sealed class SignInModel(CardPepper pepper, WrongCodes wrongCodes, PendingForms pending) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The device goes from child to child, and the next one comes in here.</summary>
    public ClassVote? Class { get; private set; }

    public IReadOnlyList<DemonstrationPerson> Examples { get; private set; } = [];

    /// <summary>Localities of the examples by slug.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Some cards that children hold open nothing, because the pepper they were made with is lost.</summary>
    public bool HasLostCards { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (CardCode.Read(Input.Code) is not { } code)
        {
            return WrongCode(ParticipationRules.NotACode);
        }

        var hash = pepper.HashOf(code);
        var card = await Db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.CodeHash == hash);
        if (ParticipationRules.RefuseToSignIn(card, Today, IsDemonstration) is { } refusal)
        {
            return refusal == ParticipationRules.UnknownCard ? WrongCode(refusal) : Refuse(refusal, "Input.Code");
        }

        await HttpContext.BeginChildAsync(card!);
        var child = await Db.Participants.AsNoTracking().SingleOrDefaultAsync(p => p.CardId == card!.Id);
        var back = Url.IsLocalUrl(Back) ? Back : null;
        if (child is null)
        {
            return Redirect($"/{Lang}/card/welcome" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"));
        }

        // Whoever holds a card that was used before learns it, and as whom: it may be somebody else's.
        if (ParticipationRules.MustConfirmBand(child, Today))
        {
            return Tell($"/{Lang}/card/band" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"), "used-before");
        }

        if (pending.Find(card!.Id) is not null)
        {
            return Tell($"/{Lang}/card/resume", "used-before");
        }

        var home = await Db.Localities.Where(l => l.Id == child.LocalityId).Select(l => l.Slug).SingleAsync();
        return Tell(back ?? $"/{Lang}/{home}", "used-before");
    }

    private async Task LoadAsync()
    {
        Class = ClassVote.Of(Request);
        Back ??= Class?.BallotPath(Lang);
        HasLostCards = await Db.BatchesOfLostPepper(pepper, Today).AnyAsync();
        if (IsDemonstration)
        {
            Examples = DemonstrationPeople.Load().All.Where(p => p.Kind == "child").ToList();
            Names = await Db.Localities.ToDictionaryAsync(l => l.Slug, l => l.Name, StringComparer.Ordinal);
        }
    }

    private IActionResult WrongCode(Refusal refusal)
    {
        if (!wrongCodes.CountOne(HttpContext.Connection.RemoteIpAddress))
        {
            return Refuse(refusal, "Input.Code");
        }

        var page = Refuse(ParticipationRules.TooManyTries, "Input.Code");
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = "60";
        return page;
    }

    public sealed class InputModel
    {
        [Required, StringLength(60)]
        public string Code { get; set; } = "";
    }
}
