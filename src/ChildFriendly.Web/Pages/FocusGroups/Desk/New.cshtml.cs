using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.FocusGroups.Desk;

/// <summary>One session: who was there as numbers, and three things they said. What they said waits for a moderator.</summary>
public sealed class NewModel : SitePage
{
    public const int Findings = 3;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Votes { get; private set; } = [];

    public Choice FeedsNothing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Input.HeldOn = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if ((Input.From6To10 ?? 0) + (Input.From11To13 ?? 0) + (Input.From14To17 ?? 0) <= 0)
        {
            ModelState.TryAddModelError("Input.From6To10", FocusGroupRules.NobodyThere.Key);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var children = new Dictionary<AgeBand, int>
        {
            [AgeBand.From6To10] = Input.From6To10!.Value,
            [AgeBand.From11To13] = Input.From11To13!.Value,
            [AgeBand.From14To17] = Input.From14To17!.Value,
        };
        if (FocusGroupRules.RefuseToRecord(children.Values.Sum(), Input.HeldOn!.Value, Input.Findings.Select(f => f.Agreed!.Value), Today) is { } refusal)
        {
            return Refuse(refusal, FieldOf(refusal));
        }

        var by = As(Role.Facilitator);
        var session = FocusGroupSession.WriteUp(
            Here.Id, await Db.NextNumberAsync<FocusGroupSession>(Here.Id), Input.HeldOn.Value, Input.Minutes!.Value, Input.Place!.Value,
            Input.Topic, Input.DecisionMaker, children, by, Now, Input.FormId);
        Db.Add(session);
        foreach (var said in Input.Findings.Take(Findings))
        {
            var finding = session.Find(said.Statement, said.Agreed!.Value, said.Goal!.Value);
            Db.Add(ModerationCase.Open(ModerationSubject.Finding, finding.Id, Here.Id, Now));
            if (said.Consultation is { } number)
            {
                var vote = await Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id)
                    .SingleOrDefaultAsync(c => c.Number == number && (c.Stage == ConsultationStage.Announced || c.Stage == ConsultationStage.Open));
                if (vote is null)
                {
                    return Refuse(FocusGroupRules.OtherLocality, $"Input.Findings[{Input.Findings.IndexOf(said)}].Consultation");
                }

                finding.LinkTo(vote.Id, by, Now);
            }
        }

        return await Db.SaveOnceAsync(session) ? Tell($"{Desk}/focus-groups", "group-recorded") : Refuse(Refusal.Busy);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        _ when refusal == FocusGroupRules.InTheFuture || refusal == FocusGroupRules.TooLongAgo => "Input.HeldOn",
        _ when refusal == FocusGroupRules.NobodyThere || refusal == FocusGroupRules.TooMany => "Input.From6To10",
        _ => "",
    };

    private async Task LoadAsync()
    {
        while (Input.Findings.Count < Findings)
        {
            Input.Findings.Add(new FindingInput());
        }

        var votes = await Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id)
            .Where(c => c.Stage == ConsultationStage.Announced || c.Stage == ConsultationStage.Open)
            .OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Title }).ToListAsync();
        Votes = votes.ConvertAll(v => new Choice(v.Number.ToString(CultureInfo.InvariantCulture), v.Title, Lang: WordsTag.Written));
        FeedsNothing = new Choice("", HttpContext.RequestServices.GetRequiredService<Texts.Wording>()["desk.focus-groups.new.feeds-nothing"]);
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required]
        public DateOnly? HeldOn { get; set; }

        [Required, Range(5, 480)]
        public int? Minutes { get; set; } = 45;

        [Required, EnumDataType(typeof(PlaceKind))]
        public PlaceKind? Place { get; set; }

        [Required, StringLength(FocusGroupSession.TopicMaxLength)]
        public string Topic { get; set; } = "";

        [Required, StringLength(FocusGroupSession.DecisionMakerMaxLength)]
        public string DecisionMaker { get; set; } = "";

        [Required, Range(0, FocusGroupRules.MostChildren)]
        public int? From6To10 { get; set; } = 0;

        [Required, Range(0, FocusGroupRules.MostChildren)]
        public int? From11To13 { get; set; } = 0;

        [Required, Range(0, FocusGroupRules.MostChildren)]
        public int? From14To17 { get; set; } = 0;

        public List<FindingInput> Findings { get; set; } = [];
    }

    public sealed class FindingInput
    {
        [Required, StringLength(Finding.StatementMaxLength), DataType(DataType.MultilineText)]
        public string Statement { get; set; } = "";

        [Required, Range(0, FocusGroupRules.MostChildren)]
        public int? Agreed { get; set; }

        [Required, EnumDataType(typeof(GoalArea))]
        public GoalArea? Goal { get; set; }

        public int? Consultation { get; set; }
    }
}
