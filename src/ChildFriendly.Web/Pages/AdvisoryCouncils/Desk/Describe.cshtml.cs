using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>What the council's page says: who its members are together, never one by one.</summary>
public sealed class DescribeModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        if (await FindAsync() is { } council)
        {
            Input = InputModel.Of(council);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (CouncilRules.RefuseMandate(Input.From, Input.To) is { } refusal)
        {
            return Refuse(refusal, "Input.To");
        }

        if (Input.From11To13 + Input.From14To17 > Input.Seats)
        {
            return Refuse(CouncilRules.MoreThanSeats, "Input.From14To17");
        }

        var by = As(Role.CouncilCoordinator);
        var council = await FindAsync();
        if (council is null)
        {
            council = ChildrensCouncil.Establish(Here.Id, Input.Seats!.Value, Input.HowChosen, Input.Does, by, Now);
            Db.Add(council);
        }

        council.Describe(Input.Words, by, Now);
        await MoveMarksAsync(Input.To);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "council-described") : Refuse(Refusal.Busy);
    }

    /// <summary>Cards of members open the council's pages as long as the mandate lasts, also when that is moved.</summary>
    private async Task MoveMarksAsync(DateOnly? until)
    {
        foreach (var card in await Db.Cards.InLocality(Here.Id).Where(c => c.CouncilUntil >= Today && c.CouncilUntil != until && c.VoidedAt == null && c.EndedAt == null).ToListAsync())
        {
            if (until is { } last)
            {
                card.JoinCouncil(last, As(Role.CouncilCoordinator), Now);
            }
            else
            {
                card.LeaveCouncil(As(Role.CouncilCoordinator), Now);
            }
        }
    }

    private Task<ChildrensCouncil?> FindAsync() => Db.ChildrensCouncils.InLocality(Here.Id).SingleOrDefaultAsync();

    public sealed class InputModel
    {
        [Required, Range(1, CouncilRules.MostSeats)]
        public int? Seats { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        [Required, Range(0, CouncilRules.MostSeats)]
        public int? From11To13 { get; set; } = 0;

        [Required, Range(0, CouncilRules.MostSeats)]
        public int? From14To17 { get; set; } = 0;

        [Required, StringLength(ChildrensCouncil.TextMaxLength), DataType(DataType.MultilineText)]
        public string HowChosen { get; set; } = "";

        [Required, StringLength(ChildrensCouncil.TextMaxLength), DataType(DataType.MultilineText)]
        public string Does { get; set; } = "";

        [Required, StringLength(ChildrensCouncil.TextMaxLength), DataType(DataType.MultilineText)]
        public string Meets { get; set; } = "";

        [Required, StringLength(ChildrensCouncil.TextMaxLength), DataType(DataType.MultilineText)]
        public string Reach { get; set; } = "";

        [Required, Range(1, 10_000)]
        public int? SupportForAgenda { get; set; } = ChildrensCouncil.UsualSupportForAgenda;

        internal CouncilWords Words => new(Seats!.Value, HowChosen, Does, Reach, Meets, From, To, From11To13!.Value, From14To17!.Value, SupportForAgenda!.Value);

        internal static InputModel Of(ChildrensCouncil council) => new()
        {
            Seats = council.Seats,
            From = council.MandateFrom,
            To = council.MandateTo,
            From11To13 = council.From11To13,
            From14To17 = council.From14To17,
            HowChosen = council.HowChosen,
            Does = council.Does,
            Meets = council.Meets,
            Reach = council.Reach,
            SupportForAgenda = council.SupportForAgenda,
        };
    }
}
