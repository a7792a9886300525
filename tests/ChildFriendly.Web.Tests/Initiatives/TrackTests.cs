using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Initiatives;

/// <summary>An idea given on paper, and following it by its printed words.</summary>
public sealed class TrackTests
{
    private const string Title = "O bancă la umbră <b>";

    [Fact]
    public async Task What_a_group_gave_on_paper_is_followed_by_its_words_from_waiting_to_the_answer()
    {
        await using var site = await Site.StartAsync();
        var sheet = await WriteDownAsync(await site.Given.SignedInAsync(Role.Facilitator), children: 3);

        var words = WordsOf(sheet);
        Assert.Equal(3, sheet.Document.QuerySelectorAll(".paper-card").Length);
        Assert.Equal(6, words.Split(' ').Length);
        var idea = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal((3, InitiativeStage.Submitted, null), (idea.GroupSize, idea.Stage, idea.AuthorId));
        Assert.Equal(64, idea.TrackingHash!.Length);
        await site.ShouldHaveAuditedAsync<TrackingWordsPrinted>(idea.Id, Role.Facilitator);
        await site.ShouldHaveAuditedAsync<InitiativeSubmitted>(idea.Id, Role.Facilitator);
        (await TrackAsync(site, words)).ShouldShow("me.stage.Submitted").ShouldShowText("O bancă la umbră").ShouldShow("by.Facilitator");
        (await site.Guest().OpenAsync("/ro/bacau/initiatives")).ShouldNotShowText("O bancă la umbră");

        await site.InDataAsync(async db =>
        {
            var stored = await db.Initiatives.SingleAsync();
            stored.Publish(Given.Moderator, site.Clock.Now);
            stored.Answer(Decision.Accepted, AnswerReason.GoodIdea, "Da, punem banca.", "Primăria", Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await TrackAsync(site, words)).ShouldShow("me.stage.Accepted").ShouldShowText("Da, punem banca").ShouldShow("track.public");
        (await site.Guest().OpenAsync("/ro/bacau/initiatives/1")).ShouldShowText("un grup de 3 copii, cu un adult");
    }

    [Theory]
    [InlineData(" · ")]
    [InlineData(", ")]
    [InlineData("   \n ")]
    [InlineData("-")]
    public async Task Words_are_known_however_they_are_written(string between)
    {
        await using var site = await Site.StartAsync();
        var words = WordsOf(await WriteDownAsync(await site.Given.SignedInAsync(Role.Facilitator)));

        var typed = string.Join(between, PlainText.Fold(words).Split(' ').Select((w, i) => i % 2 == 0 ? w.ToUpperInvariant() : w));

        (await TrackAsync(site, typed)).ShouldShow("me.stage.Submitted");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    public async Task Words_printed_in_one_language_open_on_a_page_in_another(string lang)
    {
        await using var site = await Site.StartAsync();
        var words = WordsOf(await WriteDownAsync(await site.Given.SignedInAsync(Role.Facilitator), language: lang));

        (await TrackAsync(site, words)).ShouldShow("me.stage.Submitted");
        (await TrackAsync(site, words, "hu")).ShouldShow("me.stage.Submitted");
    }

    [Fact]
    public async Task Wrong_words_are_slowed_down_and_right_ones_never()
    {
        await using var site = await Site.StartAsync();
        var words = WordsOf(await WriteDownAsync(await site.Given.SignedInAsync(Role.Facilitator)));
        (await TrackAsync(site, "")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("track.words.required");
        (await TrackAsync(site, "măr pară")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("track.not-words");
        (await TrackAsync(site, "măr măr măr măr măr măr")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("track.unknown");

        for (var i = 0; i < WrongCodes.MostPerClient; i++)
        {
            await TrackAsync(site, "măr măr măr măr măr pară");
        }

        (await TrackAsync(site, "măr măr măr măr pară pară")).ShouldHaveStatus(HttpStatusCode.TooManyRequests).ShouldShow("track.too-many-tries");
        (await TrackAsync(site, words)).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("me.stage.Submitted");
    }

    [Fact]
    public async Task New_words_stop_the_old_ones()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var lost = WordsOf(await WriteDownAsync(facilitator));

        var found = WordsOf(await (await facilitator.OpenAsync("/staff/bacau/group-ideas/1")).PressAsync("desk.group-ideas.words.do"));

        Assert.NotEqual(lost, found);
        (await TrackAsync(site, lost)).ShouldShow("track.unknown");
        (await TrackAsync(site, found)).ShouldShow("me.stage.Submitted");
    }

    [Fact]
    public async Task A_question_is_answered_by_the_adult_and_a_refusal_is_seen_with_its_reason()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var words = WordsOf(await WriteDownAsync(facilitator));
        await DecideAsync(site, (idea, now) => idea.SendBack("În ce parc?", null, Given.Moderator, now), ModerationStage.SentBack);
        (await TrackAsync(site, words)).ShouldShow("track.stage.SentBack").ShouldShowText("În ce parc?");

        var again = await (await facilitator.OpenAsync("/staff/bacau/group-ideas/1")).ShouldShowText("În ce parc?").Fill("Input.Place", "Parcul Cancicov").PressAsync("desk.group-ideas.send");

        again.ShouldShow("told.group-idea-sent");
        Assert.Equal(2, await site.CountAsync<ModerationCase>());
        await DecideAsync(site, (idea, now) => idea.DoNotPublish("moderation.reason.NotClear", "Nu înțelegem ce cereți.", Given.Moderator, now), ModerationStage.NotPublished);
        (await TrackAsync(site, words)).ShouldShow("track.stage.NotPublished").ShouldShow("moderation.reason.NotClear").ShouldShowText("Nu înțelegem ce cereți.");
        (await facilitator.OpenAsync("/staff/bacau/group-ideas/1")).ShouldShowText("Nu înțelegem ce cereți.");
    }

    [Fact]
    public async Task A_concern_looks_like_waiting()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SafeguardingAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var plain = await TrackAsync(site, WordsOf(await WriteDownAsync(facilitator)));

        var cry = WordsOf(await WriteDownAsync(facilitator, text: "Mă bate tata și mi-e frică."));
        await site.InDataAsync(async db =>
        {
            var waits = await db.ModerationCases.SingleAsync(c => db.Initiatives.Any(i => i.Id == c.ItemId && i.Number == 2));
            if (waits.Stage != ModerationStage.Concern)
            {
                waits.SetAside();
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(plain.Text, (await TrackAsync(site, cry)).Text);
        Assert.Equal((await facilitator.OpenAsync("/staff/bacau/group-ideas/1")).Document.QuerySelector(".item-meta")!.TextContent,
            (await facilitator.OpenAsync("/staff/bacau/group-ideas/2")).Document.QuerySelector(".item-meta")!.TextContent);
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_idea_and_one_sheet()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var form = Filled(await facilitator.OpenAsync("/staff/bacau/group-ideas/new"));

        var words = WordsOf(await form.PressAsync("desk.group-ideas.send"));
        var second = await form.PressAsync("desk.group-ideas.send");

        second.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.group-ideas.written-down-already");
        Assert.Equal(1, await site.CountAsync<Initiative>());
        (await TrackAsync(site, words)).ShouldShow("me.stage.Submitted");
    }

    [Fact]
    public async Task Nobody_is_no_group_and_a_crowd_is_none()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);

        (await WriteDownAsync(facilitator, children: 0)).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.group-ideas.no-children");
        (await WriteDownAsync(facilitator, children: 61)).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText("Cel mult 60 de copii");
        Assert.Equal(0, await site.CountAsync<Initiative>());
    }

    [Fact]
    public async Task The_adult_takes_it_back_while_nobody_has_decided_and_not_afterwards()
    {
        await using var site = await Site.StartAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var words = WordsOf(await WriteDownAsync(facilitator));
        var late = await facilitator.OpenAsync("/staff/bacau/group-ideas/1");
        (await (await facilitator.OpenAsync("/staff/bacau/group-ideas/1")).PressAsync("desk.group-ideas.withdraw.do")).ShouldShow("told.group-idea-withdrawn");
        (await TrackAsync(site, words)).ShouldShow("track.stage.Withdrawn");
        await site.ShouldHaveAuditedAsync<InitiativeWithdrawn>(await site.InDataAsync(db => db.Initiatives.Select(i => i.Id).SingleAsync()), Role.Facilitator);
        // A second window, still open.
        (await late.PressAsync("desk.group-ideas.withdraw.do")).ShouldShow("told.group-idea-withdrawn");

        await WriteDownAsync(facilitator);
        var open = await facilitator.OpenAsync("/staff/bacau/group-ideas/2");
        await DecideAsync(site, (idea, now) => idea.Publish(Given.Moderator, now), ModerationStage.Published);
        (await open.PressAsync("desk.group-ideas.withdraw.do")).ShouldShow("told.group-idea-not-withdrawn");
    }

    private static async Task<Page> TrackAsync(Site site, string words, string lang = "ro") => await (await site.Guest(lang).OpenAsync($"/{lang}/track")).Fill("Input.Words", words).PressAsync("track.do");

    private static async Task<Page> WriteDownAsync(Guest facilitator, int children = 5, string text = "Vara arde.", string language = "ro") =>
        await Filled(await facilitator.OpenAsync("/staff/bacau/group-ideas/new"), children, text).Choose("Input.Language", language).PressAsync("desk.group-ideas.send");

    private static Page Filled(Page form, int children = 5, string text = "Vara arde.") =>
        form.Fill("Input.Children", $"{children}").Choose("Input.Band", "From6To10").Choose("Input.Goal", "Play").Fill("Input.Title", Title).Fill("Input.Text", text).Fill("Input.Place", "Parcul Mare");

    private static string WordsOf(Page sheet) => string.Join(' ', sheet.Document.QuerySelector("[data-words]")!.TextContent.Split([' ', '\u00A0', '·'], StringSplitOptions.RemoveEmptyEntries));

    private static Task<int> DecideAsync(Site site, Action<Initiative, DateTime> decide, ModerationStage outcome) => site.InDataAsync(async db =>
    {
        var waits = await db.ModerationCases.SingleAsync(c => c.DecidedAt == null);
        decide(await db.Initiatives.SingleAsync(i => i.Id == waits.ItemId), site.Clock.Now);
        waits.Claim(Given.Moderator.StaffId!.Value, site.Clock.Now);
        waits.Decide(outcome, Given.Moderator.StaffId.Value, site.Clock.Now);
        return await db.SaveChangesAsync();
    });
}
