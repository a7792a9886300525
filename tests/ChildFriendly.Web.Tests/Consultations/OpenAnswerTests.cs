using System.Buffers.Binary;
using System.Net;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class OpenAnswerTests
{
    private const string Words = "O fântână <b>în parc</b>\nși umbră.";
    private const string Results = "/ro/bacau/consultations/1/results";

    [Fact]
    public async Task What_a_child_writes_is_checked_and_shown_with_the_results_and_never_before()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var check = await WriteAsync(child, Words);
        check.ShouldShow("consultations.vote.words.note").ShouldShow("consultations.vote.secret").ShouldShowText("O fântână <b>în parc</b>");
        (await check.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title").ShouldShow("consultations.voted.words");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.answer.Waiting");
        (await child.OpenAsync("/ro/me/data")).ShouldShowText("O fântână <b>în parc</b>");

        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).ShouldShow("desk.moderation.kind.OpenAnswer").FollowAsync("desk.moderation.first");
        item.ShouldShowText("O fântână <b>în parc</b>").ShouldShowText("Ce mai lipsește?");
        Assert.DoesNotContain(site.Texts("ro")["me.hello"], item.Text, StringComparison.Ordinal);
        (await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.answer.Published");
        (await site.Guest().OpenAsync("/ro/bacau/consultations/1")).ShouldNotShowText("O fântână");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().OpenAsync("/ro/bacau/consultations/1/answers/2")).Status);

        await site.Given.CountedAsync(vote, ("1", 6));
        (await site.Guest().OpenAsync(Results)).ShouldShowText("Ce mai lipsește?").ShouldShowText("O fântână <b>în parc</b>").ShouldShowText(site.Texts("ro").Count("consultations.answers.count", 1));
        (await site.Guest().OpenAsync("/ro/bacau/consultations/1/answers/2")).ShouldShowText("O fântână <b>în parc</b>");
        (await site.Guest().OpenAsync("/ro/bacau/consultations/1/answers/1")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.Equal(7, await site.InDataAsync(db => db.Consultations.Select(c => c.BallotCount).SingleAsync()));
        Assert.Equal(["1"], await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Writing_leaves_no_trace_of_when_somebody_voted()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site);
        site.Clock.Move(TimeSpan.FromMinutes(17));
        var before = await site.CountAsync<AuditEntry>();

        await CastAsync(await site.Given.SignedInAsync(await site.Given.ChildAsync()), Words);

        Assert.DoesNotContain("Answer", string.Join(' ', await site.InDataAsync(db => db.Audit.OrderBy(a => a.At).Select(a => a.What).ToListAsync())), StringComparison.Ordinal);
        Assert.InRange(await site.CountAsync<AuditEntry>() - before, 0, 2);
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.Select(c => c.WaitingSince).SingleAsync()) is var since ? since.Minute + since.Second : -1);
        // An id of version 7 begins with the time.
        Assert.DoesNotContain(
            (uint)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() >> 16),
            new[] { await site.InDataAsync(db => db.OpenAnswers.Select(a => a.Id).SingleAsync()), await site.InDataAsync(db => db.ModerationCases.Select(c => c.Id).SingleAsync()) }
                .Select(id => BinaryPrimitives.ReadUInt32BigEndian(id.ToByteArray(bigEndian: true))));
    }

    [Fact]
    public async Task A_question_comes_back_and_the_child_writes_anew_with_its_vote()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await CastAsync(child, Words);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        var late = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");

        (await item.Choose("Input.Decision", "SentBack").PressAsync("desk.moderation.decide")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        await item.Choose("Input.Decision", "SentBack").Fill("Input.Question", "În care parc?").PressAsync("desk.moderation.decide");
        var mine = (await child.OpenAsync("/ro/me")).ShouldShow("me.answer.SentBack").ShouldShowText("În care parc?");

        // The same words again wait for nobody; new ones do.
        await (await (await (await mine.FollowAsync("consultations.vote.change")).PressAsync("form.next")).ShouldShowText(Words.Split('\n')[0]).PressAsync("form.next")).PressAsync("consultations.vote.cast");
        Assert.Equal(1, await site.CountAsync<ModerationCase>());
        await CastAsync(child, "În Cancicov.");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.answer.Waiting").ShouldNotShowText("În care parc?");
        Assert.Equal(1, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.DecidedAt == null)));

        // Somebody who still has the first one open decides nothing any more; neither does who opened what was changed since.
        (await late.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("moderation.case.decided");
        var open = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        await CastAsync(child, "În Gherăiești.");
        (await open.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("moderation.case.taken-back");
        Assert.Equal(ShortTextStage.Waiting, await site.InDataAsync(db => db.OpenAnswers.Select(a => a.Stage).SingleAsync()));
    }

    [Fact]
    public async Task What_is_not_published_is_told_to_its_child_only_and_what_is_left_out_is_gone()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await CastAsync(child, Words);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        await item.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "NotClear").Fill("Input.Sentence", "Nu am înțeles.").PressAsync("desk.moderation.decide");

        var mine = (await child.OpenAsync("/ro/me")).ShouldShow("me.answer.NotPublished").ShouldShow("moderation.reason.NotClear").ShouldShowText("Nu am înțeles.");
        (await mine.PressAsync("moderation.appeal.do")).ShouldShow("told.appealed").ShouldShow("me.answer.Waiting");
        (await mine.PressAsync("moderation.appeal.do")).ShouldShow("told.appealed");
        var second = await site.Given.SignedInAsync(Role.Moderator);
        var look = (await (await second.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow("desk.moderation.appeal").ShouldShowText("Nu am înțeles.");
        await look.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "NotClear").Fill("Input.Sentence", "Tot nu.").PressAsync("desk.moderation.decide");
        Assert.False((await child.OpenAsync("/ro/me")).ShouldShowText("Tot nu.").HasButton("moderation.appeal.do"));

        var other = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await CastAsync(other, "Altceva.");
        var next = await (await other.OpenAsync("/ro/bacau/consultations/1/vote")).PressAsync("form.next");
        await (await next.PressAsync("consultations.vote.skip")).PressAsync("consultations.vote.cast");
        Assert.Equal(1, await site.CountAsync<OpenAnswer>());
        Assert.Equal(ModerationStage.Withdrawn, await site.InDataAsync(db => db.ModerationCases.OrderBy(c => c.DecidedById == null ? 0 : 1).Select(c => c.Stage).FirstAsync()));
        (await moderator.OpenAsync($"/staff/bacau/moderation/{await site.InDataAsync(db => db.ModerationCases.Where(c => c.DecidedById == null).Select(c => c.Id).SingleAsync())}"))
            .ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("moderation.case.taken-back").ShouldNotShowText("Altceva.");

        await site.Given.CountedAsync(vote, ("1", 6));
        (await site.Guest().OpenAsync(Results)).ShouldShow("consultations.answers.none").ShouldNotShowText("O fântână");
    }

    [Fact]
    public async Task A_vote_may_only_ask_for_words_and_they_can_be_changed()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site, hasBallot: false);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var empty = await (await child.OpenAsync("/ro/bacau/consultations/1/vote")).Fill("Input.Words", " \u200B ").PressAsync("form.next");
        empty.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.vote.nothing-written");
        var longer = await empty.Fill("Input.Words", new string('a', OpenAnswer.TextMaxLength + 1)).PressAsync("form.next");
        longer.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText(site.Texts("ro").Count("consultations.vote.too-many-words", OpenAnswer.TextMaxLength));
        Assert.Equal(OpenAnswer.TextMaxLength + 1, longer.Document.QuerySelector("textarea")!.TextContent.Trim().Length);
        var check = await longer.Fill("Input.Words", "Prima").PressAsync("form.next");
        (await check.ShouldNotShow("consultations.vote.secret").PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");

        var again = await (await child.OpenAsync("/ro/bacau/consultations/1/vote")).ShouldShow("consultations.vote.changing").ShouldShowText("Prima").Fill("Input.Words", "A doua").PressAsync("form.next");
        (await again.PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");

        Assert.Equal(["A doua"], await site.InDataAsync(db => db.OpenAnswers.Select(a => a.Text).ToListAsync()));
        Assert.Equal(1, await site.CountAsync<VoterMark>());
        Assert.Equal(1, await site.CountAsync<BallotReceipt>());
    }

    [Fact]
    public async Task Eight_presses_at_once_keep_one_answer()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var child = await site.Given.ChildAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.Given.CastAsync(
            vote, child, new Dictionary<int, BallotAnswer> { [1] = BallotAnswer.Of("1"), [2] = BallotAnswer.InWords($"Răspunsul {i}") })));

        Assert.Equal(1, await site.CountAsync<OpenAnswer>());
        Assert.Equal(1, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.DecidedAt == null)));
    }

    [Fact]
    public async Task A_voided_card_takes_its_words_out_and_who_leaves_takes_what_is_not_public()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var lost = await site.Given.ChildAsync();
        var leaving = await site.Given.ChildAsync();
        var staying = await site.Given.ChildAsync();
        foreach (var child in new[] { lost, leaving, staying })
        {
            await CastAsync(await site.Given.SignedInAsync(child), $"De la {child.Participant.Id}");
        }

        await site.InDataAsync(async db =>
        {
            (await db.OpenAnswers.SingleAsync(a => a.AuthorId == staying.Participant.Id)).Publish(Given.Moderator, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        await site.InScopeAsync(async services =>
        {
            var db = (ChildFriendlyDb)services.GetService(typeof(ChildFriendlyDb))!;
            await ((BallotBox)services.GetService(typeof(BallotBox))!).VoidAsync([await db.Cards.SingleAsync(c => c.Id == lost.Card.Id)], Given.CouncilStaff, site.Clock.Now);
            return 0;
        });
        Assert.Equal(2, await site.CountAsync<OpenAnswer>());

        await site.InDataAsync(db => db.EndAsync(leaving.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now));
        await site.InDataAsync(db => db.EndAsync(staying.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now));

        var left = await site.InDataAsync(db => db.OpenAnswers.AsNoTracking().SingleAsync());
        Assert.Equal((ShortTextStage.Published, null), (left.Stage, left.AuthorId));
        Assert.Equal(2, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.Stage == ModerationStage.Withdrawn)));
        await site.Given.CountedAsync(vote, ("1", 6));
        (await site.Guest().OpenAsync(Results)).ShouldShowText($"De la {staying.Participant.Id}");
    }

    [Fact]
    public async Task Words_come_too_late_for_a_card_that_was_voided_or_a_child_who_has_left()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        var (lost, leaving) = (await site.Given.ChildAsync(), await site.Given.ChildAsync());
        await VoidAsync(site, lost);
        await site.InDataAsync(db => db.EndAsync(leaving.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now));

        // Their ballots were written a moment before.
        foreach (var child in new[] { lost, leaving })
        {
            Assert.Null(await site.InScopeAsync(services => services.GetRequiredService<ChildFriendlyDb>().KeepAnswersAsync(
                vote, child.Participant, new Dictionary<int, BallotAnswer> { [2] = BallotAnswer.InWords("Târziu.") }, services.GetRequiredService<Concerns>(), "ro", site.Clock.Now)));
        }

        Assert.Equal(0, await site.CountAsync<OpenAnswer>());
        Assert.Equal(0, await site.CountAsync<ModerationCase>());
    }

    [Fact]
    public async Task Of_cards_that_are_voided_or_left_while_they_vote_no_words_stay()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site);
        for (var i = 0; i < 12; i++)
        {
            var child = await site.Given.ChildAsync();
            var casting = Task.Run(async () => await site.Given.CastAsync(vote, child, new Dictionary<int, BallotAnswer> { [1] = BallotAnswer.Of("1"), [2] = BallotAnswer.InWords("Acum.") }));
            await Task.Delay(i);
            await (i % 2 == 0 ? VoidAsync(site, child) : site.InDataAsync(db => db.EndAsync(child.Participant.Id, keepsIdeas: true, Actor.Child, site.Clock.Now)));
            await casting;
        }

        Assert.Equal(0, await site.CountAsync<OpenAnswer>());
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.DecidedAt == null)));
    }

    [Fact]
    public async Task A_ballot_that_was_sent_in_vain_begins_anew_and_the_words_in_it_wait()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site);
        var known = await site.Given.ChildAsync();
        var child = await site.Given.SignedInAsync(known);
        var second = (await (await child.OpenAsync("/ro/bacau/consultations/1/vote")).Choose("Input.Chosen", "1").PressAsync("form.next")).Fill("Input.Words", Words);

        // The form's token is no longer good: the words are there, the choice is made anew.
        foreach (var token in second.Document.QuerySelectorAll("[name='__RequestVerificationToken']"))
        {
            token.SetAttribute("value", "x");
        }

        var stale = (await second.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.stale.ballot").ShouldShowText("O fântână");
        Assert.DoesNotContain("Given[1]", stale.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var anew = (await stale.PressAsync("form.next")).ShouldShow("consultations.vote.open").ShouldShowText("O fântână");
        (await anew.PressAsync("form.next")).ShouldShowText("Ce facem?");

        // The session has run out: they wait for the same card.
        site.Clock.Move(TimeSpan.FromMinutes(31));
        (await second.PressAsync("form.next")).ShouldShow("told.waits");
        (await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).OpenAsync("/ro/card/resume")).ShouldNotShowText("O fântână");
        var resumed = await (await site.Given.SignedInAsync(known)).OpenAsync("/ro/card/resume");
        resumed.ShouldShow("problem.stale.ballot").ShouldShowText("O fântână");
        Assert.DoesNotContain("Given[1]", resumed.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var check = await (await (await (await resumed.PressAsync("form.next")).PressAsync("form.next")).Choose("Input.Chosen", "2").PressAsync("form.next")).PressAsync("consultations.vote.cast");
        check.ShouldShow("consultations.voted.title");
        Assert.Equal(["2"], await site.InDataAsync(db => db.CastBallots.Select(b => b.Choices).ToListAsync()));
        Assert.StartsWith("O fântână", await site.InDataAsync(db => db.OpenAnswers.Select(a => a.Text).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_around_the_words_are_not_counted_and_words_are_never_thrown_away()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site, hasBallot: false);
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var form = await child.OpenAsync("/ro/bacau/consultations/1/vote");

        var check = await form.Fill("Input.Words", "Un lac." + new string(' ', OpenAnswer.TextMaxLength)).PressAsync("form.next");
        check.ShouldHaveStatus(HttpStatusCode.OK).ShouldNotShowText(site.Texts("ro").Count("consultations.vote.too-many-words", OpenAnswer.TextMaxLength)).ShouldShowText("Un lac.");
        Assert.Null(check.Document.QuerySelector(".error-summary"));

        var longer = await check.Fill("Input.Given[1]", new string('b', OpenAnswer.TextMaxLength + 1)).PressAsync("consultations.vote.cast");
        longer.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText(site.Texts("ro").Count("consultations.vote.too-many-words", OpenAnswer.TextMaxLength)).ShouldShowText("bbbb");
    }

    [Fact]
    public async Task Words_on_paper_are_typed_once_and_go_to_the_moderators()
    {
        await using var site = await Site.StartAsync();
        var vote = await OpenAsync(site, hasBallot: false);
        var desk = await site.Given.SignedInAsync(Role.Facilitator);
        (await desk.OpenAsync("/staff/bacau/consultations/1/paper/print")).ShouldShowText("Ce mai lipsește?");
        await site.InDataAsync(async db =>
        {
            db.Add(PaperBatch.HandOut(vote, 1, "Școala 1", AgeBand.From11To13, 12, Given.CouncilStaff, site.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var batch = await desk.OpenAsync("/staff/bacau/consultations/1/paper/1");
        batch.ShouldNotShow("desk.paper.words.title");
        batch = await batch.Fill("Input.Returned", "11").Fill("Input.Blank", "0").Fill("Input.Spoilt", "0").PressAsync("desk.paper.totals.do");
        batch.ShouldNotShow("desk.paper.enter.first");

        var form = await batch.FollowAsync("desk.paper.words.title");
        (await form.PressAsync("desk.paper.words.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        await form.Fill("Input.Text", "Un copac.").PressAsync("desk.paper.words.do");
        (await form.Fill("Input.Text", "Un copac.").PressAsync("desk.paper.words.do")).ShouldShow("told.paper-words");

        // Gone back to the same form with the next sheet in hand: nothing is lost without a word.
        var other = (await form.Fill("Input.Text", "Un lac.").PressAsync("desk.paper.words.do")).ShouldRefuse(PaperRules.OtherWordsBefore);
        (await other.PressAsync("desk.paper.words.do")).ShouldShow("told.paper-words");
        Assert.Equal(["Un copac.", "Un lac."], await site.InDataAsync(db => db.OpenAnswers.Select(a => a.Text).Order().ToListAsync()));

        var item = await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.ShouldShowText("Un copac.").ShouldNotShow("desk.moderation.decision.SentBack");
        await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        (await site.Guest().OpenAsync(Results)).ShouldShowText("Un copac.");
        Assert.Equal(11, await site.InDataAsync(db => db.Consultations.Select(c => c.PaperCount).SingleAsync()));

        // Three days after closing, as for everything on paper: no count waits for words.
        var later = await site.Given.SignedInAsync(Role.Facilitator);
        (await (await later.OpenAsync("/staff/bacau/consultations/1/paper/1/words")).Fill("Input.Text", "Un pod.").PressAsync("desk.paper.words.do")).ShouldShow("told.paper-words");
        site.Clock.MoveTo(PaperRules.DueAt(vote));
        later = await site.Given.SignedInAsync(Role.Facilitator);
        (await later.OpenAsync("/staff/bacau/consultations/1/paper/1/words")).ShouldShow("desk.paper.too-late");
    }

    [Fact]
    public async Task The_council_asks_an_open_question_without_options()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = (await desk.OpenAsync("/staff/bacau/consultations/new"))
            .Fill("Input.Name", "Cum vrei parcul?").Fill("Input.About", "Spune-ne.").Fill("Input.DecisionMaker", "Primăria").Fill("Input.CanChange", "Planul parcului.")
            .Fill("Input.Text", "Ce mai lipsește?").Choose("Input.Way", nameof(BallotKind.OpenAnswer));

        var check = (await form.PressAsync("form.next")).ShouldShow("desk.consultations.way.OpenAnswer");
        (await check.PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");

        (await site.Guest().OpenAsync("/ro/bacau/consultations/1")).ShouldShowText("Ce mai lipsește?").ShouldShow("consultations.vote.hint.OpenAnswer");
        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal(BallotKind.OpenAnswer, Assert.Single(vote.Questions).Kind);
        (await (await site.Guest().OpenAsync("/ro/bacau/consultations/1/try")).Fill("Input.Words", "Nimic.").PressAsync("form.next")).ShouldShowText("Nimic.");
        Assert.Equal(0, await site.CountAsync<OpenAnswer>());
    }

    private static Task<bool> VoidAsync(Site site, ChildWithCard child) => site.InScopeAsync(async services =>
    {
        var db = (ChildFriendlyDb)services.GetService(typeof(ChildFriendlyDb))!;
        await ((BallotBox)services.GetService(typeof(BallotBox))!).VoidAsync([await db.Cards.SingleAsync(c => c.Id == child.Card.Id)], Given.CouncilStaff, site.Clock.Now);
        return true;
    });

    private static async Task<Page> WriteAsync(Guest child, string words)
    {
        var second = await (await child.OpenAsync("/ro/bacau/consultations/1/vote")).Choose("Input.Chosen", "1").PressAsync("form.next");
        return await second.Fill("Input.Words", words).PressAsync("form.next");
    }

    private static async Task CastAsync(Guest child, string words) => (await (await WriteAsync(child, words)).PressAsync("consultations.vote.cast")).ShouldShow("consultations.voted.title");

    /// <summary>Among two things, unless <paramref name="hasBallot"/> says otherwise, and in words.</summary>
    private static async Task<Consultation> OpenAsync(Site site, bool hasBallot = true)
    {
        var vote = await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var vote = Consultation.Plan(here.Id, 1, "Parcul", "Despre parc.", "Primăria", "Planul parcului.", site.Clock.Now.AddHours(1), site.Clock.Now.AddDays(14));
            if (hasBallot)
            {
                var question = vote.Ask(new QuestionPlan("Ce facem?", BallotKind.Approval, CountingRule.Approval, Winners: 1, MaxChoices: 2));
                question.Offer("Leagăne", "", initiativeId: null);
                question.Offer("Bănci", "", initiativeId: null);
            }

            vote.Ask(QuestionPlan.Open("Ce mai lipsește?"));
            vote.Announce(Given.CouncilStaff, site.Clock.Now);
            db.Add(vote);
            await db.SaveChangesAsync();
            return vote;
        });
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        return vote;
    }
}
