using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>What a recommendation says and to whom, wherever it is written.</summary>
public sealed class RecommendationInput
{
    /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
    public Guid FormId { get; set; } = Guid.CreateVersion7();

    [Required, StringLength(Recommendation.TitleMaxLength)]
    public string Name { get; set; } = "";

    [Required, StringLength(Recommendation.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Required, EnumDataType(typeof(AddresseeKind))]
    public AddresseeKind? Kind { get; set; } = AddresseeKind.LocalCouncil;

    [Required, StringLength(Recommendation.AddresseeMaxLength)]
    public string Addressee { get; set; } = "";

    public DateOnly? AdoptedOn { get; set; }

    /// <summary>Of the recommendation when the page was opened.</summary>
    public int Version { get; set; }
}
