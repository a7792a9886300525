using System.Net;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace ChildFriendly.Web.Tests.Notifications;

public sealed class MailTests
{
    private const string Cry = "Mă bate tata și mi-e frică";

    [Fact]
    public async Task An_alarm_goes_once_without_a_word_of_what_was_written()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        server.Serve(site);
        var (lead, _) = await site.Given.SafeguardingAsync();
        await ClearAsync(site);
        await OpenCaseAsync(site);

        await DeliverAsync(site);
        await DeliverAsync(site);

        var letter = Read(Assert.Single(server.Letters));
        Assert.Equal(lead.Email, Assert.Single(letter.To.Mailboxes).Address);
        Assert.Contains("https://copii.example/staff/bacau/safeguarding", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("bate", letter.ToString(), StringComparison.Ordinal);
        var stored = await site.InDataAsync(db => db.Mails.Select(m => m.Arguments + m.Occasion).ToListAsync());
        Assert.All(stored, s => Assert.DoesNotContain("bate", s, StringComparison.Ordinal));
        Assert.StartsWith((await MailsAsync(site, MailKind.SafeguardingAlarm)).Single().Id.ToString("N"), letter.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_the_decision_and_the_notice_the_notice_still_goes_once()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        await site.Given.SafeguardingAsync();
        await ClearAsync(site);
        await OpenCaseAsync(site);

        // Gone before anybody read the outbox; then gone after the letter was written.
        var second = await site.RestartAsync();
        await second.RunJobAsync<WriteMails>();
        await using var third = await second.RestartAsync();
        server.Serve(third);
        await DeliverAsync(third);
        await DeliverAsync(third);

        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task Two_instances_at_once_write_and_send_each_letter_once()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        server.Serve(site);
        await site.Given.SafeguardingAsync();
        await ClearAsync(site);
        for (var i = 0; i < 12; i++)
        {
            await OpenCaseAsync(site);
        }

        // Scopes of one host share nothing but the database.
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync(site))));
        }

        Assert.Equal(12, server.Letters.Count);
        Assert.Equal(12, server.Letters.Select(l => Read(l).MessageId).Distinct().Count());
        Assert.Equal(0, await site.InDataAsync(db => db.Mails.CountAsync(m => m.SentAt == null)));
    }

    [Fact]
    public async Task A_mail_server_that_is_gone_for_a_day_loses_nothing_and_gets_each_letter_once()
    {
        await using var site = await Site.StartAsync();
        int port;
        await using (var gone = new MailServer())
        {
            gone.Serve(site);
            port = gone.Port;
        }

        await site.Given.SafeguardingAsync();
        var moderator = await site.Given.StaffAsync(Role.Moderator);
        await ClearAsync(site);
        site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(2026, 3, 10, 8, 0, 0)));
        await site.Given.SubmittedAsync();
        await OpenCaseAsync(site);
        await site.RunJobAsync<WriteDigests>();
        for (var minutes = 0; minutes < 24 * 60; minutes += 30)
        {
            await DeliverAsync(site);
            site.Clock.Move(TimeSpan.FromMinutes(30));
        }

        Assert.Equal((2, 0), (await site.InDataAsync(db => db.Mails.CountAsync(m => m.SentAt == null && m.GivenUpAt == null)), await site.InDataAsync(db => db.Mails.CountAsync(m => m.SentAt != null))));
        await using var back = new MailServer();
        back.Serve(site);
        Assert.NotEqual(0, port);
        await DeliverAsync(site);
        site.Clock.Move(TimeSpan.FromMinutes(30));
        await DeliverAsync(site);
        Assert.Contains(back.Letters, l => Read(l).Priority == MessagePriority.Urgent);
        site.Clock.Move(TimeSpan.FromHours(12));
        await DeliverAsync(site);
        await DeliverAsync(site);

        Assert.Equal(2, back.Letters.Count);
        Assert.Contains(back.Letters, l => Read(l).To.Mailboxes.Single().Address == moderator.Email);
    }

    [Fact]
    public async Task A_letter_that_nobody_takes_for_three_days_is_given_up_and_whoever_runs_the_portal_sees_it_without_its_occasion()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer { IsFull = true };
        server.Serve(site);
        var (lead, _) = await site.Given.SafeguardingAsync();
        await ClearAsync(site);
        await OpenCaseAsync(site);
        for (var hours = 0; hours < 80; hours += 8)
        {
            await DeliverAsync(site);
            site.Clock.Move(TimeSpan.FromHours(8));
        }

        Assert.NotNull((await MailsAsync(site, MailKind.SafeguardingAlarm)).Single().GivenUpAt);
        var admin = await site.Given.SignedInAsync(Role.SystemAdmin);
        var letters = await (await admin.OpenAsync("/staff")).FollowAsync("staff.letters.title");
        letters.ShouldShowText(lead.Email).ShouldShow("staff.letters.lost").ShouldNotShowText("Bacău").ShouldNotShowText("Protecția");
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_process_that_was_gone_while_sending_sends_an_alarm_again_and_nothing_else()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        server.Serve(site);
        await site.Given.SafeguardingAsync();
        var moderator = await site.Given.StaffAsync(Role.Moderator);
        await ClearAsync(site);
        await OpenCaseAsync(site);
        await site.RunJobAsync<WriteMails>();
        await site.InDataAsync(async db =>
        {
            var to = await db.StaffAccounts.SingleAsync(s => s.Email == moderator.Email);
            db.Add(Mail.Write(MailKind.ModerationDigest, "proba", to.Id, site.Clock.Now, ("locality", "Bacău"), ("waiting", "1"), ("late", "0"), ("path", "/staff")));
            await db.SaveChangesAsync();
            foreach (var mail in await db.Mails.Where(m => m.SentAt == null).ToListAsync())
            {
                mail.Claim(site.Clock.Now);
            }

            return await db.SaveChangesAsync();
        });

        await DeliverAsync(site);
        Assert.Empty(server.Letters);
        site.Clock.Move(MailRules.Lease + TimeSpan.FromSeconds(1));
        await DeliverAsync(site);

        Assert.Equal(MessagePriority.Urgent, Read(Assert.Single(server.Letters)).Priority);
        Assert.NotNull((await MailsAsync(site, MailKind.ModerationDigest)).Single().GivenUpAt);
    }

    [Fact]
    public async Task Moderators_are_told_on_workday_mornings_what_waits_once_and_only_if_they_want_it()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        server.Serve(site);
        var person = await site.Given.StaffAsync(Role.Moderator);
        await site.Given.StaffAsync(Role.Moderator, "brasov");
        await site.Given.StaffAsync(Role.Moderator, hasCertificate: false);
        // Thursday to Tuesday.
        site.Clock.MoveTo(RomanianTime.FromLocal(new DateTime(2026, 3, 5, 12, 0, 0)));
        await site.Given.SubmittedAsync();
        await site.Given.SubmittedAsync();
        await DigestAsync(new DateTime(2026, 3, 6, 7, 59, 0), 0);
        await DigestAsync(new DateTime(2026, 3, 6, 8, 0, 0), 1);
        await DigestAsync(new DateTime(2026, 3, 6, 16, 0, 0), 1);
        await DigestAsync(new DateTime(2026, 3, 7, 9, 0, 0), 1);
        await DigestAsync(new DateTime(2026, 3, 10, 9, 0, 0), 2);
        var texts = site.Texts();
        Assert.Contains(texts.Count("staff.mail.count.late", 2), Read(server.Letters.Last()).TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Leagăn", string.Concat(server.Letters.Select(l => Read(l).TextBody)), StringComparison.Ordinal);

        using var moderator = await site.Guest().SignInAsync(person);
        var choice = await (await moderator.OpenAsync("/staff/account")).FollowAsync("staff.mail.title");
        (await choice.Choose("Input.WantsDigest", "true", isChosen: false).Choose("Input.Language", "en").PressAsync("staff.mail.save")).ShouldShow("told.mail-chosen");
        await DigestAsync(new DateTime(2026, 3, 11, 9, 0, 0), 2);
        using var again = await site.Guest().SignInAsync(person);
        await (await again.OpenAsync("/staff/account/mail")).Choose("Input.WantsDigest", "true").PressAsync("staff.mail.save");
        await DigestAsync(new DateTime(2026, 3, 11, 10, 0, 0), 3);
        Assert.Contains("what waits to be checked", Read(server.Letters.Last()).Subject, StringComparison.Ordinal);

        async Task DigestAsync(DateTime at, int letters)
        {
            site.Clock.MoveTo(RomanianTime.FromLocal(at));
            await site.RunJobAsync<WriteDigests>();
            await DeliverAsync(site);
            Assert.Equal(letters, server.Letters.Count);
        }
    }

    [Fact]
    public async Task Whoever_needs_a_new_certificate_is_reminded_and_so_is_the_administrator()
    {
        await using var site = await Site.StartAsync();
        await using var server = new MailServer();
        server.Serve(site);
        var (moderator, admin) = (await site.Given.StaffAsync(Role.Moderator), await site.Given.StaffAsync(Role.LocalityAdmin));
        await site.Given.StaffAsync(Role.LocalityAdmin, "brasov");
        var until = await site.InDataAsync(db => db.StaffChecks.Select(c => c.ExpiresOn).SingleAsync());

        foreach (var days in new[] { 30, 29, 7, 6 })
        {
            site.Clock.MoveTo(RomanianTime.FromLocal(until.AddDays(-days).ToDateTime(new TimeOnly(9, 0))));
            await site.RunJobAsync<RemindOfStaffChecks>();
            await DeliverAsync(site);
        }

        Assert.Equal(
            new[] { admin.Email, admin.Email, moderator.Email, moderator.Email }.Order(StringComparer.Ordinal),
            server.Letters.Select(l => Read(l).To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(server.Letters, l => Assert.Contains(site.Texts().Date(until), Read(l).Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_demonstration_letters_are_files_and_without_a_server_they_wait()
    {
        await using var demonstration = await Site.StartAsync(isDemonstration: true);
        await using var server = new MailServer();
        server.Serve(demonstration);
        await OpenCaseAsync(demonstration);
        await DeliverAsync(demonstration);
        Assert.Empty(server.Letters);
        var files = Directory.GetFiles(Path.Combine(demonstration.Settings.DataFolder!, "mail"), "*.eml");
        Assert.Contains(files, f => MimeMessage.Load(f).To.Mailboxes.Single().Address == "safeguarding@bacau.example");

        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        await OpenCaseAsync(site);
        await DeliverAsync(site);
        Assert.All(await MailsAsync(site, MailKind.SafeguardingAlarm), m => Assert.Equal(0, m.Tries));
        var admin = await site.Given.SignedInAsync(Role.SystemAdmin);
        (await admin.OpenAsync("/staff/system/mail")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("staff.letters.no-server");
    }

    [Fact]
    public async Task What_lay_in_the_outbox_for_weeks_is_news_to_nobody_and_reading_it_drops_no_pages()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        await OpenCaseAsync(site);
        await site.Given.PublishedAsync();
        var guest = site.Guest();
        await guest.FetchAsync("/ro/bacau");
        site.Clock.Move(TimeSpan.FromDays(8));
        await site.RunJobAsync<WriteMails>();

        Assert.Equal(0, await site.CountAsync<Mail>());
        Assert.Equal(0, await site.InDataAsync(db => db.Outbox.CountAsync(o => o.HandledAt == null)));
        Assert.True((await guest.FetchAsync("/ro/bacau")).Headers.Age is not null);
    }

    private static MimeMessage Read(string letter) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter)));

    /// <summary>What the scheduler would do.</summary>
    private static async Task DeliverAsync(Site site)
    {
        await site.RunJobAsync<WriteMails>();
        await site.RunJobAsync<SendMails>();
    }

    /// <summary>What was before is told already.</summary>
    private static async Task ClearAsync(Site site)
    {
        await site.RunJobAsync<WriteMails>();
        await site.InDataAsync(async db =>
        {
            db.RemoveRange(await db.Mails.ToListAsync());
            return await db.SaveChangesAsync();
        });
    }

    private static Task<List<Mail>> MailsAsync(Site site, MailKind kind) => site.InDataAsync(db => db.Mails.AsNoTracking().Where(m => m.Kind == kind).ToListAsync());

    private static Task<int> OpenCaseAsync(Site site) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        db.Add(SafeguardingCase.Open(here.Id, SafeguardingOrigin.Myself, "ro", Cry, "", services.GetRequiredService<ISeal>(), Actor.Program, site.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
