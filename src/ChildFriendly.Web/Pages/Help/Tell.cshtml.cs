using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Help;

/// <summary>
/// "I need help" and "I'm worried about someone": words for the people responsible in a locality, without sign-in. Nothing of it stays on the device
/// and nothing ties it to a card. Before the first field stands what happens next and what cannot be promised.
/// </summary>
[InKeyLanguages, NoCookies]
public sealed partial class TellModel(ISeal seal, TellLimits limits, ILogger<TellModel> log) : SitePage
{
    public static IReadOnlyList<SafeguardingOrigin> Offered { get; } = [SafeguardingOrigin.Myself, SafeguardingOrigin.SomebodyElse];

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>Where somebody reads it.</summary>
    public IReadOnlyList<Locality> Open { get; private set; } = [];

    /// <summary>Where nobody would: there only the numbers help.</summary>
    public IReadOnlyList<Locality> Shut { get; private set; } = [];

    public async Task OnGetAsync(SafeguardingOrigin? who)
    {
        // The form carries an id: a copy kept for others would make two people's words one.
        Response.Headers.CacheControl = "no-store";
        await FindAsync();
        Input.Who = who is { } chosen && Offered.Contains(chosen) ? chosen : null;
        Input.Locality = Child is { } child ? Open.FirstOrDefault(l => l.Id == child.LocalityId)?.Slug ?? "" : "";
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        await FindAsync();
        // Whoever opened the form a moment before it was shut is not sent away: it is kept, and the national lead is alarmed.
        var here = Open.Concat(Shut).FirstOrDefault(l => l.Slug == Input.Locality);
        if (here is null && ModelState["Input.Locality"] is null or { Errors.Count: 0 })
        {
            ModelState.AddModelError("Input.Locality", ErrorKeys.Required);
        }

        if (Input.Who is not { } who || !Offered.Contains(who) || here is null || !ModelState.IsValid)
        {
            return Invalid();
        }

        var load = limits.CountOne(HttpContext.Connection.RemoteIpAddress);
        if (load == TellLoad.Full)
        {
            return NotKept();
        }

        var item = SafeguardingCase.Open(here.Id, who, Lang, Input.Words, Input.Reach ?? "", seal, Actor.Program, Now, isQuiet: load == TellLoad.Quiet, id: IdOf(here.Id));
        Db.Add(item);
        try
        {
            return await Db.SaveOnceAsync(item) ? Redirect($"/{Lang}/help/tell/sent") : NotKept();
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            // A full disk, a server that is gone: the numbers work all the same, and the words are still on the page.
            CouldNotSave(log, e.GetType().Name);
            return NotKept();
        }
    }

    private PageResult NotKept()
    {
        Refuse(SafeguardingRules.NotKept);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <summary>The same form with the same words is one, however often it is sent; with other words it is another.</summary>
    private Guid IdOf(Guid localityId) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Input.FormId, localityId, Input.Who, Input.Words, Input.Reach))).AsSpan(0, 16));

    private async Task FindAsync()
    {
        var open = new List<Locality>();
        var shut = new List<Locality>();
        foreach (var place in await Db.Localities.AsNoTracking().OrderBy(l => l.Name).ToListAsync())
        {
            (IsDemonstration || await Db.ReadinessOfAsync(place.Id, Today) == Readiness.Ready ? open : shut).Add(place);
        }

        (Open, Shut) = (open, shut);
    }

    /// <summary>What the database said, and nothing of what was written.</summary>
    [LoggerMessage(LogLevel.Critical, "What somebody wrote on the page for help could not be saved: {Why}")]
    private static partial void CouldNotSave(ILogger log, string why);

    public sealed class InputModel
    {
        public Guid FormId { get; set; } = RandomId.New();

        [Required]
        public SafeguardingOrigin? Who { get; set; }

        [Required, StringLength(SafeguardingCase.WordsMaxLength), DataType(DataType.MultilineText)]
        public string Words { get; set; } = "";

        [Required]
        public string Locality { get; set; } = "";

        [StringLength(SafeguardingCase.ReachMaxLength)]
        public string? Reach { get; set; }
    }
}
