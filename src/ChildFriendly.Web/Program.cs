using ChildFriendly.Web;
using ChildFriendly.Web.Commands;
using ChildFriendly.Web.Jobs;

// The program's verbs (--help lists them); without one it serves the portal.
return await CommandLine.RunAsync(args, async (settings, urls) =>
{
    var builder = Portal.CreateBuilder(settings);
    if (urls is not null)
    {
        builder.WebHost.UseUrls(urls);
    }

    builder.AddTexts();
    builder.AddData();
    builder.AddAccess();
    builder.AddPages();
    builder.AddCache();
    builder.AddJobs();

    await using var app = builder.Build();
    await app.PrepareDataAsync();

    app.UsePlainProblems();
    app.UseDefences();
    app.UseAddresses();
    app.UsePublicPageCache();
    app.UseAccess();
    app.MapPortal();

    await app.StartAsync();
    await app.GreetAsync();
    await app.WaitForShutdownAsync();
});
