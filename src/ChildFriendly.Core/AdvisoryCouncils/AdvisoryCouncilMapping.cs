using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.AdvisoryCouncils;

internal sealed class AdvisoryCouncilMapping
    : IEntityTypeConfiguration<ChildrensCouncil>, IEntityTypeConfiguration<CouncilSeat>, IEntityTypeConfiguration<CouncilMeeting>, IEntityTypeConfiguration<AgendaPoint>,
        IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<RecommendationSource>, IEntityTypeConfiguration<RecommendationAnswer>,
        IEntityTypeConfiguration<CouncilContribution>, IEntityTypeConfiguration<CouncilPoll>, IEntityTypeConfiguration<CouncilPollOption>, IEntityTypeConfiguration<CouncilPollVote>
{
    /// <summary>What a name or an address of at most 120 letters is at most when it is sealed.</summary>
    private const int SealedMaxLength = 800;

    public void Configure(EntityTypeBuilder<ChildrensCouncil> builder)
    {
        builder.ToTable("childrens_councils");
        builder.Property(c => c.HowChosen).HasMaxLength(ChildrensCouncil.TextMaxLength);
        builder.Property(c => c.Does).HasMaxLength(ChildrensCouncil.TextMaxLength);
        builder.Property(c => c.Reach).HasMaxLength(ChildrensCouncil.TextMaxLength).HasDefaultValue("");
        builder.Property(c => c.Meets).HasMaxLength(ChildrensCouncil.TextMaxLength).HasDefaultValue("");
        builder.Property(c => c.SupportForAgenda).HasDefaultValue(ChildrensCouncil.UsualSupportForAgenda);
        builder.Ignore(c => c.Members);
        builder.HasIndex(c => c.LocalityId).IsUnique();
        builder.HasOne<Locality>().WithOne().HasForeignKey<ChildrensCouncil>(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CouncilSeat> builder)
    {
        builder.ToTable("council_seats");
        builder.Property(s => s.SealedName).HasMaxLength(SealedMaxLength);
        builder.Property(s => s.SealedContact).HasMaxLength(SealedMaxLength);
        builder.HasIndex(s => s.LocalityId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(s => s.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CouncilMeeting> builder)
    {
        builder.ToTable("council_meetings");
        builder.Property(m => m.Title).HasMaxLength(CouncilMeeting.TitleMaxLength);
        builder.Property(m => m.Place).HasMaxLength(CouncilMeeting.PlaceMaxLength);
        builder.Property(m => m.Invitation).HasMaxLength(CouncilMeeting.InvitationMaxLength).HasDefaultValue("");
        builder.Property(m => m.CancelledBecause).HasMaxLength(CouncilMeeting.ReasonMaxLength);
        builder.Property(m => m.Decisions).HasMaxLength(CouncilMeeting.DecisionsMaxLength);
        builder.Property(m => m.Summary).HasMaxLength(CouncilMeeting.SummaryMaxLength);
        builder.Property(m => m.YoungSummary).HasMaxLength(CouncilMeeting.YoungSummaryMaxLength);
        builder.HasIndex(m => new { m.LocalityId, m.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(m => m.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Points).WithOne().HasForeignKey(p => p.MeetingId);
        builder.Navigation(m => m.Points).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<AgendaPoint> builder)
    {
        builder.ToTable("agenda_points");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Text).HasMaxLength(CouncilMeeting.PointMaxLength);
        builder.Ignore(p => p.IsFromChildren);
        // Once on an agenda, by whichever instance: ideas and proposals do not come twice.
        builder.HasIndex(p => new { p.MeetingId, p.InitiativeId }).IsUnique();
        builder.HasIndex(p => new { p.MeetingId, p.ContributionId }).IsUnique();
        builder.HasIndex(p => p.InitiativeId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(p => p.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CouncilContribution>().WithMany().HasForeignKey(p => p.ContributionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendations");
        builder.Property(r => r.Title).HasMaxLength(Recommendation.TitleMaxLength);
        builder.Property(r => r.Text).HasMaxLength(Recommendation.TextMaxLength);
        builder.Property(r => r.Addressee).HasMaxLength(Recommendation.AddresseeMaxLength);
        builder.Property(r => r.AddresseeKind).HasDefaultValue(AddresseeKind.LocalCouncil).HasSentinel(AddresseeKind.LocalCouncil);
        builder.Ignore(r => r.Answered);
        builder.HasIndex(r => new { r.LocalityId, r.Number }).IsUnique().HasFilter("\"Number\" > 0");
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.RecommendationId);
        builder.HasMany(r => r.Sources).WithOne().HasForeignKey(s => s.RecommendationId);
        // Verbs work on all of them.
        builder.Navigation(r => r.Answers).AutoInclude();
        builder.Navigation(r => r.Sources).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<RecommendationSource> builder)
    {
        builder.ToTable("recommendation_sources");
        builder.HasKey(s => new { s.RecommendationId, s.Kind, s.ItemId });
        builder.HasIndex(s => s.ItemId);
    }

    public void Configure(EntityTypeBuilder<RecommendationAnswer> builder)
    {
        builder.ToTable("recommendation_answers");
        builder.HasKey(a => new { a.RecommendationId, a.Position });
        // Answers from before there was one form for all could be longer.
        builder.Property(a => a.Text).HasMaxLength(1000);
        builder.Property(a => a.Young).HasMaxLength(OwedAnswer.YoungMaxLength);
        builder.Property(a => a.Office).HasMaxLength(OwedAnswer.OfficeMaxLength);
        builder.Property(a => a.Follows).HasMaxLength(OwedAnswer.FollowsMaxLength);
        builder.Property(a => a.WithdrawnBecause).HasMaxLength(OwedAnswer.WithdrawnBecauseMaxLength);
        builder.Ignore(a => a.Words);
    }

    public void Configure(EntityTypeBuilder<CouncilContribution> builder)
    {
        builder.ToTable("council_contributions");
        builder.IsShortText(CouncilContribution.TextMaxLength);
        builder.HasIndex(c => new { c.LocalityId, c.Kind, c.Stage });
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(c => c.RecommendationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<CouncilPoll> builder)
    {
        builder.ToTable("council_polls");
        builder.Property(p => p.Question).HasMaxLength(CouncilPoll.QuestionMaxLength);
        builder.HasIndex(p => new { p.LocalityId, p.Stage });
        builder.HasOne<Locality>().WithMany().HasForeignKey(p => p.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Options).WithOne().HasForeignKey(o => o.PollId);
        builder.Navigation(p => p.Options).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<CouncilPollOption> builder)
    {
        builder.ToTable("council_poll_options");
        builder.HasKey(o => new { o.PollId, o.Position });
        builder.Property(o => o.Text).HasMaxLength(CouncilPoll.OptionMaxLength);
    }

    public void Configure(EntityTypeBuilder<CouncilPollVote> builder)
    {
        builder.ToTable("council_poll_votes");
        builder.HasKey(v => new { v.PollId, v.ParticipantId });
        builder.HasOne<CouncilPoll>().WithMany().HasForeignKey(v => v.PollId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Participant>().WithMany().HasForeignKey(v => v.ParticipantId).OnDelete(DeleteBehavior.Cascade);
    }
}
