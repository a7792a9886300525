using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Browser.Tests;

public sealed class SafeguardingTests(Chromium chromium)
{
    [Theory]
    [InlineData("ro", true)]
    [InlineData("en", false)]
    [InlineData("hu", true)]
    [InlineData("uk", false)]
    [InlineData("rom", true)]
    public async Task A_child_asks_for_help_on_a_small_screen_without_script_and_the_device_keeps_nothing(string lang, bool isYoung)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.SafeguardingAsync();
        await using var child = await Person.AtAsync(chromium, site, lang, width: 320, height: 640, look: isYoung ? Look.Standard with { Register = Register.Young } : null);

        await child.OpenAsync($"/{lang}/help");
        await child.FollowAsync("help.tell.who.SomebodyElse");
        await child.SeesAsync("help.tell.before.3");
        await child.PressAsync("help.tell.send");
        await child.SeesAsync("help.tell.words.required");
        await child.FillAsync("help.tell.words", "Prietena mea plânge în fiecare zi.");
        await child.ChooseAsync("Bacău");
        await child.PressAsync("help.tell.send");
        await child.SeesAsync("help.tell.sent");
        await child.OpenAsync($"/{lang}/help/tell/sent");

        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
        Assert.DoesNotContain(await child.Page.Context.CookiesAsync(), c => c.Name != Look.Cookie);
        // Another device shows the numbers only where nobody would read it.
        await site.InDataAsync(async db =>
        {
            db.RemoveRange(await db.AlarmTests.ToListAsync());
            return await db.SaveChangesAsync();
        });
        await child.OpenAsync($"/{lang}/help/tell");
        await child.SeesAsync("help.tell.shut");
    }

    [Fact]
    public async Task Without_a_mouse_the_lead_sees_the_alarm_acts_and_closes()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var (lead, _) = await site.Given.SafeguardingAsync();
        await using (var child = await Person.AtAsync(chromium, site, script: true))
        {
            await child.OpenAsync("/ro/help/tell?who=Myself");
            await child.FillAsync("help.tell.words", "Mi-e frică <b>acasă</b>.");
            await child.ChooseAsync("Bacău");
            await child.FillAsync("help.tell.reach", "la bibliotecă");
            await child.PressAsync("help.tell.send");
        }

        await using var desk = await Person.AtAsync(chromium, site, script: true, keyboard: true);
        await desk.SignInAsync(lead);
        await desk.FollowAsync("staff.alarm.open");
        await desk.FollowTextAsync(site.Texts().Moment(site.Clock.Now));
        await desk.SeesTextAsync("Mi-e frică <b>acasă</b>.");
        await desk.PressAsync("desk.safeguarding.acknowledge");
        await desk.ChooseAsync(site.Texts()["desk.safeguarding.level.B"]);
        await desk.FillAsync("desk.safeguarding.triage.reason", "teamă de casă");
        await desk.PressAsync("desk.safeguarding.triage.do");
        await desk.ChooseAsync(site.Texts()["desk.safeguarding.act.ToldAuthority"]);
        await desk.PressAsync("desk.safeguarding.act.do");
        await desk.ChooseAsync(site.Texts()["desk.safeguarding.outcome.HandedOver"]);
        await desk.FillAsync("desk.safeguarding.ending", "preluat");
        await desk.PressAsync("desk.safeguarding.close.do");
        await desk.SeesAsync("stage.SafeguardingStage.Closed");
        await desk.FollowAsync("desk.safeguarding.record");
        await desk.SeesAsync("desk.safeguarding.record.law");
        await desk.OpenAsync("/staff/bacau/safeguarding/test");
        await desk.PressAsync("desk.safeguarding.test.send");
        Assert.Equal(SafeguardingStage.Closed, await site.InDataAsync(db => db.SafeguardingCases.Select(c => c.Stage).SingleAsync()));
    }
}
