using ChildFriendly.Core.Data;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>Every table and column that holds anything about a person: purpose, basis, retention.</summary>
public sealed class DataModel : SitePage
{
    public IReadOnlyList<PersonalDataEntry> Entries { get; } = PersonalData.Register;
}
