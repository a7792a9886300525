using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

/// <summary>A day at the desk: every kind of contribution with every decision, one after the other, as the desk itself leads on.</summary>
public sealed class AllKindsTests
{
    private const string Secret = "0722 123 456";

    /// <summary>Of each kind; in a long run more than two hundred in all.</summary>
    private static readonly int OfEach = Environment.GetEnvironmentVariable("PORTAL_TEST_LONG") == "1" ? 34 : 5;

    [Fact]
    public async Task Two_moderators_work_through_all_kinds_and_everything_ends_where_they_put_it()
    {
        await using var site = await Site.StartAsync();
        var wanted = await FillAsync(site);
        var (first, second) = (await site.Given.SignedInAsync(Role.Moderator), await site.Given.SignedInAsync(Role.Moderator));

        Assert.Equal(wanted.Count, await WorkThroughAsync(site, first, wanted));
        Assert.Equal(wanted.Values.Count(w => w == ModerationStage.Waiting), await WorkThroughAsync(site, second, wanted.ToDictionary(w => w.Key, _ => ModerationStage.Published)));
        await LetGoAsync(site);

        var stages = await StagesAsync(site);
        Assert.All(wanted, w => Assert.Equal(w.Value == ModerationStage.Waiting ? ModerationStage.Published : w.Value, stages[w.Key]));
        await ShouldTellNoSecretAsync(site);

        // Each child who was told no asks once; whoever said it does not decide again.
        var refused = await AppealAllAsync(site);
        Assert.NotEmpty(refused);
        Assert.Equal(0, await WorkThroughAsync(site, first, refused));
        Assert.Equal(refused.Count, await WorkThroughAsync(site, second, refused));
        await LetGoAsync(site);

        stages = await StagesAsync(site);
        Assert.All(refused.Keys, id => Assert.Equal(ModerationStage.Published, stages[id]));
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.Waiting().CountAsync()));
    }

    /// <returns>What is to be decided about each item.</returns>
    private static async Task<IReadOnlyDictionary<Guid, ModerationStage>> FillAsync(Site site)
    {
        var supported = await site.Given.PublishedAsync();
        await site.Given.MeasureAsync();
        var vote = await site.Given.OpenVoteAsync(kind: BallotKind.OpenAnswer);
        var children = new List<ChildWithCard>();
        for (var i = 0; i < OfEach; i++)
        {
            children.Add(await site.Given.ChildAsync());
            await site.Given.SubmittedAsync(children[i], TextOf(i));
        }

        return await site.InScopeAsync(async services =>
        {
            var (db, concerns, now) = (services.GetRequiredService<ChildFriendlyDb>(), services.GetRequiredService<Concerns>(), site.Clock.Now);
            var (plan, measure) = (await db.ActionPlans.SingleAsync(), await db.Measures.SingleAsync());
            var session = FocusGroupSession.WriteUp(
                measure.LocalityId, 1, RomanianTime.DateOf(now), 45, PlaceKind.School, "Parcul", "Primarul", new Dictionary<AgeBand, int> { [AgeBand.From11To13] = 12 }, Actor.Of(Role.Facilitator, Guid.CreateVersion7()), now);
            db.Add(session);
            foreach (var (child, i) in children.Select((c, i) => (c.Participant, i)))
            {
                await db.KeepRemarkAsync(ModerationSubject.SupportReason, supported.Id, child, TextOf(i), concerns, "ro", now);
                await db.KeepRemarkAsync(ModerationSubject.MeasureCheck, measure.Id, child, TextOf(i), concerns, "ro", now);
                await db.KeepRemarkAsync(ModerationSubject.DebateProposal, measure.Id, child, TextOf(i), concerns, "ro", now);
                var question = vote.Questions.Single();
                await db.KeepAnswersAsync(vote, child, new Dictionary<int, BallotAnswer> { [question.Position] = BallotAnswer.InWords(TextOf(i)) }, concerns, "ro", now);
                await db.KeepContributionAsync(
                    RandomId.New(), child, TextOf(i), words => CouncilContribution.Of(child, ContributionKind.AgendaPoint, recommendationId: null, "ro", words, now), concerns, "ro", now);
                var noted = NotedProposal.Note(plan, measure, ProposalSource.Paper, TextOf(i), 12, Actor.Of(Role.Facilitator, Guid.CreateVersion7()), now);
                db.Add(noted);
                db.Add(ModerationCase.Open(ModerationSubject.NotedProposal, noted.Id, noted.LocalityId, now));
                db.Add(ModerationCase.Open(ModerationSubject.Finding, session.Find(TextOf(i), agreed: 7, GoalArea.Play).Id, session.LocalityId, now));
            }

            await db.SaveChangesAsync();
            var kinds = (await db.ModerationCases.AsNoTracking().Waiting().ToListAsync()).GroupBy(c => c.SubjectKind).ToList();
            Assert.Equal(Enum.GetValues<ModerationSubject>().Length, kinds.Count);
            var wanted = new Dictionary<Guid, ModerationStage>();
            foreach (var check in kinds.SelectMany(k => k))
            {
                var item = (await db.ContributionOfAsync(check.SubjectKind, check.ItemId))!;
                wanted[check.ItemId] = DecisionFor(item);
            }

            return wanted;
        });
    }

    private static string TextOf(int i) => i % 5 == 1 ? $"Textul {i}: sună la {Secret} <b>" : $"Textul {i}: un teren cu umbră <b>";

    private static ModerationStage DecisionFor(IContribution item)
    {
        var words = string.Join(' ', item.Words.Values);
        var i = int.Parse(words.AsSpan(words.IndexOf("Textul ", StringComparison.Ordinal) + 7, words.IndexOf(':', StringComparison.Ordinal) - 7 - words.IndexOf("Textul ", StringComparison.Ordinal)), provider: null);
        return (i % 5) switch
        {
            1 => ModerationStage.PublishedWithRedaction,
            2 when item is IQuestionable => ModerationStage.SentBack,
            3 => ModerationStage.NotPublished,
            4 => ModerationStage.Waiting,
            _ => ModerationStage.Published,
        };
    }

    /// <returns>How many this moderator had to decide on.</returns>
    private static async Task<int> WorkThroughAsync(Site site, Guest desk, IReadOnlyDictionary<Guid, ModerationStage> wanted)
    {
        var decided = 0;
        var page = await desk.OpenAsync("/staff/bacau/moderation");
        if (page.Document.QuerySelector("a[data-key=o]") is null)
        {
            return 0;
        }

        page = await page.FollowAsync("desk.moderation.first");
        while (page.Document.QuerySelector("[name='Input.Decision']") is not null)
        {
            Assert.True(++decided <= wanted.Count);
            var id = Guid.Parse(page.Path.Split('/')[^1]);
            var item = await site.InDataAsync(db => db.ModerationCases.Where(c => c.Id == id).Select(c => c.ItemId).SingleAsync());
            page.Choose("Input.Decision", wanted[item].ToString());
            switch (wanted[item])
            {
                case ModerationStage.PublishedWithRedaction:
                    page.Choose("Input.Leave", page.Document.QuerySelector("[name='Input.Leave']")!.GetAttribute("value")!);
                    break;
                case ModerationStage.SentBack:
                    page.Fill("Input.Question", "Unde anume?");
                    break;
                case ModerationStage.NotPublished:
                    page.Choose("Input.Reason", nameof(ModerationReason.Insult)).Fill("Input.Sentence", "Scrie despre idee.");
                    break;
                case ModerationStage.Waiting:
                    page.Fill("Input.Note", "Tu ce crezi?");
                    break;
            }

            page = await page.PressAsync("desk.moderation.decide");
            if (decided % (WriteLimits.PerAccount - 20) == 0)
            {
                // Nobody decides faster; only a long run comes here.
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }

        return decided;
    }

    private static async Task LetGoAsync(Site site)
    {
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.RunJobsAsync();
    }

    /// <summary>What became of each item, as the item itself says.</summary>
    private static Task<Dictionary<Guid, ModerationStage>> StagesAsync(Site site) => site.InDataAsync(async db =>
    {
        var stages = new Dictionary<Guid, ModerationStage>();
        foreach (var (kind, id) in (await db.ModerationCases.AsNoTracking().ToListAsync()).Select(c => (c.SubjectKind, c.ItemId)).Distinct())
        {
            var item = (await db.ContributionOfAsync(kind, id))!;
            var isRedacted = await db.Redactions.AnyAsync(r => r.ItemId == id);
            stages[id] = item switch
            {
                { AwaitsModeration: true } => ModerationStage.Waiting,
                Initiative { Stage: InitiativeStage.SentBack } or ShortText { Stage: ShortTextStage.SentBack } => ModerationStage.SentBack,
                Initiative { Stage: InitiativeStage.NotPublished } or ShortText { Stage: ShortTextStage.NotPublished } or Finding { IsPublished: false } or NotedProposal { Stage: NotedStage.NotPublished } => ModerationStage.NotPublished,
                _ => isRedacted ? ModerationStage.PublishedWithRedaction : ModerationStage.Published,
            };
        }

        return stages;
    });

    private static async Task ShouldTellNoSecretAsync(Site site)
    {
        foreach (var path in new[] { "/ro/bacau/initiatives", "/ro/bacau/plan/measures/1", "/ro/bacau/focus-groups", "/ro/bacau" })
        {
            (await site.Guest().OpenAsync(path)).ShouldNotShowText(Secret);
        }
    }

    private static Task<IReadOnlyDictionary<Guid, ModerationStage>> AppealAllAsync(Site site) => site.InDataAsync<IReadOnlyDictionary<Guid, ModerationStage>>(async db =>
    {
        var refused = new Dictionary<Guid, ModerationStage>();
        foreach (var (kind, id) in (await db.ModerationCases.AsNoTracking().Where(c => c.Stage == ModerationStage.NotPublished).ToListAsync()).Select(c => (c.SubjectKind, c.ItemId)))
        {
            switch (await db.ContributionOfAsync(kind, id))
            {
                case Initiative idea:
                    await db.AppealAsync(idea, site.Clock.Now);
                    break;
                case ShortText text:
                    await db.AppealAsync(text, site.Clock.Now);
                    break;
                default:
                    continue;
            }

            refused[id] = ModerationStage.Published;
        }

        await db.SaveChangesAsync();
        return refused;
    });
}
