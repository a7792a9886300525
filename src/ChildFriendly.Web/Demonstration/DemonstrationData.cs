using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Demonstration;

/// <summary>
/// Fills an empty portal with invented examples, through the same verbs as people and dated relative to today. The same examples give
/// the same data, apart from ids, tie secrets and who is drawn as author.
/// </summary>
public sealed class DemonstrationData(
    ChildFriendlyDb db, BallotBox box, RunConsultationsOnTime consultations, CardPepper pepper, WordLists words, UserManager<StaffAccount> users, Vault vault)
{
    /// <summary>Enough children in each locality for the ballots of its votes; the rest of the cards stays unused, as in life.</summary>
    private const int BaniInLeu = 100;
    private const int ChildrenPerBand = 70;

    /// <summary>With the printed ones fewer than ten, from which on a band is shown.</summary>
    private const int Few = 6;

    private readonly Random random = new(20260101);
    private readonly Dictionary<string, Guid> staff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> initiatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> votes = new(StringComparer.Ordinal);
    private readonly List<Guid> recommendations = [];
    private List<Participant> children = [];
    private Locality here = null!;
    private DateTime now;
    private bool begun;

    /// <param name="whenBegun">Called once, after the first cards.</param>
    public async Task MakeAsync(DateTime at, Func<Task> whenBegun)
    {
        now = at;
        var people = DemonstrationPeople.Load();
        var accounts = await MakeStaffAsync(people);
        foreach (var locality in await db.Localities.AsNoTracking().OrderBy(l => l.Slug).ToListAsync())
        {
            here = locality;
            initiatives.Clear();
            votes.Clear();
            recommendations.Clear();
            // Where two have a role, the one without a number acts.
            foreach (var account in accounts.OrderByDescending(a => a.Email.Length))
            {
                foreach (var role in account.Roles.Where(r => r.LocalityId == locality.Id))
                {
                    staff[role.Role.ToString()] = account.Id;
                }
            }

            var example = DemonstrationFile.Read(locality.Slug);
            await MakeChildrenAsync(people, example.FewChildren);
            if (!begun)
            {
                begun = true;
                await whenBegun();
            }

            await MakeInitiativesAsync(example);
            await MakeCouncilAsync(example);
            foreach (var vote in example.Consultations.OrderByDescending(v => v.Stage))
            {
                await MakeVoteAsync(vote, example);
            }

            await MakePlanAsync(example);
            await MakeFocusGroupsAsync(example);
            await MakeSituationAsync(example);
        }

        // Last, so that a seeding that was cut off is not taken for a whole one (DemonstrationState.Unfinished).
        db.ChangeTracker.Clear();
        db.AddRange(accounts);
        foreach (var account in accounts)
        {
            foreach (var role in account.Roles.Where(r => StaffCheckRules.WithChildren.Contains(r.Role)))
            {
                var administrator = accounts.First(a => a.Has(Role.LocalityAdmin, role.LocalityId)).Id;
                foreach (var kind in Enum.GetValues<StaffCheckKind>())
                {
                    db.Add(StaffCheck.See(account.Id, role.LocalityId!.Value, kind, RomanianTime.DateOf(DaysAgo(20)), administrator, Actor.Of(Role.LocalityAdmin, administrator), DaysAgo(20)));
                }
            }
        }

        foreach (var place in await db.Localities.AsNoTracking().ToListAsync())
        {
            // Whoever is responsible for the safety of children has answered this month's test alarm.
            var test = AlarmTest.Send(place.Id, Actor.Program, now);
            foreach (var role in new[] { Role.SafeguardingLead, Role.SafeguardingDeputy })
            {
                test.Acknowledge(role, accounts.First(a => a.Has(role, place.Id)).Id, now);
            }

            db.Add(test);
        }

        await db.SaveChangesAsync();
    }

    private Actor By(Role role) => Actor.Of(role, staff[role.ToString()]);

    private DateTime DaysAgo(double days) => now.AddDays(-days);

    private async Task<List<StaffAccount>> MakeStaffAsync(DemonstrationPeople people)
    {
        var localities = await db.Localities.AsNoTracking().ToDictionaryAsync(l => l.Slug, l => l.Id, StringComparer.Ordinal);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        return people.All.Where(p => p.Kind == "staff").Select(p =>
        {
            var account = StaffAccount.Create(p.Email, vault.Close(p.TotpSecret), isDemonstration: true, Actor.Program, DaysAgo(400));
            if (!hashes.TryGetValue(p.Password, out var hash))
            {
                hashes[p.Password] = hash = users.PasswordHasher.HashPassword(account, p.Password);
            }

            account.PasswordHash = hash;
            account.Give(p.Role, p.Locality.Length == 0 ? null : localities[p.Locality], Actor.Program, DaysAgo(400));
            return account;
        }).ToList();
    }

    private async Task MakeChildrenAsync(DemonstrationPeople people, AgeBand? few)
    {
        children = [];
        var names = new HashSet<Nickname>();
        foreach (var band in Enum.GetValues<AgeBand>())
        {
            var today = RomanianTime.DateOf(now);
            var others = band == few ? Few : ChildrenPerBand;
            var codes = people.ChildrenOf(here.Slug).Where(p => p.AgeBand == band).Select(p => CardCode.Read(p.Code)!).ToList();
            var batch = CardBatch.Order(
                here.Id, (int)band + 1, "Exemplu", band, "ro", today.AddMonths(18), pepper, By(Role.LocalityAdmin), DaysAgo(380));
            db.Add(batch);

            // The first printed card of a band has been used, the second is fresh; the other cards' codes are known to nobody.
            var made = codes.Concat(Enumerable.Range(0, others).Select(_ => CardCode.New())).Select(code => (band, code));
            var cards = batch.Make(made, pepper, isDemonstration: true, By(Role.LocalityAdmin), DaysAgo(380)).Select(c => c.Card).ToList();
            db.AddRange(cards);
            foreach (var card in cards.Where((_, i) => i != 1))
            {
                var name = words.Offer(1, random)[0];
                while (!names.Add(name))
                {
                    name = words.Offer(1, random)[0];
                }

                var child = Participant.Join(card, name, Avatars.All[random.Next(Avatars.All.Count)], Participant.PresentAssentVersion, DaysAgo(300 + random.Next(60)));
                child.ConfirmBand(now);
                children.Add(child);
                db.Add(child);
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task MakeInitiativesAsync(DemonstrationFile example)
    {
        var number = 0;
        var authors = new Dictionary<AgeBand, int>();
        foreach (var idea in example.Initiatives.OrderByDescending(i => i.DaysAgo))
        {
            // The first child of each band, whose card is printed, wrote the first two of it.
            var inBand = children.Where(c => c.AgeBand == idea.Band).ToList();
            var written = authors[idea.Band] = authors.GetValueOrDefault(idea.Band) + 1;
            var author = written <= 2 || idea.Stage == InitiativeStage.SentBack ? inBand[0] : inBand[random.Next(1, inBand.Count)];
            var sent = DaysAgo(idea.DaysAgo).AddHours(-random.Next(1, 9));
            var initiative = Initiative.Begin(author, sent.AddHours(-1));
            initiative.ChooseGoal(idea.Goal, sent.AddHours(-1));
            initiative.Tell(PlainText.Clean(idea.Title), PlainText.Clean(idea.Text), sent.AddMinutes(-40));
            initiative.Locate(idea.Place, sent.AddMinutes(-20));
            initiative.NameWhoItHelps(idea.Helps, sent.AddMinutes(-10));
            if (idea.Drawing is not null)
            {
                initiative.Show(DemonstrationMedia.Drawing, sent.AddMinutes(-6));
            }

            if (idea.Voice)
            {
                initiative.Say(DemonstrationMedia.Voice, sent.AddMinutes(-3));
            }

            initiative.Submit(++number, sent);
            var check = ModerationCase.Open(ModerationSubject.Initiative, initiative.Id, here.Id, sent);
            initiatives[idea.Key] = initiative.Id;
            db.Add(initiative);
            db.Add(check);
            Follow(idea, initiative, check, sent);
            if (initiative.PublishedAt is { } published)
            {
                var reasons = new Queue<string>(idea.SupportReasons);
                foreach (var supporter in children.Where(c => c.Id != author.Id).OrderBy(_ => random.Next()).Take(idea.Supporters))
                {
                    db.Add(Support.Of(initiative, supporter, published.AddHours(2)));
                    if (reasons.TryDequeue(out var words))
                    {
                        AddRemark(ModerationSubject.SupportReason, initiative.Id, supporter, words, published.AddHours(2));
                    }
                }
            }
        }

        await db.SaveChangesAsync();
        foreach (var idea in example.Initiatives.Where(i => i.Stage == InitiativeStage.MergedInto))
        {
            var into = await db.Initiatives.SingleAsync(i => i.Id == initiatives[idea.Into!]);
            var merged = await db.Initiatives.SingleAsync(i => i.Id == initiatives[idea.Key]);
            var at = DaysAgo(Math.Max(1, idea.DaysAgo - 5));
            merged.MergeInto(into, idea.Sentence ?? "", By(Role.CouncilStaff), at);
            await MoveSupportersAsync(merged, into, at);
        }

        await db.SaveChangesAsync();
    }

    private Guid AddRemark(ModerationSubject kind, Guid aboutId, Participant child, string words, DateTime at, bool isWaiting = false)
    {
        var remark = Remark.Of(kind, aboutId, child, Initiative.DefaultLanguage, words);
        var check = ModerationCase.Open(kind, remark.Id, here.Id, at, RandomId.New());
        if (!isWaiting)
        {
            remark.Publish(By(Role.Moderator), at.AddDays(1));
            check.Decide(ModerationStage.Published, staff[nameof(Role.Moderator)], at.AddDays(1));
        }

        db.Add(remark);
        db.Add(check);
        return remark.Id;
    }

    /// <summary>The union of both, each child once, without the author of what they now support.</summary>
    private async Task MoveSupportersAsync(Initiative from, Initiative into, DateTime at)
    {
        var known = await db.Supports.Where(s => s.InitiativeId == into.Id).Select(s => s.ParticipantId).ToListAsync();
        var moving = await db.Supports.Where(s => s.InitiativeId == from.Id).Select(s => s.ParticipantId).ToListAsync();
        foreach (var child in children.Where(c => moving.Contains(c.Id) && !known.Contains(c.Id) && c.Id != into.AuthorId))
        {
            db.Add(Support.Of(into, child, at));
        }
    }

    private void Follow(ExampleInitiative idea, Initiative initiative, ModerationCase check, DateTime sent)
    {
        var checkedAt = Earlier(sent.AddHours(26));
        switch (idea.Stage)
        {
            case InitiativeStage.Submitted:
                return;
            case InitiativeStage.Withdrawn:
                initiative.Withdraw(sent.AddHours(3));
                check.Withdraw(sent.AddHours(3));
                return;
            case InitiativeStage.SentBack:
                initiative.SendBack(idea.Sentence!, about: null, By(Role.Moderator), checkedAt);
                check.Decide(ModerationStage.SentBack, staff[nameof(Role.Moderator)], checkedAt);
                return;
            case InitiativeStage.NotPublished:
                initiative.DoNotPublish($"moderation.reason.{idea.ModerationReason}", idea.Sentence!, By(Role.Moderator), checkedAt);
                check.Decide(ModerationStage.NotPublished, staff[nameof(Role.Moderator)], checkedAt);
                return;
        }

        if (idea.Drawing is { } seen)
        {
            initiative.ApprovePicture(new PictureCheck(Faces: false, Names: false, HouseNumbers: false), seen, By(Role.Moderator), checkedAt);
        }

        initiative.Publish(By(Role.Moderator), checkedAt);
        check.Decide(ModerationStage.Published, staff[nameof(Role.Moderator)], checkedAt);
        var answeredAt = Earlier(checkedAt.AddDays(Math.Min(6, idea.DaysAgo / 3.0)));
        const string Office = "Primăria";
        switch (idea.Stage)
        {
            case InitiativeStage.Published or InitiativeStage.MergedInto:
                return;
            case InitiativeStage.UnderReview:
                initiative.TakeUpForReview(Office, By(Role.CouncilStaff), answeredAt);
                return;
            case InitiativeStage.NotNow:
                initiative.Answer(Decision.NotNow, idea.AnswerReason, idea.Sentence!, Office, By(Role.CouncilStaff), answeredAt);
                return;
            case InitiativeStage.Declined:
                initiative.Answer(Decision.Declined, idea.AnswerReason, idea.Sentence!, Office, By(Role.CouncilStaff), answeredAt);
                return;
            case InitiativeStage.Hidden:
                initiative.Hide(idea.Sentence ?? "", By(Role.Moderator), answeredAt);
                return;
            case InitiativeStage.Removed:
                initiative.RequestRemoval(answeredAt);
                initiative.Remove(By(Role.Moderator), answeredAt);
                return;
            default:
                var decision = idea.Stage == InitiativeStage.PartlyAccepted || idea.AnswerReason == AnswerReason.PartOfItPossible
                    ? Decision.PartlyAccepted : Decision.Accepted;
                initiative.Answer(decision, idea.AnswerReason, idea.Sentence!, Office, By(Role.CouncilStaff), answeredAt);
                return;
        }

        DateTime Earlier(DateTime at) => at < now ? at : now.AddMinutes(-5);
    }

    /// <summary>What one example child chooses: an option with more weight more often, higher up, with a happier face, with more points.</summary>
    private BallotAnswer AnswerOf(IReadOnlyList<ExampleOption> options, Question question)
    {
        var liking = options.Select((o, i) => (question.Options[i].BallotId, Liking: o.Weight - random.Next(100))).OrderByDescending(o => o.Liking).ToList();
        var chosen = liking.Where((o, i) => i == 0 || o.Liking > 0).Take(question.MaxChoices).Select(o => o.BallotId).ToList();
        return question.Kind switch
        {
            BallotKind.SingleChoice => BallotAnswer.Of(chosen.Take(1)),
            BallotKind.Ranking => new BallotAnswer(chosen, [.. chosen.Select((_, i) => i + 1L)]),
            BallotKind.Score => new BallotAnswer([.. liking.Select(o => o.BallotId)], [.. liking.Select(o => Math.Clamp((o.Liking / 25) + 3L, 1, ConsultationRules.Faces))]),
            BallotKind.Points => new BallotAnswer(chosen, [.. chosen.Select((_, i) => (long)question.Points! / chosen.Count)]),
            _ => BallotAnswer.Of(chosen),
        };
    }

    private async Task MakeVoteAsync(ExampleConsultation vote, DemonstrationFile example)
    {
        var youngest = vote.Options.Min(o => example.Initiatives.Single(i => i.Key == o.Initiative).DaysAgo);
        var (announced, opens, closes) = vote.Stage switch
        {
            ConsultationStage.Decided => (youngest - 9.0, youngest - 10.0, youngest - 24.0),
            ConsultationStage.Counted => (21, 20, 5),
            ConsultationStage.Open => (9, 8, -9),
            _ => (1, -4, -18.0),
        };
        var number = await db.NextNumberAsync<Consultation>(here.Id);
        var consultation = Consultation.Plan(
            here.Id, number, vote.Title, vote.About, vote.DecisionMaker, vote.CanChange, At(8, DaysAgo(opens)), At(20, DaysAgo(closes)));
        var question = consultation.Ask(new QuestionPlan(vote.Title, vote.Kind, vote.Rule ?? CountingRules.For(vote.Kind)[0], vote.Winners, vote.MaxChoices)
        {
            Points = vote.Points,
            BudgetBani = vote.BudgetLei * BaniInLeu,
        });
        foreach (var option in vote.Options)
        {
            var initiative = await db.Initiatives.SingleAsync(i => i.Id == initiatives[option.Initiative]);
            question.Offer(initiative.Title, initiative.Text, initiative.Id, initiative.Language, option.CostLei * BaniInLeu, option.Picture);
            initiative.PutOnBallot(consultation.Id, By(Role.CouncilStaff), DaysAgo(announced));
        }

        var also = vote.Also is null ? null : consultation.Ask(
            vote.Also.Kind == BallotKind.OpenAnswer ? QuestionPlan.Open(vote.Also.Text) with { Audience = vote.Also.Audience }
            : new QuestionPlan(vote.Also.Text, vote.Also.Kind, CountingRules.For(vote.Also.Kind)[0], Winners: 1, vote.Also.Options.Count) { Audience = vote.Also.Audience });
        var toWrite = new Queue<ExampleWords>(vote.Also?.Answers ?? []);
        foreach (var option in vote.Also?.Options ?? [])
        {
            also!.Offer(option.Title, "", initiativeId: null, picture: option.Picture);
        }

        consultation.Announce(By(Role.CouncilStaff), DaysAgo(announced));
        votes[vote.Key] = consultation.Id;
        db.Add(consultation);
        await db.SaveChangesAsync();
        if (vote.Stage == ConsultationStage.Announced)
        {
            return;
        }

        await consultations.RunAsync(consultation.OpensAt.AddSeconds(4));
        var open = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == consultation.Id);
        foreach (var voter in children.OrderBy(_ => random.Next()).Take(vote.Ballots))
        {
            await box.CastAsync(open, voter, Answers(voter), consultation.OpensAt.AddHours(30));
        }

        await CheckAnswersAsync(consultation, vote.Also?.Answers ?? []);

        if (vote.Stage == ConsultationStage.Open)
        {
            return;
        }

        await consultations.RunAsync(consultation.ClosesAt.AddSeconds(4));
        if (vote.Stage == ConsultationStage.Decided)
        {
            db.ChangeTracker.Clear();
            var counted = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
            foreach (var (option, decided) in counted.Questions[0].Options.OrderBy(o => o.Position).Zip(vote.Options))
            {
                option.Decide(decided.Decision!.Value, decided.Reason!);
            }

            var ids = counted.Questions[0].Options.Select(o => o.InitiativeId).ToList();
            counted.Decide(vote.Heard!, await db.Initiatives.Where(i => ids.Contains(i.Id)).ToListAsync(), By(Role.CouncilStaff), counted.ClosesAt.AddDays(3));
            await db.SaveChangesAsync();
        }

        Dictionary<int, BallotAnswer> Answers(Participant voter)
        {
            var answers = new Dictionary<int, BallotAnswer> { [question.Position] = AnswerOf(vote.Options, question) };
            if (also?.Audience.HasFlag(voter.AgeBand.Bands()) != true)
            {
                return answers;
            }

            if (!also.IsOpen)
            {
                answers[also.Position] = AnswerOf(vote.Also!.Options, also);
            }
            else if (toWrite.TryDequeue(out var written))
            {
                answers[also.Position] = BallotAnswer.InWords(written.Text);
            }

            return answers;
        }
    }

    /// <summary>What children wrote beside their ballots, as the moderator decided.</summary>
    private async Task CheckAnswersAsync(Consultation consultation, IReadOnlyCollection<ExampleWords> examples)
    {
        var at = consultation.OpensAt.AddHours(50);
        foreach (var answer in await db.OpenAnswers.Where(a => a.ConsultationId == consultation.Id).ToListAsync())
        {
            var example = examples.Single(e => e.Text == answer.Text);
            switch (example.Stage)
            {
                case ShortTextStage.Published:
                    answer.Publish(By(Role.Moderator), at);
                    break;
                case ShortTextStage.NotPublished:
                    answer.DoNotPublish($"moderation.reason.{example.ModerationReason}", example.Sentence!, By(Role.Moderator), at);
                    break;
                default:
                    continue;
            }

            var check = await db.ModerationCases.SingleAsync(c => c.ItemId == answer.Id);
            check.Decide(example.Stage == ShortTextStage.Published ? ModerationStage.Published : ModerationStage.NotPublished, staff[nameof(Role.Moderator)], at);
        }

        await db.SaveChangesAsync();
    }

    private async Task MakeCouncilAsync(DemonstrationFile example)
    {
        db.ChangeTracker.Clear();
        var council = ChildrensCouncil.Establish(
            here.Id, 20, example.Council.HowChosen, example.Council.Does, By(Role.CouncilCoordinator), DaysAgo(350));
        var from = RomanianTime.DateOf(DaysAgo(350));
        council.Describe(
            new CouncilWords(
                20, example.Council.HowChosen, example.Council.Does, example.Council.Reach, example.Council.Meets, from, from.AddYears(2), example.Council.From11To13, example.Council.From14To17),
            By(Role.CouncilCoordinator), DaysAgo(350));
        db.Add(council);
        var number = 0;
        foreach (var meeting in example.Council.Meetings.OrderByDescending(m => m.DaysAgo))
        {
            var called = CouncilMeeting.Invite(
                here.Id, ++number, meeting.Title, meeting.Place, At(15, DaysAgo(meeting.DaysAgo)), string.Join('\n', meeting.Agenda),
                By(Role.CouncilCoordinator), DaysAgo(Math.Max(meeting.DaysAgo + 10, 1)), invitation: meeting.Invitation);
            if (meeting.Summary is not null)
            {
                called.Report(
                    meeting.Attended!.Value, meeting.Summary, By(Role.CouncilCoordinator), DaysAgo(meeting.DaysAgo - 1), meeting.Young, string.Join('\n', meeting.Decisions));
            }

            db.Add(called);
        }

        number = 0;
        Recommendation? draft = null;
        foreach (var text in example.Council.Recommendations)
        {
            var adopted = DaysAgo(text.DaysAgo + 2);
            var recommendation = Recommendation.Draft(here.Id, text.Title, text.Text, text.Kind, text.Addressee, By(Role.CouncilCoordinator), adopted.AddDays(-5));
            recommendation.RestOn([.. text.Ideas.Select(i => (SourceKind.Initiative, initiatives[i]))], By(Role.CouncilCoordinator), adopted.AddDays(-4));
            db.Add(recommendation);
            if (text.Stage == RecommendationStage.Draft)
            {
                draft = recommendation;
                continue;
            }

            recommendation.Adopt(++number, RomanianTime.DateOf(adopted), By(Role.CouncilCoordinator), adopted);
            recommendations.Add(recommendation.Id);
            if (text.Stage == RecommendationStage.Adopted)
            {
                continue;
            }

            recommendation.Send(By(Role.CouncilCoordinator), DaysAgo(text.DaysAgo));
            if (text.Withdrawn is { } wrong)
            {
                recommendation.Answer(AnswerOf(wrong), By(Role.CouncilStaff), DaysAgo(wrong.DaysAgo));
                recommendation.WithdrawAnswer(wrong.Because, By(Role.CouncilStaff), DaysAgo(wrong.DaysAgo - 1));
            }

            if (text.Answer is { } answer)
            {
                recommendation.Answer(AnswerOf(answer), By(Role.CouncilStaff), DaysAgo(answer.DaysAgo));
            }
        }

        MakeCouncilWork(example.Council, draft, council.MandateTo!.Value);
        await db.SaveChangesAsync();

        OwedAnswer AnswerOf(ExampleAnswer answer) => new(
            answer.Decision, answer.Fits, answer.Reason, answer.Office, answer.Young, answer.Follows, answer.FollowsInDays is { } days ? RomanianTime.DateOf(now).AddDays(days) : null);
    }

    /// <summary>What members see with their card: those of 11–17 whose cards are printed first are members.</summary>
    private void MakeCouncilWork(ExampleCouncil example, Recommendation? draft, DateOnly until)
    {
        var members = children.Where(c => c.AgeBand != AgeBand.From6To10).GroupBy(c => c.AgeBand).Select(band => band.First()).ToList();
        foreach (var card in db.Cards.Where(c => members.Select(m => m.CardId).Contains(c.Id)).ToList())
        {
            card.JoinCouncil(until, By(Role.CouncilCoordinator), DaysAgo(340));
        }

        foreach (var poll in example.Polls)
        {
            db.Add(CouncilPoll.Ask(here.Id, poll.Question, poll.Options, RomanianTime.DateOf(now).AddDays(poll.ClosesInDays), By(Role.CouncilCoordinator), DaysAgo(3)));
        }

        foreach (var (said, i) in example.Contributions.Select((said, i) => (said, i)))
        {
            var at = DaysAgo(said.DaysAgo);
            var written = CouncilContribution.Of(
                members[i % members.Count], said.Kind, said.Kind == ContributionKind.Comment ? draft?.Id : null, Initiative.DefaultLanguage, said.Text, at);
            var check = ModerationCase.Open(ModerationSubject.CouncilContribution, written.Id, here.Id, at);
            db.Add(written);
            db.Add(check);
            if (!said.IsWaiting)
            {
                written.Publish(By(Role.Moderator), at.AddHours(5));
                check.Decide(ModerationStage.Published, staff[nameof(Role.Moderator)], at.AddHours(5));
            }
        }
    }

    private async Task MakePlanAsync(DemonstrationFile example)
    {
        db.ChangeTracker.Clear();
        var plan = ActionPlan.Draft(here.Id, example.Plan.Title, example.Plan.Summary, example.Plan.FromYear, example.Plan.ToYear);
        if (example.Plan.Debate is not { } debate)
        {
            plan.Adopt(By(Role.CouncilStaff), DaysAgo(example.Plan.AdoptedDaysAgo));
            plan.StartImplementing(By(Role.CouncilStaff), DaysAgo(example.Plan.AdoptedDaysAgo - 5));
        }
        else
        {
            plan.OpenDebate(RomanianTime.DateOf(DaysAgo(debate.OpenedDaysAgo - debate.Days)), debate.IsCouncilDecision, By(Role.CouncilStaff), DaysAgo(debate.OpenedDaysAgo));
        }

        db.Add(plan);
        var draft = new List<VersionedMeasure>();
        var number = 0;
        foreach (var text in example.Plan.Measures)
        {
            var initiative = text.Initiative is null ? null : await db.Initiatives.SingleAsync(i => i.Id == initiatives[text.Initiative]);
            var included = initiative?.ChangedAt.AddDays(4) ?? DaysAgo(184);
            var measure = Measure.Include(
                plan,
                ++number,
                new MeasureSheet(
                    text.Title, text.Goal, text.Article, text.Text, text.WhatChanges, text.Responsible, text.Partners, text.Risks,
                    RomanianTime.DateOf(now).AddMonths(text.DueInMonths)),
                text.BudgetLei * 100,
                initiative?.Id,
                By(Role.CouncilStaff),
                included);
            initiative?.PutIntoPlan(measure.Id, By(Role.CouncilStaff), included);
            if (text.Recommendation is { } answered)
            {
                measure.TakeCouncilView(recommendations[answered - 1], text.CouncilView!, By(Role.CouncilStaff), DaysAgo(10));
            }

            foreach (var update in text.Updates)
            {
                var at = DaysAgo(update.DaysAgo);
                measure.Report(
                    initiative, update.Stage, update.Text, update.Unit, By(Role.CouncilStaff), at > included ? at : included.AddDays(1));
            }

            AddDetails(measure, text, plan, included);
            await AddChecksAsync(measure, text);
            if (example.Initiatives.Exists(i => i.Key == text.Initiative && i.Stage == InitiativeStage.ConfirmedByChildren))
            {
                initiative!.ConfirmByChildren(Actor.Program, initiative.ChangedAt.AddDays(8));
            }

            db.Add(measure);
            if (!text.IsAfterDebate)
            {
                draft.Add(DraftOf(measure, text.Before));
            }

            AddProposals(plan, measure, text);
        }

        await db.SaveChangesAsync();
        await FollowDebateAsync(plan, example.Plan.Debate, draft);
        if (example.Plan.Monitoring is { } year)
        {
            await ReportYearAsync(plan, year);
        }
    }

    private async Task ReportYearAsync(ActionPlan plan, ExampleMonitoring example)
    {
        var at = RomanianTime.StartOf(new DateOnly(example.Year + 1, 1, 20)).AddHours(10);
        var measures = await db.Measures.IgnoreAutoIncludes().Where(m => m.PlanId == plan.Id).ToDictionaryAsync(m => m.Number);
        var report = MonitoringReport.Begin(plan, example.Year, By(Role.CouncilStaff), at);
        report.Write(example.Summary, example.Young, example.Missing, assessmentId: null, By(Role.CouncilStaff), at);
        report.Publish(
            new MonitoringFigures(
                MonitoringFigures.PresentFormat,
                IsExample: true,
                here.Name,
                plan.Title,
                example.Year,
                new DateOnly(example.Year, 12, 31),
                new Reach(example.Children.Sum(), MonitoringReading.Told(example.Children), example.Papers, example.Groups, example.InGroups.Sum(), MonitoringReading.Told(example.InGroups), example.Ideas),
                example.Measures.ConvertAll(m => new MonitoredMeasure(
                    m.Number, measures[m.Number].Goal, measures[m.Number].Title, m.Stage, m.Reason, measures[m.Number].DueOn, m.PlannedLei * 100, m.SpentLei * 100, m.Reports,
                    measures[m.Number].InitiativeId is not null, m.Checks is [var see, var cannot, var other] ? new MonitoredChecks(see, cannot, other) : null)),
                [new MonitoredMoney(BudgetSource.Local, example.Measures.Sum(m => m.PlannedLei) * 100, example.Measures.Sum(m => m.SpentLei) * 100, example.Measures.Sum(m => m.SpentLei) * 100)],
                AnswersOf(example.IdeaAnswers),
                AnswersOf(example.RecommendationAnswers),
                Votes: []),
            By(Role.CouncilStaff),
            at);
        db.Add(report);
        await db.SaveChangesAsync();

        static Answers AnswersOf(int[] figures) => new(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }

    private VersionedMeasure DraftOf(Measure measure, ExampleBefore? before) => new(
        measure.Number,
        measure.Sheet with
        {
            Title = before?.Title ?? measure.Title,
            Text = before?.Text ?? measure.Text,
            Responsible = before?.Responsible ?? measure.Responsible,
            DueOn = before?.DueInMonths is { } months ? RomanianTime.DateOf(now).AddMonths(months) : measure.DueOn,
        },
        before?.BudgetLei * BaniInLeu ?? measure.BudgetBani);

    /// <summary>What children think of a measure of the draft, and what they and others would do better.</summary>
    private void AddProposals(ActionPlan plan, Measure measure, ExampleMeasure text)
    {
        var asked = new Queue<Participant>(children.OrderBy(_ => random.Next()));
        foreach (var (face, times) in Enum.GetValues<DebateFace>().Zip(text.Faces))
        {
            for (var i = 0; i < times && asked.TryDequeue(out var child); i++)
            {
                db.Add(DebateReaction.Of(measure, child, face, RomanianTime.StartOf(plan.DebateFrom!.Value).AddHours(34)));
            }
        }

        Propose(plan, measure, text.Proposals);
    }

    private void Propose(ActionPlan plan, Measure? measure, List<ExampleProposal> proposals)
    {
        var asked = new Queue<Participant>(children.OrderBy(_ => random.Next()).Take(proposals.Count));
        foreach (var said in proposals)
        {
            var at = RomanianTime.StartOf(plan.DebateFrom!.Value).AddHours(36);
            Guid id;
            if (said.Source is { } source)
            {
                var noted = NotedProposal.Note(plan, measure, source, said.Text, said.People, By(Role.CouncilStaff), at);
                db.Add(noted);
                id = noted.Id;
                if (noted.AwaitsModeration)
                {
                    var check = ModerationCase.Open(ModerationSubject.NotedProposal, id, here.Id, at);
                    noted.Publish(By(Role.Moderator), at.AddHours(4));
                    check.Decide(ModerationStage.Published, staff[nameof(Role.Moderator)], at.AddHours(4));
                    db.Add(check);
                }
            }
            else
            {
                id = AddRemark(ModerationSubject.DebateProposal, measure?.Id ?? plan.Id, asked.Dequeue(), said.Text, at, said.IsWaiting);
            }

            if (said.Outcome is { } outcome)
            {
                db.Add(DebateAnswer.Give(
                    plan, [id], outcome, said.Reason, said.Young, measure?.Responsible ?? "Secretariatul Primăriei", By(Role.CouncilStaff), RomanianTime.StartOf(plan.DebateUntil!.Value).AddDays(4)));
            }
        }
    }

    private async Task FollowDebateAsync(ActionPlan plan, ExampleDebate? debate, List<VersionedMeasure> draft)
    {
        if (debate is null)
        {
            return;
        }

        Propose(plan, measure: null, debate.Missing);
        db.Add(PlanVersion.Freeze(plan, 1, title: "", draft, By(Role.CouncilStaff), DaysAgo(debate.OpenedDaysAgo)));
        if (debate.DecisionNumber is { } number)
        {
            var decided = DaysAgo(debate.DecidedDaysAgo);
            plan.Adopt(By(Role.CouncilStaff), decided, new CouncilDecision(number, RomanianTime.DateOf(decided), debate.DecisionLink));
            db.Add(PlanVersion.Freeze(plan, 2, title: "", await db.MeasuresNowAsync(plan.Id), By(Role.CouncilStaff), decided));
            plan.StartImplementing(By(Role.CouncilStaff), decided.AddDays(1));
        }

        await db.SaveChangesAsync();
    }

    private async Task MakeSituationAsync(DemonstrationFile example)
    {
        if (example.Plan.Situation is not { } text)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var plan = await db.ActionPlans.SingleAsync(p => p.LocalityId == here.Id);
        var situation = SituationAnalysis.Begin(plan);
        var groups = await db.FocusGroupSessions.Where(s => s.LocalityId == here.Id).Select(s => s.Id).ToListAsync();
        var (by, at) = (By(Role.CouncilStaff), DaysAgo(text.DaysAgo));
        situation.Write(text.Text, text.Young, text.Figures.ConvertAll(f => new SituationFigure(f.Name, f.Value * 1000, f.Unit, RomanianTime.DateOf(now).Year - 1, f.Source)), groups, by, at);
        situation.Publish(by, at);
        db.Add(situation);
        await db.SaveChangesAsync();
    }

    private void AddDetails(Measure measure, ExampleMeasure text, ActionPlan plan, DateTime at)
    {
        var by = By(Role.CouncilStaff);
        if (text.Milestones.Count > 0)
        {
            measure.PlanMilestones(
                text.Milestones.Select(m => (m.Title, RomanianTime.DateOf(now).AddMonths(m.DueInMonths), m.DoneDaysAgo is { } days ? (DateOnly?)RomanianTime.DateOf(DaysAgo(days)) : null)), by, at);
        }

        if (text.CommittedLei is not null || text.SpentLei is not null)
        {
            measure.PlanBudget([new BudgetLine(measure.Id, measure.DueOn.Year, BudgetSource.Local, measure.BudgetBani ?? 0, (text.CommittedLei ?? 0) * 100, (text.SpentLei ?? 0) * 100)], by, at);
        }

        if (text.Indicator is { } example)
        {
            var indicator = Indicator.Of(measure);
            indicator.Define(example.Name, example.Definition, example.Unit, (plan.FromYear - 1, example.From * 1000), (plan.ToYear, example.To * 1000), example.FallsWhenBetter);
            foreach (var (year, value) in example.Values)
            {
                indicator.Note(year, value * 1000, example.Source, at);
            }

            measure.Measured(indicator, by, at);
        }
    }

    private async Task AddChecksAsync(Measure measure, ExampleMeasure text)
    {
        var asked = new Queue<Participant>(await db.Participants.Where(p => p.LocalityId == here.Id).OrderBy(p => p.Id).Take(text.Checks.Sum()).ToListAsync());
        var toSay = new Queue<string>(text.CheckWords);
        foreach (var (answer, times) in Enum.GetValues<CheckAnswer>().Zip(text.Checks))
        {
            for (var i = 0; i < times && asked.TryDequeue(out var child); i++)
            {
                db.Add(MeasureCheck.Of(measure, child, answer, DaysAgo(2)));
                if (toSay.TryDequeue(out var said))
                {
                    AddRemark(ModerationSubject.MeasureCheck, measure.Id, child, said, DaysAgo(2));
                }
            }
        }
    }

    private async Task MakeFocusGroupsAsync(DemonstrationFile example)
    {
        db.ChangeTracker.Clear();
        var number = 0;
        foreach (var group in example.FocusGroups.OrderByDescending(g => g.DaysAgo))
        {
            var recorded = DaysAgo(group.DaysAgo - 1);
            var session = FocusGroupSession.WriteUp(
                here.Id, ++number, RomanianTime.DateOf(DaysAgo(group.DaysAgo)), group.Minutes, group.PlaceKind, group.Topic, group.DecisionMaker,
                group.Groups, By(Role.Facilitator), recorded);
            db.Add(session);
            foreach (var said in group.Findings)
            {
                var finding = session.Find(said.Statement, said.Agreed, said.Goal);
                var check = ModerationCase.Open(ModerationSubject.Finding, finding.Id, here.Id, recorded);
                finding.Publish(By(Role.Moderator), recorded.AddHours(20));
                check.Decide(ModerationStage.Published, staff[nameof(Role.Moderator)], recorded.AddHours(20));
                if (group.Consultation is { } key)
                {
                    finding.LinkTo(votes[key], By(Role.Facilitator), recorded.AddHours(21));
                }

                db.Add(check);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>That day at this hour in Romania.</summary>
    private static DateTime At(int hour, DateTime instant) =>
        RomanianTime.FromLocal(RomanianTime.DateOf(instant).ToDateTime(new TimeOnly(hour, 0)));
}
