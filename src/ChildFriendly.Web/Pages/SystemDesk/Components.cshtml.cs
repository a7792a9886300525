using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>Every component in each of its states, for people who build pages.</summary>
public sealed class ComponentsModel(Pictures pictures, WordLists words) : SitePage
{
    public string Plain { get; private set; } = "";

    [StringLength(Initiative.TextMaxLength), DataType(DataType.MultilineText)]
    public string Story { get; private set; } = "";

    public string Wrong { get; private set; } = "";

    public string One { get; private set; } = "";

    public string Goal { get; private set; } = "";

    public List<string> Several { get; private set; } = [];

    public string Receipt => words.ReceiptOf([1, 2, 3, 4, 5, 6], Lang);

    public IReadOnlyList<(string Sheet, string Name)> Pictures => pictures.All;

    public void OnGet()
    {
        (Plain, One, Several) = (Receipt, "NotNow", ["Accepted", "Declined"]);
        ModelState.AddModelError(nameof(Wrong), ErrorKeys.Required);
    }
}
