using System.Net;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

public sealed class TeamTests
{
    private const string Password = "un cal verde pe deal";

    [Fact]
    public async Task Somebody_invited_sets_up_an_account_once_and_has_just_that_role()
    {
        await using var site = await Site.StartAsync();
        var link = await InviteAsync(await site.Given.SignedInAsync(Role.LocalityAdmin), "ana@scoala.example", Role.Facilitator);
        var browser = site.Guest();
        var late = await site.Guest().OpenAsync(link);
        var page = await browser.OpenAsync(link);
        page.Fill("Input.Password", "scurt");

        (await page.Fill("Input.Code", "123456").PressAsync("staff.invitation.create")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("staff.invitation.password.invalid");
        var code = AuthenticatorCode.At(page.ValueOf("Input.Secret")!, site.Clock.GetUtcNow());
        (await page.Fill("Input.Password", Password).Fill("Input.Code", "000000").PressAsync("staff.invitation.create")).ShouldRefuse(StaffRules.WrongCode);
        var done = await page.Fill("Input.Password", Password).Fill("Input.Code", code).PressAsync("staff.invitation.create");

        done.ShouldShow("staff.invitation.done");
        var recovery = done.Document.QuerySelectorAll(".recovery code").Select(c => c.TextContent).ToList();
        Assert.Equal(RecoveryCode.Count, recovery.Count);
        (await browser.OpenAsync("/staff/bacau/cards")).ShouldHaveStatus(HttpStatusCode.Forbidden).ShouldShow(StaffCheckRules.Lapsed.Key);
        await SeeCertificateAsync(site, "ana@scoala.example");
        (await browser.OpenAsync("/staff/bacau/cards")).ShouldHaveStatus(HttpStatusCode.OK);
        (await browser.OpenAsync("/staff/bacau/team")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        (await browser.OpenAsync("/staff/brasov/cards")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        (await site.Guest().OpenAsync(link)).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow(StaffRules.InvitationUsed.Key);
        (await late.PressAsync("staff.invitation.create")).ShouldRefuse(StaffRules.InvitationUsed);
        Assert.DoesNotContain(link.Split('=')[1], await site.InDataAsync(db => db.StaffInvitations.Select(i => i.TokenHash).SingleAsync()), StringComparison.Ordinal);

        // Without the phone: one of the codes, once.
        var anew = await site.Guest().OpenAsync("/staff/sign-in");
        anew.Fill("Input.Email", "ana@scoala.example").Fill("Input.Password", Password).Fill("Input.Code", recovery[0].ToUpperInvariant());
        Assert.Equal("/staff", (await anew.PressAsync("staff.sign-in.enter")).Path);

        // Pressed twice is inside; somebody else with the same code is not.
        Assert.Equal("/staff", (await anew.PressAsync("staff.sign-in.enter")).Path);
        var second = await site.Guest().OpenAsync("/staff/sign-in");
        second.Fill("Input.Email", "ana@scoala.example").Fill("Input.Password", Password).Fill("Input.Code", recovery[0]);
        (await second.PressAsync("staff.sign-in.enter")).ShouldRefuse(StaffRules.WrongCredentials);
    }

    [Fact]
    public async Task Two_who_open_the_same_link_make_one_account()
    {
        await using var site = await Site.StartAsync();
        var link = await InviteAsync(await site.Given.SignedInAsync(Role.LocalityAdmin), "ana@scoala.example", Role.Moderator);
        var pages = new List<Page>();
        for (var i = 0; i < 4; i++)
        {
            var page = await site.Guest().OpenAsync(link);
            pages.Add(page.Fill("Input.Password", Password).Fill("Input.Code", AuthenticatorCode.At(page.ValueOf("Input.Secret")!, site.Clock.GetUtcNow())));
        }

        var answers = await Task.WhenAll(pages.Select(p => p.PressAsync("staff.invitation.create")));

        // Whoever came second is refused, or finds that there is an account now and is sent to sign in.
        Assert.Single(answers, a => a.Document.QuerySelector(".recovery") is not null);
        Assert.Equal(1, await site.InDataAsync(db => db.StaffAccounts.CountAsync(s => s.Email == "ana@scoala.example")));
    }

    [Fact]
    public async Task An_invitation_ends_with_the_right_to_invite_of_whoever_made_it()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.LocalityAdmin);
        var link = await InviteAsync(await site.Guest().SignInAsync(person), "trei@primarie.example", Role.LocalityAdmin);
        (await site.Guest().OpenAsync(link)).ShouldHaveStatus(HttpStatusCode.OK);

        await site.InDataAsync(async db =>
        {
            var account = await db.StaffAccounts.Include(s => s.Roles).SingleAsync();
            account.TakeAway(Role.LocalityAdmin, account.Roles[0].LocalityId, Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await site.Guest().OpenAsync(link)).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow(StaffRules.InvitationUnknown.Key);
    }

    [Fact]
    public async Task What_somebody_offered_is_withdrawn_for_good_when_their_role_is_taken_away()
    {
        await using var site = await Site.StartAsync();
        var admin = await site.Given.StaffAsync(Role.LocalityAdmin);
        var link = await InviteAsync(await site.Guest().SignInAsync(admin), "trei@primarie.example", Role.Moderator);
        var system = await site.Given.SignedInAsync(Role.SystemAdmin);

        await (await system.OpenAsync("/staff/system/people")).PressAsync("staff.team.take-away.do");

        Assert.False(await site.InDataAsync(db => db.StaffInvitations.AnyAsync(i => i.WithdrawnAt == null)));
        await site.InDataAsync(async db =>
        {
            var account = await db.StaffAccounts.Include(s => s.Roles).SingleAsync(s => s.Email == admin.Email);
            account.Give(Role.LocalityAdmin, (await db.Localities.FirstAsync(l => l.Slug == "bacau")).Id, Actor.Program, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        (await site.Guest().OpenAsync(link)).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow(StaffRules.InvitationUnknown.Key);
    }

    [Fact]
    public async Task A_desk_left_open_gives_no_lasting_access()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Guest().SignInAsync(await site.Given.StaffAsync(Role.Moderator));
        var page = await person.OpenAsync("/staff/account");

        site.Clock.Move(StaffRules.Fresh + TimeSpan.FromSeconds(1));
        (await page.PressAsync("staff.recovery.new.do")).ShouldRefuse(StaffRules.SignInAgain);

        Assert.Equal(0, await site.CountAsync<RecoveryCode>());
    }

    [Fact]
    public async Task An_invitation_lasts_a_week()
    {
        await using var site = await Site.StartAsync();
        var link = await InviteAsync(await site.Given.SignedInAsync(Role.LocalityAdmin), "ana@scoala.example", Role.Moderator);

        site.Clock.Move(StaffInvitation.Lasts + TimeSpan.FromSeconds(1));

        (await site.Guest().OpenAsync(link)).ShouldShow(StaffRules.InvitationExpired.Key);
        (await site.Guest().OpenAsync("/staff/invitation?token=x")).ShouldShow(StaffRules.InvitationUnknown.Key);
    }

    [Fact]
    public async Task A_real_portal_grows_from_its_first_administrator()
    {
        await using var site = await Site.StartAsync();
        var first = await site.Given.SignedInAsync(Role.SystemAdmin);
        var people = await first.OpenAsync("/staff/system/people");
        people.ShouldHaveStatus(HttpStatusCode.OK);
        Assert.Equal(5, people.Document.QuerySelectorAll("main dd").Count(d => d.TextContent.Trim() == site.Texts("ro")["staff.people.nobody"]));
        (await people.Fill("Input.Email", "ana@primarie.example").Choose("Input.Role", "Auditor").PressAsync("staff.team.invite.do")).ShouldShow("staff.team.link");
        var link = LinkOn(await people.Fill("Input.Email", "ana@primarie.example").Choose("Input.Role", "LocalityAdmin moinesti").PressAsync("staff.team.invite.do"));

        var ana = site.Guest();
        var page = await ana.OpenAsync(link);
        await page.Fill("Input.Password", Password).Fill("Input.Code", AuthenticatorCode.At(page.ValueOf("Input.Secret")!, site.Clock.GetUtcNow())).PressAsync("staff.invitation.create");
        (await ana.OpenAsync("/staff/system/people")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        await InviteAsync(ana, "ion@scoala.example", Role.Facilitator, "moinesti");

        Assert.Contains("ana@primarie.example", (await first.OpenAsync("/staff/system/people")).Text, StringComparison.Ordinal);
        Assert.Equal([Role.LocalityAdmin], await site.InDataAsync(db => db.StaffAccounts.Where(s => s.Email == "ana@primarie.example").SelectMany(s => s.Roles.Select(r => r.Role)).ToListAsync()));
    }

    [Theory]
    [InlineData("ana.pop")]
    [InlineData("ana@")]
    [InlineData("a@b@c.ro")]
    [InlineData("<b>@x.ro")]
    [InlineData("ana pop@town.ro")]
    [InlineData("a@x.ro\nBcc: y@z.ro")]
    public async Task What_is_no_address_is_not_invited(string email)
    {
        await using var site = await Site.StartAsync();
        var team = await (await site.Given.SignedInAsync(Role.LocalityAdmin)).OpenAsync("/staff/bacau/team");

        (await team.Fill("Input.Email", email).Choose("Input.Role", "Moderator").PressAsync("staff.team.invite.do"))
            .ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("staff.team.email.invalid");
        Assert.Equal(0, await site.CountAsync<StaffInvitation>());
    }

    [Fact]
    public async Task Thirty_wrong_tries_at_once_are_thirty_tries_and_an_unknown_address_is_answered_alike()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        var known = await AttackAsync(person.Email);
        var unknown = await AttackAsync("nimeni@test.example");

        Assert.Equal(StaffRules.TriesBeforeLock, known.Count(s => s == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(known.Order(), unknown.Order());
        Assert.Equal(StaffRules.TriesBeforeLock, await site.InDataAsync(db => db.StaffAccounts.Select(s => s.FailedSignIns).SingleAsync()));
        site.Clock.Move(StaffRules.FirstLock + TimeSpan.FromSeconds(1));
        foreach (var email in new[] { person.Email, "nimeni@test.example" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(email));
            Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(email));
        }

        site.Clock.Move(StaffRules.FirstLock * 3);
        await site.Guest().SignInAsync(person);
        Assert.Equal(0, await site.InDataAsync(db => db.StaffAccounts.Select(s => s.FailedSignIns).SingleAsync()));

        async Task<List<HttpStatusCode>> AttackAsync(string email) => [.. await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryAsync(email)))];

        async Task<HttpStatusCode> TryAsync(string email) =>
            (await (await site.Guest().OpenAsync("/staff/sign-in")).Fill("Input.Email", email).Fill("Input.Password", "greșit greșit").Fill("Input.Code", "000000").PressAsync("staff.sign-in.enter")).Status;
    }

    [Fact]
    public async Task Two_sets_of_recovery_codes_made_at_once_are_one()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Guest().SignInAsync(await site.Given.StaffAsync(Role.Moderator));
        var page = await person.OpenAsync("/staff/account");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.PressAsync("staff.recovery.new.do")));

        Assert.Contains(answers, a => a.Document.QuerySelector(".recovery") is not null);
        Assert.Equal(RecoveryCode.Count, await site.CountAsync<RecoveryCode>());
    }

    [Fact]
    public async Task An_invitation_is_withdrawn_or_replaced_by_a_newer_one()
    {
        await using var site = await Site.StartAsync();
        var admin = await site.Given.SignedInAsync(Role.LocalityAdmin);
        var first = await InviteAsync(admin, "ana@scoala.example", Role.Moderator);
        var second = await InviteAsync(admin, "ana@scoala.example", Role.Moderator);

        (await site.Guest().OpenAsync(first)).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow(StaffRules.InvitationUnknown.Key);
        (await site.Guest().OpenAsync(second)).ShouldHaveStatus(HttpStatusCode.OK);
        var team = await admin.OpenAsync("/staff/bacau/team");
        await team.SubmitAsync(Assert.Single(team.Document.QuerySelectorAll("form[action*='Withdraw'] button")));

        (await site.Guest().OpenAsync(second)).ShouldHaveStatus(HttpStatusCode.NotFound).ShouldShow(StaffRules.InvitationUnknown.Key);
        (await admin.OpenAsync("/staff/bacau/team")).ShouldNotShow("staff.team.open");
    }

    [Fact]
    public async Task Whoever_has_an_account_takes_the_role_by_signing_in_and_nobody_else_can()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator, "brasov");
        var link = await InviteAsync(await site.Given.SignedInAsync(Role.LocalityAdmin), person.Email, Role.Facilitator);
        var stranger = await site.Given.SignedInAsync(Role.Moderator);

        Assert.Equal("/staff/sign-in", (await (await stranger.OpenAsync(link)).PressAsync("staff.invitation.take")).Path);
        var browser = await site.Guest().SignInAsync(person);
        (await (await browser.OpenAsync(link)).PressAsync("staff.invitation.take")).ShouldShow("told.role-taken");

        await SeeCertificateAsync(site, person.Email);
        (await browser.OpenAsync("/staff/bacau/focus-groups")).ShouldHaveStatus(HttpStatusCode.OK);
        (await browser.OpenAsync("/staff/brasov/moderation")).ShouldHaveStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_widens_or_narrows_their_own_access_and_a_role_taken_away_is_gone_at_once()
    {
        await using var site = await Site.StartAsync();
        var admin = await site.Given.StaffAsync(Role.LocalityAdmin);
        var other = await site.Given.SignedInAsync(Role.Moderator);
        var desk = await site.Guest().SignInAsync(admin);
        var team = await desk.OpenAsync("/staff/bacau/team");

        (await team.Fill("Input.Email", admin.Email.ToUpperInvariant()).Choose("Input.Role", "Moderator").PressAsync("staff.team.invite.do")).ShouldRefuse(StaffRules.NotYourself);
        var buttons = team.Document.QuerySelectorAll(".roles button");
        Assert.Single(buttons);
        Assert.Equal("/staff/bacau/team", (await team.SubmitAsync(buttons[0])).Path);

        (await other.OpenAsync("/staff/bacau/moderation")).ShouldHaveStatus(HttpStatusCode.Forbidden);
        (await team.Fill("Input.Email", "x@y.example").Choose("Input.Role", "Moderator").PressAsync("staff.team.invite.do")).ShouldShow("staff.team.link");
    }

    [Fact]
    public async Task Own_sessions_are_listed_and_ended_from_elsewhere()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        var lost = await site.Guest().SignInAsync(person);
        site.Clock.Move(TimeSpan.FromSeconds(60));
        var here = await site.Guest().SignInAsync(person);

        var account = await here.OpenAsync("/staff/account");
        account.ShouldShow("staff.account.this-one");
        (await account.PressAsync("staff.account.end-others")).ShouldShow("told.session-ended");

        Assert.Equal("/staff/sign-in", (await lost.OpenAsync("/staff")).Path);
        Assert.Equal("/staff", (await here.OpenAsync("/staff")).Path);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_the_old_one_opens_nothing()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        var elsewhere = await site.Guest().SignInAsync(person);
        site.Clock.Move(TimeSpan.FromSeconds(60));
        var here = await site.Guest().SignInAsync(person);
        var page = await here.OpenAsync("/staff/password");

        (await page.Fill("Input.Present", "alta parolă").Fill("Input.New", Password).PressAsync("staff.password.do")).ShouldRefuse(StaffRules.WrongPassword);
        (await page.Fill("Input.Present", person.Password).Fill("Input.New", "scurt").PressAsync("staff.password.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await page.Fill("Input.Present", person.Password).Fill("Input.New", Password).PressAsync("staff.password.do")).ShouldShow("told.password-changed");

        Assert.Equal("/staff/sign-in", (await elsewhere.OpenAsync("/staff")).Path);
        Assert.Equal("/staff", (await here.OpenAsync("/staff")).Path);
        site.Clock.Move(TimeSpan.FromSeconds(60));
        await site.Guest().SignInAsync(person with { Password = Password });
    }

    [Fact]
    public async Task The_door_stays_shut_longer_after_every_further_wrong_try()
    {
        await using var site = await Site.StartAsync();
        var person = await site.Given.StaffAsync(Role.Moderator);
        var page = await site.Guest().OpenAsync("/staff/sign-in");
        page.Fill("Input.Email", person.Email);
        for (var i = 0; i < StaffRules.TriesBeforeLock; i++)
        {
            (await page.Fill("Input.Password", "nu").Fill("Input.Code", "000000").PressAsync("staff.sign-in.enter")).ShouldRefuse(StaffRules.WrongCredentials);
        }

        site.Clock.Move(StaffRules.FirstLock + TimeSpan.FromSeconds(1));
        (await page.PressAsync("staff.sign-in.enter")).ShouldRefuse(StaffRules.WrongCredentials);
        site.Clock.Move(StaffRules.FirstLock + TimeSpan.FromSeconds(1));
        (await page.PressAsync("staff.sign-in.enter")).ShouldHaveStatus(HttpStatusCode.TooManyRequests);
        site.Clock.Move(StaffRules.FirstLock);
        await site.Guest().SignInAsync(person);
        Assert.Equal(0, (await site.InDataAsync(db => db.StaffAccounts.SingleAsync())).FailedSignIns);
    }

    [Fact]
    public async Task An_address_without_an_account_is_answered_like_one_that_has()
    {
        await using var site = await Site.StartAsync();
        var known = (await site.Given.StaffAsync(Role.Moderator)).Email;
        var answers = new List<string>();
        foreach (var email in new[] { known, "nimeni@nicaieri.example" })
        {
            var page = (await site.Guest().OpenAsync("/staff/sign-in")).Fill("Input.Email", email);
            var said = new List<string>();
            for (var i = 0; i < StaffRules.TriesBeforeLock + 2; i++)
            {
                var answer = await page.Fill("Input.Password", "nu").Fill("Input.Code", "000000").PressAsync("staff.sign-in.enter");
                said.Add($"{answer.Status} {answer.Document.QuerySelector(".error-summary")!.TextContent} {answer.Headers.RetryAfter}");
            }

            answers.Add(string.Join('\n', said));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    private static Task<int> SeeCertificateAsync(Site site, string email) => site.InDataAsync(async db =>
    {
        var id = await db.StaffAccounts.Where(s => s.Email == email).Select(s => s.Id).SingleAsync();
        var here = await db.Localities.Where(l => l.Slug == "bacau").Select(l => l.Id).SingleAsync();
        db.Add(StaffCheck.See(id, here, StaffCheckKind.IntegrityCertificate, RomanianTime.DateOf(site.Clock.Now), Guid.CreateVersion7(), Actor.Program, site.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private static async Task<string> InviteAsync(Guest admin, string email, Role role, string locality = "bacau")
    {
        var team = await admin.OpenAsync($"/staff/{locality}/team");
        return LinkOn(await team.Fill("Input.Email", email).Choose("Input.Role", role.ToString()).PressAsync("staff.team.invite.do"));
    }

    private static string LinkOn(Page invited) =>
        new Uri(invited.ShouldShow("staff.team.link").Document.QuerySelector(".notice code")!.TextContent).PathAndQuery;
}
