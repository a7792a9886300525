using System.Net;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Safeguarding;

public sealed class TellTests
{
    private const string Cry = "Mă bate tata <b>și</b> mi-e frică. مرحبا 🎈";

    [Theory]
    [InlineData("ro")]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("uk")]
    [InlineData("rom")]
    public async Task What_cannot_be_promised_stands_before_the_first_field_and_nothing_stays_on_the_device(string lang)
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var guest = site.Guest(lang);

        var help = await guest.OpenAsync($"/{lang}/help");
        var form = (await help.FollowAsync("help.tell.who.Myself")).ShouldHaveStatus(HttpStatusCode.OK);
        Assert.Equal($"/{lang}/help/tell", form.Path);
        var html = form.Document.Body!.InnerHtml;
        var firstField = html.IndexOf("<form method=\"post\"", html.IndexOf("<main", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var number in new[] { "tel:119", "tel:116111", "tel:112" })
        {
            Assert.InRange(html.IndexOf(number, StringComparison.Ordinal), 0, firstField);
        }

        form.ShouldShow("help.tell.before.2").ShouldShow("help.tell.before.3");
        Assert.NotNull(form.Document.QuerySelector("[data-quick-exit]"));
        var sent = await form.Fill("Input.Words", Cry).Choose("Input.Locality", "bacau").Fill("Input.Reach", "la bibliotecă").PressAsync("help.tell.send");

        Assert.Equal($"/{lang}/help/tell/sent", sent.Path);
        sent.ShouldShow("help.tell.sent.text");
        Assert.NotNull(sent.Document.QuerySelector("a[href='tel:119']"));
        Assert.Equal(0, guest.Cookies.Count);
        var item = await site.InDataAsync(db => db.SafeguardingCases.AsNoTracking().SingleAsync());
        Assert.Equal((SafeguardingOrigin.Myself, lang), (item.Origin, item.Language));
        var vault = (ISeal)site.Services.GetService(typeof(ISeal))!;
        Assert.Equal((Cry, "la bibliotecă"), (vault.Open(item.SealedWords), vault.Open(item.SealedReach)));
        Assert.DoesNotContain("frică", item.SealedWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_with_other_words_another_and_the_page_after_it_sends_nothing()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var guest = site.Guest();
        var form = await guest.OpenAsync("/ro/help/tell?who=SomebodyElse");
        form.Fill("Input.Words", Cry).Choose("Input.Locality", "bacau");

        await form.PressAsync("help.tell.send");
        await form.PressAsync("help.tell.send");
        await guest.OpenAsync("/ro/help/tell/sent");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
        await form.Fill("Input.Words", "Și pe sora mea.").PressAsync("help.tell.send");
        Assert.Equal(2, await site.CountAsync<SafeguardingCase>());
    }

    [Fact]
    public async Task Two_people_never_get_the_same_form()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();

        var one = (await site.Guest().OpenAsync("/ro/help/tell")).ValueOf("Input.FormId");
        var other = (await site.Guest().OpenAsync("/ro/help/tell")).ValueOf("Input.FormId");
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_everything_typed_stays()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var form = await site.Guest().OpenAsync("/ro/help/tell");

        var refused = await form.Fill("Input.Reach", "la bunica").PressAsync("help.tell.send");

        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("help.tell.who.required").ShouldShow("help.tell.words.required").ShouldShow("help.tell.locality.required");
        Assert.Equal("la bunica", refused.ValueOf("Input.Reach"));
        Assert.Equal(0, await site.CountAsync<SafeguardingCase>());
        await refused.Choose("Input.Who", "Myself").Fill("Input.Words", "ajutor").Choose("Input.Locality", "bacau").PressAsync("help.tell.send");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
    }

    [Fact]
    public async Task Without_two_people_who_answered_there_are_only_the_numbers_and_every_staff_page_says_why()
    {
        await using var site = await Site.StartAsync();
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        await ShutAsync(Readiness.NoLead);
        var (lead, deputy) = (await site.Given.SignedInAsync(Role.SafeguardingLead), (Guest?)null);
        await ShutAsync(Readiness.NoDeputy);
        deputy = await site.Given.SignedInAsync(Role.SafeguardingDeputy);
        await ShutAsync(Readiness.NotTested);

        await (await lead.OpenAsync("/staff/bacau/safeguarding/test")).PressAsync("desk.safeguarding.test.send");
        (await deputy.OpenAsync("/staff")).ShouldShow("staff.alarm.test.open");
        await (await lead.OpenAsync("/staff/bacau/safeguarding/test")).Answer("SafeguardingLead");
        await ShutAsync(Readiness.NotTested);
        await (await deputy.OpenAsync("/staff/bacau/safeguarding/test")).Answer("SafeguardingDeputy");
        (await site.Guest().OpenAsync("/ro/help/tell")).ShouldShow("help.tell.send");
        (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldNotShow("staff.help-shut.NotTested");
        // Other places are still without.
        (await site.Guest().OpenAsync("/ro/help/tell")).ShouldShowText("Brașov");

        // The next month, when its first working day is over.
        site.Clock.MoveTo(RomanianTime.FromLocal(SafeguardingRules.FirstWorkdayOf(SafeguardingRules.MonthOf(RomanianTime.DateOf(site.Clock.Now)).AddMonths(1)).ToDateTime(new TimeOnly(23, 0))));
        (await site.Guest().OpenAsync("/ro/help/tell")).ShouldShow("help.tell.send");
        site.Clock.Move(TimeSpan.FromHours(2));
        (await site.Guest().OpenAsync("/ro/help/tell")).ShouldShow("help.tell.shut").ShouldNotShow("help.tell.send");

        async Task ShutAsync(Readiness why)
        {
            var page = await site.Guest().OpenAsync("/ro/help/tell");
            page.ShouldShow("help.tell.shut").ShouldNotShow("help.tell.send");
            Assert.NotNull(page.Document.QuerySelector("a[href='tel:119']"));
            (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldShow($"staff.help-shut.{why}");
        }
    }

    [Fact]
    public async Task A_form_opened_before_it_was_shut_is_kept_and_goes_to_whoever_is_left()
    {
        await using var site = await Site.StartAsync();
        var (lead, deputy) = await site.Given.SafeguardingAsync();
        var form = await site.Guest().OpenAsync("/ro/help/tell?who=Myself");
        await site.InDataAsync(async db =>
        {
            foreach (var account in await db.StaffAccounts.Include(s => s.Roles).ToListAsync())
            {
                account.TakeAway(account.Roles[0].Role, account.Roles[0].LocalityId, Actor.Program, site.Clock.Now);
            }

            return await db.SaveChangesAsync();
        });
        Assert.NotEqual(lead.Email, deputy.Email);

        form.Fill("Input.Words", Cry).Choose("Input.Locality", "bacau");
        Assert.Equal("/ro/help/tell/sent", (await form.PressAsync("help.tell.send")).Path);
        await site.RunJobAsync<PassOnAlarms>();

        var national = await site.Given.SignedInAsync(Role.NationalSafeguardingLead);
        var page = await (await national.OpenAsync("/staff")).FollowAsync("staff.alarm.open");
        var item = await site.InDataAsync(db => db.SafeguardingCases.AsNoTracking().SingleAsync());
        Assert.Equal(AlarmStep.National, item.Alarm);
        Assert.NotNull(page.Document.QuerySelector($"a[href$='{item.Id}']"));
    }

    [Fact]
    public async Task Very_many_from_one_place_are_kept_without_a_letter_for_each_and_beyond_that_the_numbers_are_shown()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        Page last = null!;
        for (var i = 0; i <= TellLimits.LoudPerPlace; i++)
        {
            var form = await site.Guest().OpenAsync("/ro/help/tell?who=Myself");
            last = await form.Fill("Input.Words", $"ajutor {i}").Choose("Input.Locality", "bacau").PressAsync("help.tell.send");
        }

        Assert.Equal("/ro/help/tell/sent", last.Path);
        Assert.Equal((TellLimits.LoudPerPlace, 1), (await site.InDataAsync(db => db.SafeguardingCases.CountAsync(c => !c.IsQuiet)), await site.InDataAsync(db => db.SafeguardingCases.CountAsync(c => c.IsQuiet))));

        var limits = (TellLimits)site.Services.GetService(typeof(TellLimits))!;
        while (limits.CountOne(null) != TellLoad.Full)
        {
            // Somebody's program.
        }

        var late = await site.Guest().OpenAsync("/ro/help/tell?who=Myself");
        var refused = await late.Fill("Input.Words", "chiar am nevoie").Choose("Input.Locality", "bacau").PressAsync("help.tell.send");
        refused.ShouldHaveStatus(HttpStatusCode.ServiceUnavailable).ShouldShow("help.tell.not-kept");
        Assert.Equal("chiar am nevoie", refused.ValueOf("Input.Words"));
        Assert.NotNull(refused.Document.QuerySelector("a[href='tel:112']"));
    }

    [Fact]
    public async Task Another_site_cannot_send_it_in_somebodys_browser()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ro/help/tell");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Content = new FormUrlEncodedContent([new("Input.Who", "Myself"), new("Input.Words", "x"), new("Input.Locality", "bacau")]);

        (await site.Guest().SendAsync(request)).ShouldHaveStatus(HttpStatusCode.BadRequest);
        Assert.Equal(0, await site.CountAsync<SafeguardingCase>());
    }
}

internal static class AlarmTestPage
{
    /// <summary>Presses the button of one role.</summary>
    public static Task<Page> Answer(this Page page, string role) => page.SubmitAsync(page.Document.QuerySelector($"form:has(input[name=role][value={role}]) button")!);
}
