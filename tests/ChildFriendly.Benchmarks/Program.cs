// Public pages against a bare Razor page, in turns in the same run:
//   dotnet run -c Release --project tests/ChildFriendly.Benchmarks
using ChildFriendly.Benchmarks;

if (args is ["bare", var address])
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls(address);
    builder.Services.AddRazorPages();
    var bare = builder.Build();
    bare.MapRazorPages();
    await bare.RunAsync();
    return 0;
}

return await PublicPages.RunAsync();
