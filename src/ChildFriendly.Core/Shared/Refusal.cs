namespace ChildFriendly.Core.Shared;

/// <summary>Why a person may not do something now; the key is a text in <c>localization/</c>.</summary>
public sealed record Refusal(string Key)
{
    /// <summary>Two people saved at the same moment; pressing again succeeds.</summary>
    public static readonly Refusal Busy = new("errors.busy");
}
