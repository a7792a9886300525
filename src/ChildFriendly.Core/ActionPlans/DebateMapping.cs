using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.ActionPlans;

internal sealed class DebateMapping
    : IEntityTypeConfiguration<DebateReaction>, IEntityTypeConfiguration<NotedProposal>, IEntityTypeConfiguration<DebateAnswer>, IEntityTypeConfiguration<AnsweredProposal>,
        IEntityTypeConfiguration<PlanVersion>, IEntityTypeConfiguration<SituationAnalysis>, IEntityTypeConfiguration<SituationIndicator>, IEntityTypeConfiguration<SituationGroup>
{
    public void Configure(EntityTypeBuilder<DebateReaction> builder)
    {
        builder.ToTable("debate_reactions");
        builder.HasIndex(r => new { r.MeasureId, r.ParticipantId }).IsUnique();
        builder.HasIndex(r => r.ParticipantId);
        builder.HasOne<Measure>().WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Participant>().WithMany().HasForeignKey(r => r.ParticipantId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<NotedProposal> builder)
    {
        builder.ToTable("noted_proposals");
        builder.Property(n => n.Gist).HasMaxLength(NotedProposal.GistMaxLength);
        builder.Property(n => n.ReasonKey).HasMaxLength(60);
        builder.Property(n => n.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Ignore(n => n.AwaitsModeration);
        builder.Ignore(n => n.Told);
        builder.Ignore(n => n.Words);
        builder.HasIndex(n => n.PlanId);
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(n => n.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Measure>().WithMany().HasForeignKey(n => n.MeasureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(n => n.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DebateAnswer> builder)
    {
        builder.ToTable("debate_answers");
        builder.Property(a => a.Reason).HasMaxLength(DebateAnswer.ReasonMaxLength);
        builder.Property(a => a.EarlierReason).HasMaxLength(DebateAnswer.ReasonMaxLength);
        builder.Property(a => a.Young).HasMaxLength(DebateAnswer.YoungMaxLength);
        builder.Property(a => a.Office).HasMaxLength(Measure.OfficeMaxLength);
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(a => a.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Proposals).WithOne().HasForeignKey(p => p.AnswerId);
    }

    public void Configure(EntityTypeBuilder<AnsweredProposal> builder)
    {
        builder.ToTable("answered_proposals");
        builder.HasKey(p => p.ProposalId);
        builder.Property(p => p.ProposalId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions");
        builder.Property(v => v.Title).HasMaxLength(PlanVersion.TitleMaxLength);
        builder.Property(v => v.DecisionNumber).HasMaxLength(ActionPlan.DecisionNumberMaxLength);
        builder.Property(v => v.DecisionLink).HasMaxLength(ActionPlan.DecisionLinkMaxLength);
        builder.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(v => v.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(v => v.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SituationAnalysis> builder)
    {
        builder.ToTable("situation_analyses");
        builder.Property(s => s.Text).HasMaxLength(SituationAnalysis.TextMaxLength);
        builder.Property(s => s.Young).HasMaxLength(SituationAnalysis.YoungMaxLength);
        builder.HasIndex(s => s.PlanId).IsUnique();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(s => s.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Indicators).WithOne().HasForeignKey(i => i.AnalysisId);
        builder.HasMany(s => s.Groups).WithOne().HasForeignKey(g => g.AnalysisId);
    }

    public void Configure(EntityTypeBuilder<SituationIndicator> builder)
    {
        builder.ToTable("situation_indicators");
        builder.HasKey(i => new { i.AnalysisId, i.Position });
        builder.Property(i => i.Name).HasMaxLength(Indicator.NameMaxLength);
        builder.Property(i => i.Unit).HasMaxLength(Indicator.UnitMaxLength);
        builder.Property(i => i.Source).HasMaxLength(Indicator.SourceMaxLength);
    }

    public void Configure(EntityTypeBuilder<SituationGroup> builder)
    {
        builder.ToTable("situation_groups");
        builder.HasKey(g => new { g.AnalysisId, g.SessionId });
        builder.HasOne<FocusGroupSession>().WithMany().HasForeignKey(g => g.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
