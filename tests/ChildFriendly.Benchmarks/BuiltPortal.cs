namespace ChildFriendly.Benchmarks;

/// <summary>The portal as it is built to be run: beside the benchmarks its libraries lie without what is compiled ahead.</summary>
internal static class BuiltPortal
{
    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../src/ChildFriendly.Web/bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!, "net10.0/ChildFriendly.Web.dll"));
}
