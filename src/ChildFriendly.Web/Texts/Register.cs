namespace ChildFriendly.Web.Texts;

/// <summary>The two voices of the children's pages: the same pages, fewer words and larger pictures for the young ones.</summary>
public enum Register
{
    /// <summary>11–17: calmer, denser, reasons and numbers.</summary>
    Older,

    /// <summary>6–10: texts named <c>key@young</c> where there are any.</summary>
    Young,
}
