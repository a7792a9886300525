using ChildFriendly.Web;
using ChildFriendly.Web.Commands;

// The program's verbs (--help lists them); without one it serves the portal.
return await CommandLine.RunAsync(args, async (settings, urls) =>
{
    var builder = Portal.CreateBuilder(settings);
    if (urls is not null)
    {
        builder.WebHost.UseUrls(urls);
    }

    await using var app = Portal.Assemble(builder);
    await app.PrepareDataAsync();
    await app.StartAsync();
    await app.GreetAsync();
    await app.WaitForShutdownAsync();
});
