using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChildFriendly.Core.Data;

public sealed class ChildFriendlyDb(DbContextOptions<ChildFriendlyDb> options) : DbContext(options)
{
    public DbSet<Locality> Localities => Set<Locality>();

    public DbSet<CardBatch> CardBatches => Set<CardBatch>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<FirstUse> FirstUses => Set<FirstUse>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<StaffAccount> StaffAccounts => Set<StaffAccount>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<StaffCheck> StaffChecks => Set<StaffCheck>();

    public DbSet<StaffPasskey> StaffPasskeys => Set<StaffPasskey>();

    public DbSet<ParentConsent> ParentConsents => Set<ParentConsent>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();

    public DbSet<MeasureFile> MeasureFiles => Set<MeasureFile>();

    public DbSet<Support> Supports => Set<Support>();

    public DbSet<ModerationCase> ModerationCases => Set<ModerationCase>();

    public DbSet<SafeguardingCase> SafeguardingCases => Set<SafeguardingCase>();

    public DbSet<AlarmTest> AlarmTests => Set<AlarmTest>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<InitiativePicture> InitiativePictures => Set<InitiativePicture>();

    public DbSet<VoiceMessage> VoiceMessages => Set<VoiceMessage>();

    public DbSet<Redaction> Redactions => Set<Redaction>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<DecisionReview> DecisionReviews => Set<DecisionReview>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<CastBallot> CastBallots => Set<CastBallot>();

    public DbSet<CountedBallot> CountedBallots => Set<CountedBallot>();

    public DbSet<VoterMark> VoterMarks => Set<VoterMark>();

    public DbSet<BallotReceipt> BallotReceipts => Set<BallotReceipt>();

    public DbSet<OpenAnswer> OpenAnswers => Set<OpenAnswer>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public DbSet<MonitoringReport> MonitoringReports => Set<MonitoringReport>();

    public DbSet<PaperBatch> PaperBatches => Set<PaperBatch>();

    public DbSet<ChildrensCouncil> ChildrensCouncils => Set<ChildrensCouncil>();

    public DbSet<CouncilMeeting> CouncilMeetings => Set<CouncilMeeting>();

    public DbSet<CouncilSeat> CouncilSeats => Set<CouncilSeat>();

    public DbSet<CouncilContribution> CouncilContributions => Set<CouncilContribution>();

    public DbSet<CouncilPoll> CouncilPolls => Set<CouncilPoll>();

    public DbSet<CouncilPollVote> CouncilPollVotes => Set<CouncilPollVote>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<ActionPlan> ActionPlans => Set<ActionPlan>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<MeasureCheck> MeasureChecks => Set<MeasureCheck>();

    public DbSet<DebateReaction> DebateReactions => Set<DebateReaction>();

    public DbSet<NotedProposal> NotedProposals => Set<NotedProposal>();

    public DbSet<DebateAnswer> DebateAnswers => Set<DebateAnswer>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<SituationAnalysis> SituationAnalyses => Set<SituationAnalysis>();

    public DbSet<FocusGroupSession> FocusGroupSessions => Set<FocusGroupSession>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AuditCheckpoint> AuditCheckpoints => Set<AuditCheckpoint>();

    public DbSet<AuditCheck> AuditChecks => Set<AuditCheck>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();

    /// <summary>Saves; false when a unique key is taken or somebody else changed the same thing meanwhile. Nothing is saved then.</summary>
    public async Task<bool> TrySaveAsync()
    {
        try
        {
            await SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Data.Database.IsTaken(e))
        {
            return false;
        }
    }

    /// <summary>What is saved now belongs to this as it was read: somebody who changed it meanwhile makes the save fail, and the other way round.</summary>
    public void Touch(Entity whole) => Entry(whole).Property(e => e.Version).IsModified = true;

    /// <summary>Saves something new whose id came with the form: sent twice, the second one finds it there and changes nothing.</summary>
    /// <returns>False when somebody else took the same number at the same moment: then nothing is saved.</returns>
    public async Task<bool> SaveOnceAsync<T>(T made)
        where T : Entity
    {
        if (await TrySaveAsync())
        {
            return true;
        }

        ChangeTracker.Clear();
        return await Set<T>().AnyAsync(e => e.Id == made.Id);
    }

    /// <summary>The next number of a locality. Two at once get the same one; the unique index refuses the second, who asks again.</summary>
    public async Task<int> NextNumberAsync<T>(Guid localityId)
        where T : class, INumbered =>
        (await Set<T>().Where(e => e.LocalityId == localityId).MaxAsync(e => (int?)e.Number) ?? 0) + 1;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChildFriendlyDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
        {
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            modelBuilder.Entity(entity.ClrType).Ignore(nameof(Entity.AuditedStage)).Ignore(nameof(Entity.Changes));
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}

/// <summary>All instants are UTC; the database does not say so.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
