using System.Net;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Participation;

public sealed class CardDeskTests
{
    [Fact]
    public async Task A_batch_is_printed_once_and_its_codes_open_the_door()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.Facilitator);
        var form = await OrderAsync(desk, young: 2, older: 1);

        var sheet = await form.PressAsync("desk.cards.new.do");

        var codes = CodesOn(sheet);
        Assert.Equal(3, codes.Count);
        Assert.True(sheet.Headers.CacheControl!.NoStore);
        var stored = await site.InDataAsync(db => db.Cards.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        Assert.Equal([AgeBand.From6To10, AgeBand.From6To10, AgeBand.From14To17], stored.Select(c => c.AgeBand));
        Assert.DoesNotContain(stored, c => codes.Contains(c.CodeHash, StringComparer.OrdinalIgnoreCase));
        await site.ShouldHaveAuditedAsync<CardBatchOrdered>(stored[0].BatchId, Role.Facilitator);
        foreach (var code in codes)
        {
            Assert.Equal("/ro/card/welcome", (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", code).PressAsync("participation.card.enter")).Path);
        }

        (await form.PressAsync("desk.cards.new.do")).ShouldRefuse(CardRules.PrintedAlready);
        var batch = await desk.OpenAsync("/staff/bacau/cards/1");
        Assert.All(codes, code => Assert.DoesNotContain(code, batch.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", "2027-01-01", nameof(CardRules.NoCards))]
    [InlineData("1500", "2027-01-01", nameof(CardRules.TooMany))]
    [InlineData("1", "2026-03-01", nameof(CardRules.ValidTooShort))]
    [InlineData("1", "2028-03-06", nameof(CardRules.ValidTooLong))]
    public async Task What_cannot_be_ordered_is_said_and_stays_typed(string count, string validUntil, string refusal)
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.LocalityAdmin);
        var form = await OrderAsync(desk, young: 0, older: 0);

        var refused = await form.Fill("Input.From6To10", count).Fill("Input.From11To13", count).Fill("Input.ValidUntil", validUntil).PressAsync("desk.cards.new.do");

        refused.ShouldRefuse((Refusal)typeof(CardRules).GetField(refusal)!.GetValue(null)!);
        Assert.Equal(("Școala nr. 5", count), (refused.ValueOf("Input.IssuedTo"), refused.ValueOf("Input.From6To10")));
        Assert.Equal(0, await site.CountAsync<CardBatch>());
    }

    [Fact]
    public async Task More_cards_than_numbers_can_hold_are_refused_and_no_card_comes_in_a_language_without_its_words()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.LocalityAdmin);
        var form = await OrderAsync(desk, young: 0, older: 0);

        Assert.Null(form.Document.QuerySelector("input[name='Input.Languages'][value='rom']"));
        var refused = await form.Fill("Input.From6To10", "2147483647").Fill("Input.From11To13", "2147483647").PressAsync("desk.cards.new.do");

        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("2147483647", refused.ValueOf("Input.From6To10"));
    }

    [Fact]
    public async Task A_batch_that_has_expired_prints_no_new_cards_which_would_be_dead()
    {
        await using var site = await Site.StartAsync();
        var (card, _) = await site.Given.CardAsync(validDays: 30);
        var number = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == card.BatchId).Select(b => b.Number).SingleAsync());
        site.Clock.Move(TimeSpan.FromDays(32));
        var page = await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync($"/staff/bacau/cards/{number}");

        (await page.Fill("Input.Numbers", "1").Choose("Input.Replace", "true").PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.BatchExpired);

        Assert.Equal(1, await site.InDataAsync(db => db.Cards.CountAsync(c => c.VoidedAt == null)));
    }

    [Fact]
    public async Task When_the_pepper_is_lost_the_door_and_the_desk_say_so_until_the_dead_batch_is_voided()
    {
        await using var first = await Site.StartAsync();
        var (card, code) = await first.Given.CardAsync();
        var number = await first.InDataAsync(db => db.CardBatches.Where(b => b.Id == card.BatchId).Select(b => b.Number).SingleAsync());
        (await first.Guest().OpenAsync("/ro/card")).ShouldNotShow("participation.card.lost");
        (await (await first.Given.SignedInAsync(Role.Facilitator)).OpenAsync("/staff/bacau/cards")).ShouldNotShow("desk.cards.lost.title");
        File.Delete(first.Settings.PepperFile);
        await using var site = await first.RestartAsync();

        var door = (await site.Guest().OpenAsync("/ro/card")).ShouldShow("participation.card.lost");
        (await door.Fill("Input.Code", code).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.UnknownCard).ShouldShow("participation.card.lost");
        var desk = await site.Given.SignedInAsync(Role.LocalityAdmin);
        (await desk.OpenAsync("/staff/bacau/cards")).ShouldShow("desk.cards.lost.title").ShouldShow("desk.cards.lost.do").ShouldShowText($"din loturile {number} nu");
        (await (await site.Given.SignedInAsync(Role.LocalityAdmin, "brasov")).OpenAsync("/staff/brasov/cards")).ShouldNotShow("desk.cards.lost.title");
        var batch = await desk.OpenAsync($"/staff/bacau/cards/{number}");
        (await batch.Fill("Input.Numbers", "1").Choose("Input.Replace", "true").PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.BatchOfLostPepper);
        await (await desk.OpenAsync($"/staff/bacau/cards/{number}")).Fill("Input.Numbers", "1").PressAsync("desk.cards.void.do");

        (await desk.OpenAsync("/staff/bacau/cards")).ShouldNotShow("desk.cards.lost.title");
        (await desk.OpenAsync("/ro/card")).ShouldNotShow("participation.card.lost");
    }

    [Fact]
    public async Task A_whole_batch_is_voided_only_after_a_second_question_without_script()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.Facilitator);
        var codes = CodesOn(await (await OrderAsync(desk, young: 2, older: 1)).PressAsync("desk.cards.new.do"));
        await (await desk.OpenAsync("/staff/bacau/cards/1")).Fill("Input.Numbers", "2").PressAsync("desk.cards.void.do");

        var page = await desk.OpenAsync("/staff/bacau/cards/1");
        Assert.Null(page.Document.QuerySelector("form.group [name='Input.All']"));
        var sure = page.Document.QuerySelector("details.sure:not([open])")!;
        Assert.Equal(site.Texts()["desk.cards.void.all"], sure.QuerySelector("summary")!.TextContent);
        Assert.Contains(site.Texts().Count("desk.cards.void.all.sure", 2), sure.TextContent, StringComparison.Ordinal);
        (await page.PressAsync("desk.cards.void.all.do")).ShouldShow("told.cards-voided");

        Assert.Equal(3, await site.InDataAsync(db => db.Cards.CountAsync(c => c.VoidedAt != null)));
        Assert.Null((await desk.OpenAsync("/staff/bacau/cards/1")).Document.QuerySelector("details.sure"));
        (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", codes[0]).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.VoidedCard);
    }

    [Fact]
    public async Task A_batch_is_issued_to_an_organisation_and_never_to_a_class()
    {
        await using var site = await Site.StartAsync();
        var form = await OrderAsync(await site.Given.SignedInAsync(Role.Facilitator), young: 1, older: 0);

        (await form.Fill("Input.IssuedTo", "Școala nr. 5, clasa a V-a B").PressAsync("desk.cards.new.do")).ShouldRefuse(CardRules.IssuedToAClass);

        Assert.Equal(0, await site.CountAsync<CardBatch>());
    }

    [Fact]
    public async Task A_number_that_the_batch_does_not_have_voids_nothing()
    {
        await using var site = await Site.StartAsync();
        var (card, _) = await site.Given.CardAsync();
        var number = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == card.BatchId).Select(b => b.Number).SingleAsync());
        var page = await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync($"/staff/bacau/cards/{number}");

        (await page.Fill("Input.Numbers", "1, 99").PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.UnknownNumbers);

        Assert.Equal(0, await site.InDataAsync(db => db.Cards.CountAsync(c => c.VoidedAt != null)));
    }

    [Fact]
    public async Task Voiding_three_times_at_once_is_voiding_once()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var number = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == child.Card.BatchId).Select(b => b.Number).SingleAsync());
        var page = await (await site.Given.SignedInAsync(Role.Facilitator)).OpenAsync($"/staff/bacau/cards/{number}");
        page.Fill("Input.Numbers", "1").Choose("Input.Replace", "true");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => page.PressAsync("desk.cards.void.do")));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, a.Text));
        Assert.Single(answers, a => CodesOn(a).Count > 0);
        Assert.Equal(2, await site.CountAsync<Card>());
    }

    [Fact]
    public async Task A_void_card_is_dead_at_once_its_ballot_leaves_the_box_and_its_replacement_opens()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var lost = await site.Given.ChildAsync();
        var other = await site.Given.ChildAsync();
        await site.Given.CastAsync(vote, lost, "1");
        await site.Given.CastAsync(vote, other, "2");
        var child = await site.Given.SignedInAsync(lost);
        var number = await site.InDataAsync(db => db.CardBatches.Where(b => b.Id == lost.Card.BatchId).Select(b => b.Number).SingleAsync());
        var desk = await site.Given.SignedInAsync(Role.Facilitator);
        var page = await desk.OpenAsync($"/staff/bacau/cards/{number}");

        (await page.Fill("Input.Numbers", "x").PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.NotNumbers);
        (await page.Fill("Input.Numbers", "7-9").PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.UnknownNumbers);
        var sheet = await page.Fill("Input.Numbers", "1").Choose("Input.Replace", "true").PressAsync("desk.cards.void.do");

        var code = Assert.Single(CodesOn(sheet));
        Assert.Equal("/ro/card", (await child.OpenAsync("/ro/me")).Path);
        (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", lost.Code).PressAsync("participation.card.enter")).ShouldRefuse(ParticipationRules.VoidedCard);
        Assert.Equal("/ro/card/welcome", (await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", code).PressAsync("participation.card.enter")).Path);
        Assert.Equal((1, 1, 1), (await site.CountAsync<CastBallot>(), await site.CountAsync<VoterMark>(), await site.CountAsync<BallotReceipt>()));
        Assert.Equal(ParticipationRules.VoidedCard, (await site.Given.CastAsync(vote, lost, "3")).Refusal);
        await site.ShouldHaveAuditedAsync<CardVoided>(lost.Card.Id, Role.Facilitator);
        (await page.PressAsync("desk.cards.void.do")).ShouldRefuse(CardRules.BatchChanged);
    }

    [Fact]
    public async Task Many_first_uses_in_one_hour_of_the_night_are_shown_without_a_card()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.Facilitator);
        var codes = CodesOn(await (await OrderAsync(desk, young: CardRules.ManyAtNight, older: 0)).PressAsync("desk.cards.new.do"));
        site.Clock.MoveTo(new DateTime(2026, 3, 5, 1, 10, 0, DateTimeKind.Utc));
        foreach (var code in codes)
        {
            var page = await (await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", code).PressAsync("participation.card.enter");
            page = await page.PressAsync("participation.welcome.begin");
            page = await page.Choose("Input.Nickname", page.Document.QuerySelector("input[name='Input.Nickname']")!.GetAttribute("value")!).PressAsync("form.next");
            await page.Choose("Input.Picture", "owl").PressAsync("participation.welcome.done");
        }

        desk = await site.Given.SignedInAsync(Role.Facilitator);
        var batch = await desk.OpenAsync("/staff/bacau/cards/1");

        Assert.Contains("05 martie 2026, 03:00".TrimStart('0'), batch.Document.QuerySelector(".notice--warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 3, 5, 1, 0, 0, DateTimeKind.Utc), (await site.InDataAsync(db => db.FirstUses.Select(u => u.Hour).Distinct().ToListAsync())).Single());
    }

    [Fact]
    public async Task Batches_of_another_locality_are_not_found()
    {
        await using var site = await Site.StartAsync();
        await (await OrderAsync(await site.Given.SignedInAsync(Role.Facilitator), young: 1, older: 0)).PressAsync("desk.cards.new.do");
        var elsewhere = await site.Given.SignedInAsync(Role.Facilitator, "brasov");

        (await elsewhere.OpenAsync("/staff/brasov/cards/1")).ShouldHaveStatus(HttpStatusCode.NotFound);
        // At another locality's door nothing is looked for: what is there answers like what is not.
        var answers = new List<string>();
        foreach (var path in new[] { "/staff/bacau/cards/1", "/staff/bacau/cards/999", "/staff/nowhere/cards/1" })
        {
            answers.Add((await elsewhere.OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.Forbidden).Document.QuerySelector("main")!.TextContent);
        }

        Assert.Single(answers.Distinct());
    }

    private static async Task<Page> OrderAsync(Guest desk, int young, int older)
    {
        var form = await desk.OpenAsync("/staff/bacau/cards/new");
        return form.Fill("Input.IssuedTo", "Școala nr. 5").Fill("Input.From6To10", $"{young}").Fill("Input.From14To17", $"{older}").Choose("Input.Languages", "hu");
    }

    private static List<string> CodesOn(Page sheet) => sheet.Document.QuerySelectorAll(".paper-code").Select(c => c.TextContent).ToList();
}
