using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card.Desk;

/// <summary>Orders a batch. The answer is the sheet to print, which is made here once and kept nowhere.</summary>
public sealed class NewModel(CardPepper pepper) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> LanguageChoices { get; private set; } = [];

    /// <summary>The cards with their codes, once.</summary>
    public Sheet? Sheet { get; private set; }

    public void OnGet()
    {
        Load();
        Input.ValidUntil = Today.AddMonths(12);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        if (ModelState.IsValid && Input.Counts().Values.Sum() <= 0)
        {
            ModelState.TryAddModelError("Input.From6To10", CardRules.NoCards.Key);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var counts = Input.Counts();
        if (CardRules.RefuseToOrder(counts.Values.Sum(), Input.ValidUntil!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, refusal == CardRules.NoCards || refusal == CardRules.TooMany ? "Input.From6To10" : "Input.ValidUntil");
        }

        if (CardRules.RefuseIssuedTo(Input.IssuedTo) is { } toAClass)
        {
            return Refuse(toAClass, "Input.IssuedTo");
        }

        if (await Db.CardBatches.AnyAsync(b => b.Id == Input.FormId))
        {
            return Refuse(CardRules.PrintedAlready);
        }

        var by = AsFirstOf(Role.LocalityAdmin, Role.Facilitator);
        var bands = counts.Where(c => c.Value > 0).ToList();
        var batch = CardBatch.Order(
            Here.Id, await Db.NextNumberAsync<CardBatch>(Here.Id), Input.IssuedTo, bands.Count == 1 ? bands[0].Key : null,
            string.Join(',', Input.Languages), Input.ValidUntil.Value, pepper, by, Now, Input.FormId);
        var made = batch.Make(bands.SelectMany(b => Enumerable.Range(0, b.Value).Select(_ => (b.Key, CardCode.New()))), pepper, IsDemonstration, by, Now);
        Db.Add(batch);
        Db.AddRange(made.Select(m => m.Card));
        if (!await Db.TrySaveAsync())
        {
            return Refuse(Refusal.Busy);
        }

        Sheet = new Sheet(batch, Here.Name, made, $"{Request.Scheme}://{Request.Host}");
        return Page();
    }

    private void Load() =>
        LanguageChoices = Texts.Languages.All.Where(l => Texts.Languages.IsComplete(l.Code)).Select(l => new Choice(l.Code, HttpContext.RequestServices.GetRequiredService<Wording>()[$"language.{l.Code}"], Lang: l.Code)).ToList();

    public sealed class InputModel
    {
        /// <summary>Becomes the id of the batch, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(CardBatch.IssuedToMaxLength)]
        public string IssuedTo { get; set; } = "";

        [Range(0, CardRules.MostAtOnce)]
        public int? From6To10 { get; set; }

        [Range(0, CardRules.MostAtOnce)]
        public int? From11To13 { get; set; }

        [Range(0, CardRules.MostAtOnce)]
        public int? From14To17 { get; set; }

        [MostLanguages]
        public List<string> Languages { get; set; } = [Texts.Languages.Default];

        [Required]
        public DateOnly? ValidUntil { get; set; }

        public Dictionary<AgeBand, int> Counts() => new()
        {
            [AgeBand.From6To10] = From6To10 ?? 0,
            [AgeBand.From11To13] = From11To13 ?? 0,
            [AgeBand.From14To17] = From14To17 ?? 0,
        };
    }

    /// <summary>One or two: a card is small.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class MostLanguagesAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) =>
            value is List<string> { Count: 1 or 2 } languages && languages.TrueForAll(l => Texts.Languages.Find(l) is not null && Texts.Languages.IsComplete(l)) && languages.Distinct(StringComparer.Ordinal).Count() == languages.Count;
    }
}

/// <summary>What is printed: cards of one batch with their codes.</summary>
/// <param name="Address">Where the portal is, without a slash at the end.</param>
public sealed record Sheet(CardBatch Batch, string Locality, IReadOnlyList<PrintedCard> Cards, string Address)
{
    public IReadOnlyList<string> Languages => Batch.Languages.Split(',');

    /// <summary>Each language needs room for its three sentences, in letters that a child can read.</summary>
    public int CardsOnPaper => Languages.Count == 1 ? 8 : 6;
}
