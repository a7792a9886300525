using System.Security.Cryptography;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChildFriendly.Testing;

/// <summary>A child with the code on their card.</summary>
public sealed record ChildWithCard(Participant Participant, Card Card, string Code);

/// <summary>Makes what a test starts from, through the verbs of the product, with hostile words by default.</summary>
public sealed class Given(Site site)
{
    /// <summary>Markup, right-to-left letters, an emoji and a quotation mark: every test meets them.</summary>
    public const string HostileTitle = "<b>Leagăn</b> „nou” مرحبا 🎈";

    public const string HostileText = "<script>alert(\"x\")</script> Vrem un leagăn nou & o masă.\nE foarte important pentru noi.";

    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<StaffAccount>().HashPassword(null!, Password));

    private const string Password = "Parola-de-test-1";
    private const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private int people;

    public static Actor Moderator { get; } = Actor.Of(Role.Moderator, Guid.CreateVersion7());

    public static Actor CouncilStaff { get; } = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    private DateTime Now => site.Clock.Now;

    public Task<Locality> LocalityAsync(string slug) => site.InDataAsync(db => db.Localities.AsNoTracking().SingleAsync(l => l.Slug == slug));

    /// <summary>A printed card that nobody has used yet.</summary>
    public Task<(Card Card, string Code)> CardAsync(string locality = "bacau", AgeBand band = AgeBand.From11To13, int validDays = 300) =>
        site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ChildFriendlyDb>();
            var pepper = services.GetRequiredService<CardPepper>();
            var here = await db.Localities.SingleAsync(l => l.Slug == locality);
            var batch = CardBatch.Order(
                here.Id, Interlocked.Increment(ref people), "Școala de test", band, "ro", RomanianTime.DateOf(Now).AddDays(validDays), pepper, Actor.Of(Role.LocalityAdmin, Guid.CreateVersion7()), Now);
            var code = CardCode.New();
            var card = Card.In(batch, 1, band, pepper.HashOf(code));
            db.Add(batch);
            db.Add(card);
            await db.SaveChangesAsync();
            return (card, code.ToString());
        });

    public async Task<ChildWithCard> ChildAsync(string locality = "bacau", AgeBand band = AgeBand.From11To13)
    {
        var (card, code) = await CardAsync(locality, band);
        var participant = await site.InDataAsync(async db =>
        {
            // One nickname each: the lists' first words with a running adjective.
            var number = Interlocked.Increment(ref people);
            var child = Participant.Join(card, new Nickname(Adjectives[number % Adjectives.Count], Animals[number / Adjectives.Count]), "fox", "1", Now);
            db.Add(child);
            await db.SaveChangesAsync();
            return child;
        });
        return new ChildWithCard(participant, card, code);
    }

    public Task<Initiative> DraftAsync(ChildWithCard? by = null, string title = HostileTitle) => MakeAsync(by, title, (_, _) => { });

    /// <summary>A measure of a plan that is under way, reported up to where it stands.</summary>
    /// <returns>The idea it comes from, where it should have one.</returns>
    public async Task<Initiative?> MeasureAsync(MeasureStage stage = MeasureStage.NotStarted, bool withIdea = false, GoalArea goal = GoalArea.Play)
    {
        var accepted = withIdea ? await AcceptedAsync() : null;
        return await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var plan = await db.ActionPlans.SingleOrDefaultAsync(p => p.LocalityId == here.Id);
            if (plan is null)
            {
                plan = ActionPlan.Draft(here.Id, "Planul 2026–2028", "Pe scurt.", 2026, 2028);
                plan.Adopt(CouncilStaff, Now);
                plan.StartImplementing(CouncilStaff, Now);
                db.Add(plan);
            }

            var idea = accepted is null ? null : await db.Initiatives.SingleAsync(i => i.Id == accepted.Id);
            var measure = Measure.Include(
                plan, await db.NextNumberAsync<Measure>(here.Id), new MeasureSheet(HostileTitle, goal, null, "Punem bănci.", "", "Serviciul Parcuri", "", "", new DateOnly(2026, 12, 1)), null, idea?.Id, CouncilStaff, Now);
            idea?.PutIntoPlan(measure.Id, CouncilStaff, Now);
            if (stage != MeasureStage.NotStarted)
            {
                measure.Report(idea, stage, "S-a lucrat.", "Serviciul Parcuri", CouncilStaff, Now);
            }

            db.Add(measure);
            await db.SaveChangesAsync();
            return idea;
        });
    }

    /// <summary>A draft plan in public debate for two weeks, with measures 1 to so many.</summary>
    public Task<ActionPlan> DebateAsync(int measures = 1, bool isCouncilDecision = false) => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        var plan = ActionPlan.Draft(here.Id, "Planul 2026–2028", "Pe scurt.", 2026, 2028);
        db.Add(plan);
        for (var number = 1; number <= measures; number++)
        {
            db.Add(Measure.Include(
                plan, number, new MeasureSheet($"{HostileTitle} {number}", GoalArea.Play, null, "Punem bănci.", "", "Serviciul Parcuri", "", "", new DateOnly(2027, 1, 1)), null, null, CouncilStaff, Now));
        }

        await db.SaveChangesAsync();
        plan.OpenDebate(RomanianTime.DateOf(Now).AddDays(14), isCouncilDecision, CouncilStaff, Now);
        await db.FreezeAsync(plan, title: "", CouncilStaff, Now);
        await db.SaveChangesAsync();
        return plan;
    });

    /// <summary>A child would do something better in the draft, and a moderator has read it.</summary>
    /// <param name="measure">Its number; null where something is missing in the plan as a whole.</param>
    public Task<Remark> ProposalAsync(ChildWithCard child, int? measure = 1, string words = HostileText) => site.InDataAsync(async db =>
    {
        var about = measure is null ? await db.ActionPlans.Select(p => p.Id).SingleAsync() : await db.Measures.Where(m => m.Number == measure).Select(m => m.Id).SingleAsync();
        var remark = Remark.Of(ModerationSubject.DebateProposal, about, child.Participant, "ro", words);
        var check = ModerationCase.Open(ModerationSubject.DebateProposal, remark.Id, remark.LocalityId, Now);
        remark.Publish(Moderator, Now);
        check.Decide(ModerationStage.Published, Moderator.StaffId!.Value, Now);
        db.Add(remark);
        db.Add(check);
        await db.SaveChangesAsync();
        return remark;
    });

    /// <summary>So many children say the same about a measure, and it is counted.</summary>
    public async Task CheckedAsync(int measure, CheckAnswer answer, int children)
    {
        for (var i = 0; i < children; i++)
        {
            var child = await ChildAsync();
            await site.InDataAsync(async db =>
            {
                db.Add(MeasureCheck.Of(await db.Measures.SingleAsync(m => m.Number == measure && m.LocalityId == child.Participant.LocalityId), child.Participant, answer, Now));
                return await db.SaveChangesAsync();
            });
        }

        await site.RunJobAsync<ReadChecks>();
    }

    public Task<Initiative> SubmittedAsync(ChildWithCard? by = null, string title = HostileTitle) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var initiative = await MakeDraftAsync(db, by, title);
        await db.SubmitAsync(initiative, services.GetRequiredService<Concerns>(), Now);
        return initiative;
    });

    public async Task<Initiative> PublishedAsync(ChildWithCard? by = null, string title = HostileTitle)
    {
        var submitted = await SubmittedAsync(by, title);
        return await site.InDataAsync(async db =>
        {
            var initiative = await db.Initiatives.SingleAsync(i => i.Id == submitted.Id);
            var check = await db.ModerationCases.SingleAsync(c => c.ItemId == submitted.Id);
            initiative.Publish(Moderator, Now);
            check.Decide(ModerationStage.Published, Moderator.StaffId!.Value, Now);
            await db.SaveChangesAsync();
            return initiative;
        });
    }

    public async Task<Initiative> AcceptedAsync(ChildWithCard? by = null, string title = HostileTitle)
    {
        var published = await PublishedAsync(by, title);
        return await site.InDataAsync(async db =>
        {
            var initiative = await db.Initiatives.SingleAsync(i => i.Id == published.Id);
            initiative.Answer(Decision.Accepted, AnswerReason.GoodIdea, "Da, ne place.", "Primăria", CouncilStaff, Now);
            await db.SaveChangesAsync();
            return initiative;
        });
    }

    /// <summary>A vote among accepted initiatives that opens in an hour and lasts two weeks.</summary>
    public async Task<Consultation> AnnouncedVoteAsync(int options = 3, int winners = 1, int maxChoices = 2, BallotKind kind = BallotKind.Approval, CountingRule? rule = null)
    {
        var accepted = new List<Guid>();
        for (var i = 1; i <= options && kind != BallotKind.OpenAnswer; i++)
        {
            accepted.Add((await AcceptedAsync(title: $"{HostileTitle} {i}")).Id);
        }

        return await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
            var vote = Consultation.Plan(
                here.Id, await db.NextNumberAsync<Consultation>(here.Id), "Ce facem întâi? <i>", "Alegem **împreună**. <script>x</script>", "Consiliul Local",
                "Ce se face anul acesta.", Now.AddHours(1), Now.AddHours(1).AddDays(14));
            var question = vote.Ask(kind == BallotKind.OpenAnswer ? QuestionPlan.Open("Ce facem întâi?") : new QuestionPlan("Ce facem întâi?", kind, rule ?? CountingRules.For(kind)[0], winners, maxChoices) { Points = 10, BudgetBani = 1_000_000 });
            foreach (var id in accepted)
            {
                var initiative = await db.Initiatives.SingleAsync(i => i.Id == id);
                question.Offer(initiative.Title, initiative.Text, initiative.Id, initiative.Language, kind == BallotKind.Budget ? 400_000 : 0);
                initiative.PutOnBallot(vote.Id, CouncilStaff, Now);
            }

            vote.Announce(CouncilStaff, Now);
            db.Add(vote);
            await db.SaveChangesAsync();
            return vote;
        });
    }

    public async Task<Consultation> OpenVoteAsync(int options = 3, int winners = 1, int maxChoices = 2, BallotKind kind = BallotKind.Approval, CountingRule? rule = null)
    {
        var vote = await AnnouncedVoteAsync(options, winners, maxChoices, kind, rule);
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        return vote;
    }

    /// <summary>A vote that was closed and counted with so many ballots of each answer, as if each were another child's.</summary>
    public async Task CountedAsync(Consultation vote, params (string Choices, int Ballots)[] answers)
    {
        await site.InDataAsync(async db =>
        {
            foreach (var choices in answers.SelectMany(a => Enumerable.Repeat(a.Choices, a.Ballots)))
            {
                db.Add(new CastBallot { QuestionId = vote.Questions[0].Id, Tag = RandomNumberGenerator.GetBytes(32), Choices = choices });
                db.Add(new BallotReceipt { ConsultationId = vote.Id, Code = RandomNumberGenerator.GetBytes(ConsultationKey.ReceiptBytes) });
            }

            return await db.SaveChangesAsync();
        });
        site.Clock.MoveTo(vote.ClosesAt);
        await site.RunJobsAsync();
    }

    public Task<CastOutcome> CastAsync(Consultation vote, ChildWithCard child, params string[] choices) =>
        CastAsync(vote, child, new Dictionary<int, BallotAnswer> { [1] = BallotAnswer.Of(choices) });

    public Task<CastOutcome> CastAsync(Consultation vote, ChildWithCard child, IReadOnlyDictionary<int, BallotAnswer> answers) => site.InScopeAsync(async services =>
        await services.GetRequiredService<BallotBox>().CastAsync(
            await services.GetRequiredService<ChildFriendlyDb>().Consultations.AsNoTracking().SingleAsync(c => c.Id == vote.Id), child.Participant, answers, Now));

    /// <summary>A lead and a deputy of a locality, both of whom have answered this month's test alarm.</summary>
    public async Task<(DemonstrationPerson Lead, DemonstrationPerson Deputy)> SafeguardingAsync(string locality = "bacau")
    {
        var (lead, deputy) = (await StaffAsync(Role.SafeguardingLead, locality), await StaffAsync(Role.SafeguardingDeputy, locality));
        await site.InDataAsync(async db =>
        {
            var here = await db.Localities.SingleAsync(l => l.Slug == locality);
            var test = AlarmTest.Send(here.Id, Actor.Program, Now);
            foreach (var person in new[] { lead, deputy })
            {
                test.Acknowledge(person.Role, await db.StaffAccounts.Where(s => s.Email == person.Email).Select(s => s.Id).SingleAsync(), Now);
            }

            db.Add(test);
            return await db.SaveChangesAsync();
        });
        return (lead, deputy);
    }

    public Task<ActionPlan> PlanAsync() => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        var plan = ActionPlan.Draft(here.Id, "Planul Local de Acțiune", "Pentru copii.", 2026, 2028);
        plan.Adopt(CouncilStaff, Now);
        plan.StartImplementing(CouncilStaff, Now);
        db.Add(plan);
        await db.SaveChangesAsync();
        return plan;
    });

    public Task<Recommendation> SentRecommendationAsync() => site.InDataAsync(async db =>
    {
        var here = await db.Localities.SingleAsync(l => l.Slug == "bacau");
        var by = Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7());
        var recommendation = Recommendation.Adopt(
            here.Id, 1, "Lumină pe alei <b>", "Cerem lumină.", "Consiliul Local", RomanianTime.DateOf(Now), by, Now);
        recommendation.Send(by, Now);
        db.Add(recommendation);
        await db.SaveChangesAsync();
        return recommendation;
    });

    /// <summary>An adult with these roles in a locality, or nationally.</summary>
    public Task<DemonstrationPerson> StaffAsync(Role role, string locality = "bacau", bool hasCertificate = true) => site.InDataAsync(async db =>
    {
        var email = $"{role}-{Interlocked.Increment(ref people)}@test.example".ToLowerInvariant();
        var account = StaffAccount.Create(email, site.Services.GetRequiredService<Web.Access.Vault>().Close(Secret), isDemonstration: false, Actor.Program, Now);
        account.PasswordHash = PasswordHash.Value;
        account.Give(role, Roles.Local.Contains(role) ? (await db.Localities.SingleAsync(l => l.Slug == locality)).Id : null, Actor.Program, Now);
        db.Add(account);
        if (account.Roles[0].LocalityId is { } localityId && StaffCheckRules.WithChildren.Contains(role) && hasCertificate)
        {
            db.Add(StaffCheck.See(account.Id, localityId, StaffCheckKind.IntegrityCertificate, RomanianTime.DateOf(Now), Guid.CreateVersion7(), Actor.Program, Now));
        }

        await db.SaveChangesAsync();
        return new DemonstrationPerson("staff", locality, role, null, "", email, Password, Secret);
    });

    public async Task<Guest> SignedInAsync(ChildWithCard child, string lang = "ro") => await site.Guest(lang).SignInAsync(child.Card, child.Code);

    public async Task<Guest> SignedInAsync(Role role, string locality = "bacau") => await site.Guest().SignInAsync(await StaffAsync(role, locality));

    private static List<string> Animals { get; } = Keys("animals.csv");

    private static List<string> Adjectives { get; } = Keys("adjectives.csv");

    private static List<string> Keys(string file) =>
        CsvTable.Read(Path.Combine(Web.Portal.FolderOf("content/words"), file)).ConvertAll(r => r["key"]);

    private Task<Initiative> MakeAsync(ChildWithCard? by, string title, Action<Initiative, ChildFriendlyDb> then) => site.InDataAsync(async db =>
    {
        var initiative = await MakeDraftAsync(db, by, title);
        then(initiative, db);
        await db.SaveChangesAsync();
        return initiative;
    });

    private async Task<Initiative> MakeDraftAsync(ChildFriendlyDb db, ChildWithCard? by, string title)
    {
        by ??= await ChildAsync();
        var initiative = Initiative.Begin(by.Participant, Now);
        initiative.ChooseGoal(GoalArea.Play, Now);
        initiative.Tell(title, HostileText, Now);
        initiative.Locate("Parcul <i>Mare</i>", Now);
        initiative.NameWhoItHelps("pe cei mici", Now);
        db.Add(initiative);
        return initiative;
    }
}
