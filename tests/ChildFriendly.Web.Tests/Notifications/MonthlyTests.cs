using System.Text.RegularExpressions;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace ChildFriendly.Web.Tests.Notifications;

/// <summary>The letter of the month: what needs the town hall, each line with a signed link to its form.</summary>
public sealed partial class MonthlyTests
{
    // 1 June 2026 is a holiday twice over, so the first workday is the second.
    private static readonly DateTime FirstWorkday = RomanianTime.FromLocal(new DateTime(2026, 6, 2, 9, 0, 0));

    [Fact]
    public async Task It_comes_once_on_the_first_workday_to_those_who_are_responsible()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var responsible = new[] { await site.Given.StaffAsync(Role.CouncilStaff), await site.Given.StaffAsync(Role.LocalityAdmin) };
        await site.Given.StaffAsync(Role.Moderator);
        await site.Given.StaffAsync(Role.CouncilStaff, "brasov");

        foreach (var (day, letters) in new[] { (1, 0), (2, 2), (3, 2), (9, 2) })
        {
            site.Clock.MoveTo(FirstWorkday.AddDays(day - 2));
            await site.RunJobAsync<WriteMonthlyNeeds>();
            await site.RunJobAsync<WriteMonthlyNeeds>();
            Assert.Equal(letters, await site.InDataAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.PlanDigest)));
        }

        var emails = await site.InDataAsync(db => db.Mails.Where(m => m.Kind == MailKind.PlanDigest).Join(db.StaffAccounts, m => m.RecipientId, s => s.Id, (_, s) => s.Email).ToListAsync());
        Assert.Equal(responsible.Select(r => r.Email).Order(StringComparer.Ordinal), emails.Order(StringComparer.Ordinal));
        site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(2026, 7, 1, 9, 0, 0)));
        await site.RunJobAsync<WriteMonthlyNeeds>();
        Assert.Equal(4, await site.InDataAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.PlanDigest)));
    }

    [Theory]
    [InlineData(0, 7, 0)]
    [InlineData(0, 8, 1)]
    [InlineData(0, 17, 1)]
    [InlineData(0, 18, 0)]
    [InlineData(7, 9, 1)]
    [InlineData(5, 9, 0)]
    [InlineData(14, 9, 0)]
    public async Task After_a_week_without_the_program_it_still_comes_and_never_at_night_or_on_a_sunday(int days, int hour, int letters)
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.StaffAsync(Role.CouncilStaff);

        site.Clock.MoveTo(FirstWorkday.AddDays(days).AddHours(hour - 9));
        await site.RunJobAsync<WriteMonthlyNeeds>();

        Assert.Equal(letters, await site.InDataAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.PlanDigest)));
    }

    [Fact]
    public async Task Where_nothing_needs_anybody_there_is_no_letter_and_what_comes_up_later_waits_for_the_next_month()
    {
        await using var site = await Site.StartAsync();
        await site.Given.StaffAsync(Role.CouncilStaff);
        // Reported on 4 April: stale on 3 June, a day after the letter would have gone.
        site.Clock.MoveTo(FirstWorkday.AddDays(-59));
        await site.Given.MeasureAsync(MeasureStage.OnTrack);

        foreach (var day in new[] { 0, 1, 2, 3 })
        {
            site.Clock.MoveTo(FirstWorkday.AddDays(day));
            await site.RunJobAsync<WriteMonthlyNeeds>();
        }

        Assert.NotEmpty(await site.InDataAsync(db => db.NeedsAsync(db.Localities.Single(l => l.Slug == "bacau").Id, site.Clock.Now)));
        Assert.Equal(0, await site.InDataAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.PlanDigest)));
        site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(2026, 7, 1, 9, 0, 0)));
        await site.RunJobAsync<WriteMonthlyNeeds>();
        Assert.Equal(1, await site.InDataAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.PlanDigest)));
    }

    [Fact]
    public async Task Its_link_leads_after_signing_in_straight_to_the_form_and_the_letter_has_no_title()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var staff = await site.Given.StaffAsync(Role.CouncilStaff);
        var letter = await LetterAsync(site);
        Assert.Contains("Serviciul Parcuri", letter, StringComparison.Ordinal);
        Assert.Contains("Măsura 1", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", letter, StringComparison.Ordinal);

        var guest = site.Guest();
        var door = await guest.OpenAsync(LinkIn(letter));
        Assert.Equal("/staff/sign-in", door.Path);
        door.Fill("Input.Email", staff.Email).Fill("Input.Password", staff.Password).Fill("Input.Code", AuthenticatorCode.At(staff.TotpSecret, site.Clock.GetUtcNow()));
        var form = await door.PressAsync("staff.sign-in.enter");

        Assert.Equal("/staff/bacau/plan/1/progress", form.Path);
        var done = await form.Choose("Input.Stage", "Late").Fill("Input.Text", "Așteptăm băncile.").PressAsync("desk.plan.progress.publish");
        done.ShouldShow("told.reported");
        Assert.Equal(MeasureStage.Late, await site.InDataAsync(db => db.Measures.Select(m => m.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_or_old_link_leads_to_the_list_and_one_of_others_nowhere()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.StaffAsync(Role.CouncilStaff);
        var link = LinkIn(await LetterAsync(site));
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        Assert.Equal("/staff/bacau/plan/1/progress", (await staff.OpenAsync(link)).Path);

        foreach (var forged in new[] { link.Replace(".1.", ".2.", StringComparison.Ordinal), link[..^1] + (link[^1] == '0' ? '1' : '0'), link[..link.LastIndexOf('.')], "/staff/go/bacau.stale.1.0.20260602." })
        {
            Assert.EndsWith("/staff/bacau/plan/needs", (await staff.OpenAsync(forged)).ShouldShow("told.link-over").Path, StringComparison.Ordinal);
        }

        Assert.Equal("/staff", (await staff.OpenAsync("/staff/go/nowhere")).ShouldShow("told.link-over").Path);
        Assert.Equal("/staff", (await (await site.Given.SignedInAsync(Role.LocalityAdmin)).OpenAsync(link)).ShouldShow("told.link-of-others").Path);
        Assert.Equal("/staff", (await (await site.Given.SignedInAsync(Role.CouncilStaff, "brasov")).OpenAsync(link)).ShouldShow("told.link-of-others").Path);
        site.Clock.Move(TimeSpan.FromDays(46));
        staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        Assert.Equal("/staff/bacau/plan/needs", (await staff.OpenAsync(link)).ShouldShow("told.link-over").Path);
    }

    private static async Task<string> LetterAsync(Site site)
    {
        await using var server = new MailServer();
        server.Serve(site);
        site.Clock.MoveTo(FirstWorkday);
        await site.RunJobAsync<WriteMonthlyNeeds>();
        await site.RunJobAsync<SendMails>();
        using var letter = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Letters.First()));
        return (await MimeMessage.LoadAsync(letter)).TextBody!;
    }

    private static string LinkIn(string letter) => Link().Match(letter).Value;

    [GeneratedRegex(@"/staff/go/\S+")]
    private static partial Regex Link();
}
