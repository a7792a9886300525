// Public pages against a bare Razor page, in turns in the same run:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks
// Signing in with a card, with a thousand and with a million cards:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks cards
// Counting by every rule, and whether a folder of real elections comes out as given:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks counting [FOLDER]
// Durable votes per second, through the box and through the web:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks votes
// A plan of 300 measures and 3,000 updates, and the national view of 50 localities over ten years:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks plans
// What screening finds of a folder of labelled samples and of our own texts, and how fast (screening.md is one run of it):
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks screening FOLDER [--misses]
using ChildFriendly.Benchmarks;

if (args is ["bare", var address])
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls(address);
    // The portal's pages are referenced by this program, but they are not what is bare.
    builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
    {
        foreach (var part in parts.ApplicationParts.Where(p => p.Name == "ChildFriendly.Web").ToList())
        {
            parts.ApplicationParts.Remove(part);
        }
    });
    var bare = builder.Build();
    bare.MapRazorPages();
    await bare.RunAsync();
    return 0;
}

if (args is ["counting", ..])
{
    return Counting.Run(args.Length > 1 ? args[1] : null);
}

if (args is ["screening", var samples, ..])
{
    return Screening.Run(samples, args is [_, _, "--misses"]);
}

return args switch
{
    ["cards"] => await CardSignIn.RunAsync(),
    ["plans"] => await Plans.RunAsync(),
    ["votes"] => await Votes.RunAsync(),
    _ => await PublicPages.RunAsync(),
};
