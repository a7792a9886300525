namespace ChildFriendly.Web.Pages.Shared;

/// <summary>One page of a list.</summary>
/// <param name="Number">From 1.</param>
public sealed record Paging(int Number, int Size, int Total, string Query)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public int Skip => (Number - 1) * Size;

    public string Link(int number) => $"?{(Query.Length > 0 ? Query + "&" : "")}p={number}";

    public static Paging Of(int? number, int size, int total, string query = "")
    {
        var last = Math.Max(1, (total + size - 1) / size);
        return new Paging(Math.Clamp(number ?? 1, 1, last), size, total, query);
    }
}
