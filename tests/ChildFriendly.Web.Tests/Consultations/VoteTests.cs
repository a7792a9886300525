using System.Net;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class VoteTests
{
    private const string Path = "/ro/bacau/consultations/1";

    [Fact]
    public async Task A_child_chooses_looks_once_more_and_votes()
    {
        await using var site = await Site.StartAsync();
        await site.Given.OpenVoteAsync();
        var guest = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var audited = await site.CountAsync<AuditEntry>();
        var told = await site.CountAsync<OutboxMessage>();

        var check = await (await guest.OpenAsync($"{Path}/vote")).Choose("Input.Chosen", "1").Choose("Input.Chosen", "3").PressAsync("form.next");
        check.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("consultations.vote.check");
        Assert.Equal(0, await site.CountAsync<CastBallot>());
        check = await (await check.PressAsync("consultations.vote.again")).PressAsync("form.next");
        var done = await check.PressAsync("consultations.vote.cast");

        done.ShouldShow("consultations.voted.title").ShouldShow("consultations.voted.receipt");
        Assert.Equal("1,3", (await site.InDataAsync(db => db.CastBallots.SingleAsync())).Choices);
        Assert.Equal((audited, told), (await site.CountAsync<AuditEntry>(), await site.CountAsync<OutboxMessage>()));
        (await guest.OpenAsync("/ro/me")).ShouldShow("me.votes.secret");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Anybody_tries_a_ballot_out_and_nothing_is_left_behind(bool isOpen)
    {
        await using var site = await Site.StartAsync();
        var vote = isOpen ? await site.Given.OpenVoteAsync() : await site.Given.AnnouncedVoteAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var (audited, told) = (await site.CountAsync<AuditEntry>(), await site.CountAsync<OutboxMessage>());

        foreach (var guest in new[] { site.Guest(), child })
        {
            var first = await (await guest.OpenAsync(Path)).FollowAsync("consultations.try.link");
            (await first.PressAsync("form.next")).ShouldRefuse(ConsultationRules.NothingChosen);
            var check = await first.Choose("Input.Chosen", "1").Choose("Input.Chosen", "3").PressAsync("form.next");
            check.ShouldShow("consultations.try.note").ShouldShow("consultations.vote.check");
            (await check.PressAsync("consultations.vote.cast")).ShouldShow("consultations.try.done");
        }

        Assert.Equal((0, 0, 0), (await site.CountAsync<CastBallot>(), await site.CountAsync<VoterMark>(), await site.CountAsync<BallotReceipt>()));
        Assert.Equal((audited, told), (await site.CountAsync<AuditEntry>(), await site.CountAsync<OutboxMessage>()));
        site.Clock.MoveTo(vote.ClosesAt);
        (await site.Guest().OpenAsync($"{Path}/try")).ShouldShow(ConsultationRules.ClosedAlready.Key);
    }

    [Fact]
    public async Task The_last_vote_counts_and_the_receipt_stays_the_same()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();

        var first = await site.Given.CastAsync(vote, child, "1");
        var second = await site.Given.CastAsync(vote, child, "2", "3");
        var guest = await site.Given.SignedInAsync(child);
        var again = await guest.OpenAsync($"{Path}/vote");

        Assert.Equal(first.Receipt, second.Receipt);
        Assert.Equal("2,3", (await site.InDataAsync(db => db.CastBallots.SingleAsync())).Choices);
        again.ShouldShow("consultations.vote.changing");
        Assert.Equal(["2", "3"], again.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]").Select(i => i.GetAttribute("value")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_card_pressing_eight_times_has_one_ballot_and_eight_cards_have_eight()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var eager = await site.Given.ChildAsync();
        var others = new List<ChildWithCard>();
        for (var i = 0; i < 8; i++)
        {
            others.Add(await site.Given.ChildAsync());
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.Given.CastAsync(vote, eager, $"{(i % 3) + 1}")));
        var all = await Task.WhenAll(others.Select(o => site.Given.CastAsync(vote, o, "2")));

        Assert.All([.. outcomes, .. all], o => Assert.NotNull(o.Receipt));
        Assert.Equal(9, await site.CountAsync<CastBallot>());
        Assert.Equal(9, await site.CountAsync<VoterMark>());
        Assert.Equal(9, await site.CountAsync<BallotReceipt>());
    }

    [Fact]
    public async Task Bad_ballots_are_refused_with_a_word_and_nothing_is_stored()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync(maxChoices: 2);
        var child = await site.Given.ChildAsync();
        var guest = await site.Given.SignedInAsync(child);
        var page = await guest.OpenAsync($"{Path}/vote");

        (await page.PressAsync("form.next")).ShouldRefuse(ConsultationRules.NothingChosen);
        var tooMany = await page.Choose("Input.Chosen", "1").Choose("Input.Chosen", "2").Choose("Input.Chosen", "3").PressAsync("form.next");
        tooMany.ShouldRefuse(ConsultationRules.TooManyChosen with { Count = 2 });
        Assert.Equal(3, tooMany.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]").Length);
        Assert.Equal(ConsultationRules.UnknownOption, (await site.Given.CastAsync(vote, child, "9")).Refusal);
        Assert.Equal(ConsultationRules.OtherLocality, (await site.Given.CastAsync(vote, await site.Given.ChildAsync("moinesti"), "1")).Refusal);
        Assert.Equal(0, await site.CountAsync<CastBallot>());
    }

    [Fact]
    public async Task Before_opening_and_a_second_after_closing_nobody_votes()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.AnnouncedVoteAsync();
        var child = await site.Given.ChildAsync();
        Assert.Equal(ConsultationRules.NotOpenYet, (await site.Given.CastAsync(vote, child, "1")).Refusal);
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();

        site.Clock.MoveTo(vote.ClosesAt.AddSeconds(-1));
        Assert.NotNull((await site.Given.CastAsync(vote, child, "1")).Receipt);
        site.Clock.MoveTo(vote.ClosesAt);
        Assert.Equal(ConsultationRules.ClosedAlready, (await site.Given.CastAsync(vote, child, "2")).Refusal);
    }

    [Fact]
    public async Task Opening_closing_and_counting_happen_once_also_when_the_process_was_down()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.AnnouncedVoteAsync();
        site.Clock.MoveTo(vote.ClosesAt.AddDays(2));
        await using var again = await site.RestartAsync();

        for (var i = 0; i < 3; i++)
        {
            await again.RunJobsAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => again.RunJobsAsync()));

        await again.ShouldHaveAuditedAsync<ConsultationOpened>(vote.Id, byRole: null);
        await again.ShouldHaveAuditedAsync<ConsultationClosed>(vote.Id, byRole: null);
        await again.ShouldHaveAuditedAsync<ConsultationCounted>(vote.Id, byRole: null);
        Assert.Equal(ConsultationStage.Counted, (await again.InDataAsync(db => db.Consultations.SingleAsync())).Stage);
    }

    [Fact]
    public async Task Closing_leaves_ballots_without_tags_destroys_the_key_and_publishes_the_lot()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync(options: 3, winners: 1);
        for (var i = 0; i < 12; i++)
        {
            await site.Given.CastAsync(vote, await site.Given.ChildAsync(), i < 7 ? ["2"] : ["1", "3"]);
        }

        var key = System.IO.Path.Combine(site.Settings.ConsultationKeysFolder, $"{vote.Id:N}.key");
        Assert.True(File.Exists(key));
        var tags = await site.InDataAsync(db => db.CastBallots.Select(b => b.Tag).ToListAsync());
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        Assert.False(File.Exists(key));
        Assert.Equal(0, await site.CountAsync<CastBallot>());
        Assert.Equal(12, await site.CountAsync<CountedBallot>());
        var closed = await site.InDataAsync(db => db.Consultations.SingleAsync());
        var box = site.Services.CreateScope().ServiceProvider.GetRequiredService<BallotBox>();
        Assert.Equal(12, closed.BallotCount);
        Assert.Equal(MerkleTree.RootOf(await box.ReceiptsAsync(vote.Id)), closed.MerkleRoot);
        Assert.Equal(TieLot.CommitmentTo(closed.TieSecret), closed.TieCommitment);
        Assert.Equal([(1, 5, false), (2, 7, true), (3, 5, false)], closed.Questions[0].Options.OrderBy(o => o.Position).Select(o => (o.Position, o.Votes!.Value, o.IsSelected!.Value)));
        if (site.Settings.Postgres is null)
        {
            var files = Directory.GetFiles(site.Settings.DataFolder!, "portal.db*").Select(File.ReadAllBytes).ToList();
            Assert.All(tags, tag => Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(tag))));
        }
    }

    [Fact]
    public async Task Results_are_hidden_while_voting_and_shown_after()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        await site.Given.CastAsync(vote, await site.Given.ChildAsync(), "1");

        (await site.Guest().OpenAsync($"{Path}/results")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await site.Guest().OpenAsync($"{Path}/receipts")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.DoesNotContain(site.Texts().Count("consultations.voted", 1), (await site.Guest().OpenAsync(Path)).Text, StringComparison.Ordinal);
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        Assert.Contains(site.Texts().Count("consultations.voted", 1), (await site.Guest().OpenAsync($"{Path}/results")).Text, StringComparison.Ordinal);
        Assert.Single((await site.Guest().OpenAsync($"{Path}/receipts")).Document.QuerySelectorAll(".receipts li"));
    }

    [Fact]
    public async Task A_child_finds_their_words_by_the_first_two_of_them()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var child = await site.Given.ChildAsync();
        for (var i = 0; i < 3; i++)
        {
            await site.Given.CastAsync(vote, await site.Given.ChildAsync(), "1");
        }

        await site.Given.CastAsync(vote, child, "1");
        var guest = await site.Given.SignedInAsync(child);
        var mine = (await guest.OpenAsync($"{Path}/voted")).Document.QuerySelector(".receipt")!.TextContent.Trim();
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
        guest = await site.Given.SignedInAsync(child);
        var receipts = (await guest.OpenAsync("/ro/me")).Document.QuerySelector($"a[href$='{vote.Number}/receipts']")!.GetAttribute("href")!;

        var found = await guest.OpenAsync($"{receipts}?words={Uri.EscapeDataString(string.Join(' ', mine.Split("\u00A0· ").Take(2)).ToUpperInvariant())}");
        Assert.Contains(mine, found.Document.QuerySelectorAll(".receipts li").Select(l => l.TextContent));
        Assert.NotNull(found.Document.QuerySelector(".notice--good"));
        // On a page of another language the words are others; the ones that were given are found there too.
        var elsewhere = await guest.OpenAsync($"{receipts.Replace("/ro/", "/en/", StringComparison.Ordinal)}?words={Uri.EscapeDataString(mine.Replace('·', ' '))}");
        Assert.Single(elsewhere.Document.QuerySelectorAll(".receipts li"));
        (await guest.OpenAsync($"{receipts}?words=nimic+asemenea")).ShouldShow("consultations.receipts.not-found");
        Assert.Equal(4, (await guest.OpenAsync($"{receipts}?words=+")).Document.QuerySelectorAll(".receipts li").Length);
    }

    [Fact]
    public async Task A_lost_key_keeps_every_ballot_but_changes_none()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var early = await site.Given.ChildAsync();
        await site.Given.CastAsync(vote, early, "1");
        Directory.Delete(site.Settings.ConsultationKeysFolder, recursive: true);

        Assert.Equal(ConsultationRules.NoLongerChangeable, (await site.Given.CastAsync(vote, early, "2")).Refusal);
        Assert.NotNull((await site.Given.CastAsync(vote, await site.Given.ChildAsync(), "2")).Receipt);
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        Assert.Equal(["1", "2"], await site.InDataAsync(db => db.CountedBallots.Select(b => b.Choices).Order().ToListAsync()));
    }

    [Fact]
    public async Task The_town_hall_prepares_a_vote_and_publishes_its_decision()
    {
        await using var site = await Site.StartAsync();
        await site.Given.AcceptedAsync(title: "Prima");
        await site.Given.AcceptedAsync(title: "A doua");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync("/staff/bacau/consultations/new");
        form.Fill("Input.Name", "Ce facem întâi?").Fill("Input.About", "Alegem **împreună**.").Fill("Input.CanChange", "Ordinea.");

        var refused = await form.PressAsync("form.next");
        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Alegem **împreună**.", refused.ValueOf("Input.About"));
        refused.ShouldShow("consultations.announce.too-few-options");
        (await form.Fill("Input.DecisionMaker", "Consiliul Local").PressAsync("form.next")).ShouldRefuse(ConsultationRules.TooFewOptions);
        var check = await form.Choose("Input.Initiatives", "1").Choose("Input.Initiatives", "2").PressAsync("form.next");
        check.ShouldShow("desk.consultations.new.check");
        (await check.PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");
        (await check.PressAsync("desk.consultations.new.announce")).ShouldShow("told.announced");
        var vote = await site.InDataAsync(db => db.Consultations.SingleAsync());
        Assert.Equal(2, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.Stage == InitiativeStage.OnBallot)));
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        await site.Given.CastAsync(vote, await site.Given.ChildAsync(), "1");
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();

        // The session of before has ended by now.
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var decide = await desk.OpenAsync($"{"/staff/bacau/consultations"}/{vote.Number}/decide");
        decide.Fill("Input.Heard", "Vreți prima idee.").Choose("Input.Options[0].Decision", "Accepted").Fill("Input.Options[0].Reason", "O facem în mai.");
        (await decide.PressAsync("desk.consultations.decide.publish")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        await decide.Choose("Input.Options[1].Decision", "NotNow").Fill("Input.Options[1].Reason", "Nu sunt bani.").PressAsync("desk.consultations.decide.publish");

        var results = await site.Guest().OpenAsync($"{Path}/results");
        Assert.Contains("O facem în mai.", results.Text, StringComparison.Ordinal);
        Assert.Contains("Vreți prima idee.", results.Text, StringComparison.Ordinal);
        var chosen = await site.Guest().OpenAsync("/ro/bacau/initiatives/1");
        chosen.ShouldShow("initiatives.decision.title").ShouldShowText(site.Texts()["initiatives.decided", ("decision", site.Texts()[Tags.StageTag.TextOf(Decision.Accepted)])]);
        (await site.Guest().OpenAsync("/ro/bacau/initiatives/2")).ShouldShowText(site.Texts()["initiatives.decided", ("decision", site.Texts()[Tags.StageTag.TextOf(Decision.NotNow)])]);
        (await decide.PressAsync("desk.consultations.decide.publish")).ShouldShow("told.decided");
        var late = await decide.Fill("Input.Heard", "Altceva.").PressAsync("desk.consultations.decide.publish");
        late.ShouldRefuse(ConsultationRules.NotCounted);
        Assert.Equal("Altceva.", late.ValueOf("Input.Heard"));
    }
}
