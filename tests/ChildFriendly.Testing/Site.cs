using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ChildFriendly.Testing;

/// <summary>The whole portal with a database and a clock of its own.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool isReplaced;

    private Site(WebApplication app, PortalSettings settings, FakeClock clock)
    {
        (this.app, Settings, Clock) = (app, settings, clock);
        Given = new Given(this);
    }

    public PortalSettings Settings { get; }

    public FakeClock Clock { get; }

    public Given Given { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Where a browser finds it.</summary>
    public string Address => app.Urls.First();

    public static async Task<Site> StartAsync(bool isDemonstration = false, bool forBrowser = false, bool isSecure = false)
    {
        var settings = isDemonstration
            ? await TestDatabase.DemonstrationAsync(async empty =>
            {
                var site = await StartAsync(empty, new FakeClock(), forBrowser: false);
                await site.app.DisposeAsync();
            })
            : await TestDatabase.NewAsync();
        settings.IsSecure = isSecure;
        return await StartAsync(settings, new FakeClock(), forBrowser);
    }

    /// <summary>The same data after the process was gone for a while.</summary>
    public async Task<Site> RestartAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        isReplaced = true;
        return await StartAsync(Settings, Clock, forBrowser: false);
    }

    public Guest Guest(string lang = "ro") => new(this, app.GetTestServer().CreateHandler(), lang);

    public Wording Texts(string lang = "ro") => new(app.Services.GetRequiredService<Phrasebook>(), lang);

    /// <summary>Works on the data as a request would, in a scope of its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> InDataAsync<T>(Func<ChildFriendlyDb, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<ChildFriendlyDb>()));

    public Task<int> CountAsync<T>()
        where T : class => InDataAsync(db => db.Set<T>().CountAsync());

    /// <summary>What the scheduler would do at this moment.</summary>
    public Task RunJobsAsync() => InScopeAsync(async services =>
    {
        await services.GetRequiredService<RunConsultationsOnTime>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<CarryOutDecisions>().RunAsync(CancellationToken.None);
        return true;
    });

    /// <summary>Exactly one audit row of this kind about this subject, by this role; about none for what a child does with their own account.</summary>
    public async Task ShouldHaveAuditedAsync<TChange>(Guid? subjectId, Role? byRole)
        where TChange : Change
    {
        var rows = await InDataAsync(db => db.Audit.Where(a => a.SubjectId == subjectId && a.What == typeof(TChange).Name).ToListAsync());
        var row = Assert.Single(rows);
        Assert.Equal(byRole, row.Role);
        Assert.Equal(byRole is Role.Child or null, row.StaffId is null);
        Assert.Equal(1, await InDataAsync(db => db.Set<OutboxMessage>().CountAsync(o => o.SubjectId == subjectId && o.What == typeof(TChange).Name)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!isReplaced)
        {
            await app.DisposeAsync();
            await TestDatabase.DropAsync(Settings);
        }
    }

    private static async Task<Site> StartAsync(PortalSettings settings, FakeClock clock, bool forBrowser)
    {
        var builder = Portal.CreateBuilder(settings, "Testing");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (forBrowser)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        var state = await StartUp.PrepareAsync(settings);
        var portal = Portal.Assemble(builder);
        await portal.DemonstrateAsync(state);
        await portal.StartAsync();
        return new Site(portal, settings, clock);
    }
}
