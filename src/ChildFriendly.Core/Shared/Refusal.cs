namespace ChildFriendly.Core.Shared;

/// <summary>Why a person may not do something now; the key is a text in <c>localization/</c>.</summary>
/// <param name="Count">The number that the text names, where it names one.</param>
public sealed record Refusal(string Key, int? Count = null)
{
    /// <summary>Two people saved at the same moment; pressing again succeeds.</summary>
    public static readonly Refusal Busy = new("errors.busy");

    /// <summary>Somebody saved since the page was opened; the page shows what, and sending again goes through.</summary>
    public static readonly Refusal ChangedMeanwhile = new("errors.changed-meanwhile");
}
