using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card;

/// <summary>First use of a card: what this is, that one chooses freely, a nickname and a picture.</summary>
[InKeyLanguages]
public sealed class WelcomeModel(WordLists words) : SitePage
{
    public const int Agreeing = 1;
    public const int Naming = 2;
    public const int Picturing = 3;

    private const int Offered = 3;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>One thing on each page: what this is and whether one wants it, a nickname, a picture.</summary>
    [BindProperty]
    public int Step { get; set; } = Agreeing;

    public IReadOnlyList<Choice> Nicknames { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Child is not null)
        {
            return Redirect($"/{Lang}/me");
        }

        await OfferAsync([]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool again)
    {
        if (Child is not null)
        {
            return Redirect($"/{Lang}/me");
        }

        // What was offered is offered again, so that nobody loses the name they liked.
        await OfferAsync(Input.OfferedNames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<Nickname>());
        if (again)
        {
            return Show(Step - 1);
        }

        if (Step == Agreeing)
        {
            return Show(Naming);
        }

        if (Read(Input.Nickname) is not { } nickname)
        {
            return Missing(Naming, "Input.Nickname", Input.Nickname);
        }

        if (Step == Naming)
        {
            return Show(Picturing);
        }

        if (!Avatars.All.Contains(Input.Picture, StringComparer.Ordinal))
        {
            return Missing(Picturing, "Input.Picture", Input.Picture);
        }

        Db.Add(FirstUse.Of(Card!, Now));
        Db.Add(Participant.Join(Card!, nickname, Input.Picture, Participant.PresentAssentVersion, Now));
        if (!await Db.TrySaveAsync())
        {
            // Either the name went to somebody else a moment ago, or this card was used twice at once: then the first one stands.
            Db.ChangeTracker.Clear();
            if (await Db.Participants.AnyAsync(p => p.CardId == Card!.Id))
            {
                return Redirect($"/{Lang}/me");
            }

            await OfferAsync([]);
            Show(Naming);
            return Refuse(ParticipationRules.NicknameTaken, "Input.Nickname");
        }

        var home = await Db.Localities.Where(l => l.Id == Card!.LocalityId).Select(l => l.Slug).SingleAsync();
        return Url.IsLocalUrl(Back) ? Redirect(Back) : Tell($"/{Lang}/{home}", "welcome");
    }

    private PageResult Show(int step)
    {
        Step = Math.Clamp(step, Agreeing, Picturing);
        ModelState.Clear();
        return Page();
    }

    private IActionResult Missing(int step, string field, string? chosen)
    {
        Show(step);
        return Refuse(string.IsNullOrEmpty(chosen) ? new(ErrorKeys.Required) : ParticipationRules.NotOffered, field);
    }

    private async Task OfferAsync(IEnumerable<Nickname> again)
    {
        var offered = again.ToList();
        if (offered.Count == 0)
        {
            var taken = await Db.Participants.Where(p => p.LocalityId == Card!.LocalityId)
                .Select(p => new { p.NicknameAdjective, p.NicknameAnimal }).ToListAsync();
            var names = taken.Select(t => new Nickname(t.NicknameAdjective, t.NicknameAnimal)).ToHashSet();
            offered = words.Offer(Offered * 8, Random.Shared).Where(n => !names.Contains(n)).Take(Offered).ToList();
        }

        Nicknames = offered.Select(n => new Choice($"{n.Adjective}+{n.Animal}", words.NameOf(n, Lang))).ToList();
        Input.OfferedNames = string.Join(' ', Nicknames.Select(n => n.Value));
    }

    private Nickname? Read(string? value) =>
        value?.Split('+') is [var adjective, var animal] && new Nickname(adjective, animal) is { } name && words.Knows(name) ? name : null;

    public sealed class InputModel
    {
        public string Nickname { get; set; } = "";

        public string Picture { get; set; } = "";

        [StringLength(300)]
        public string OfferedNames { get; set; } = "";
    }
}
