using ChildFriendly.Web;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Commands;

// The program's verbs (--help lists them); without one it serves the portal.
return await CommandLine.RunAsync(args, async (settings, urls) =>
{
    var preparing = Task.Run(() => StartUp.PrepareAsync(settings));
    var warming = StartUp.WarmUpAsync(settings, preparing);
    var builder = Portal.CreateBuilder(settings);
    if (urls is not null)
    {
        builder.WebHost.UseUrls(urls);
    }

    Transport.Decide(settings, builder);
    await using var app = Portal.Assemble(builder);
    app.WarmUp();
    await app.DemonstrateAsync(await preparing);
    await app.StartAsync();
    await warming;
    await app.GreetAsync();
    await app.WaitForShutdownAsync();
});
