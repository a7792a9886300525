using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Web.Demonstration;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card;

/// <summary>First use of a card: what this is, that one chooses freely, a nickname and a picture.</summary>
[InKeyLanguages]
public sealed class WelcomeModel(WordLists words) : SitePage
{
    private const int Offered = 3;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

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

    public async Task<IActionResult> OnPostAsync()
    {
        if (Child is not null)
        {
            return Redirect($"/{Lang}/me");
        }

        // What was offered is offered again when something is missing, so that nobody loses the name they liked.
        await OfferAsync(Input.OfferedNames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<Nickname>());
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Read(Input.Nickname) is not { } nickname || !Avatars.All.Contains(Input.Picture, StringComparer.Ordinal))
        {
            return Refuse(ParticipationRules.NotOffered);
        }

        Db.Add(Participant.Join(Card!, nickname, Input.Picture, DemonstrationData.AssentVersion, Now));
        if (!await Db.TrySaveAsync())
        {
            // Either the name went to somebody else a moment ago, or this card was used twice at once: then the first one stands.
            Db.ChangeTracker.Clear();
            if (await Db.Participants.AnyAsync(p => p.CardId == Card!.Id))
            {
                return Redirect($"/{Lang}/me");
            }

            await OfferAsync([]);
            return Refuse(ParticipationRules.NicknameTaken, "Input.Nickname");
        }

        var home = await Db.Localities.Where(l => l.Id == Card!.LocalityId).Select(l => l.Slug).SingleAsync();
        return Url.IsLocalUrl(Back) ? Redirect(Back) : Tell($"/{Lang}/{home}", "welcome");
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
        ModelState.Remove("Input.OfferedNames");
    }

    private Nickname? Read(string? value) =>
        value?.Split('+') is [var adjective, var animal] && new Nickname(adjective, animal) is { } name && words.Knows(name) ? name : null;

    public sealed class InputModel
    {
        [Required]
        public string Nickname { get; set; } = "";

        [Required]
        public string Picture { get; set; } = "";

        [StringLength(300)]
        public string OfferedNames { get; set; } = "";
    }
}
