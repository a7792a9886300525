using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.ActionPlans;

internal sealed class ActionPlanMapping
    : IEntityTypeConfiguration<ActionPlan>, IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<ProgressUpdate>, IEntityTypeConfiguration<Milestone>,
        IEntityTypeConfiguration<BudgetLine>, IEntityTypeConfiguration<Indicator>, IEntityTypeConfiguration<IndicatorValue>, IEntityTypeConfiguration<MeasureCheck>, IEntityTypeConfiguration<MeasureSource>
{
    public void Configure(EntityTypeBuilder<ActionPlan> builder)
    {
        builder.ToTable("action_plans");
        builder.Property(p => p.Title).HasMaxLength(ActionPlan.TitleMaxLength);
        builder.Property(p => p.Summary).HasMaxLength(ActionPlan.SummaryMaxLength);
        builder.Property(p => p.Framework).HasDefaultValue(GoalFramework.FiveGoals2018);
        builder.Property(p => p.DecisionNumber).HasMaxLength(ActionPlan.DecisionNumberMaxLength).HasDefaultValue("");
        builder.Property(p => p.DecisionLink).HasMaxLength(ActionPlan.DecisionLinkMaxLength).HasDefaultValue("");
        builder.HasOne<Locality>().WithMany().HasForeignKey(p => p.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.Property(m => m.Title).HasMaxLength(Measure.TitleMaxLength);
        builder.Property(m => m.Text).HasMaxLength(Measure.TextMaxLength);
        builder.Property(m => m.Responsible).HasMaxLength(Measure.OfficeMaxLength);
        builder.Property(m => m.CouncilView).HasMaxLength(Measure.CouncilViewMaxLength);
        builder.HasIndex(m => new { m.LocalityId, m.Number }).IsUnique();
        builder.HasIndex(m => m.InitiativeId).IsUnique();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(m => m.InitiativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(m => m.RecommendationId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(m => m.Sheet);
        builder.Ignore(m => m.DoubtAnswerDueOn);
        builder.Property(m => m.WhatChanges).HasMaxLength(Measure.WhatChangesMaxLength).HasDefaultValue("");
        builder.Property(m => m.Partners).HasMaxLength(Measure.OfficeMaxLength).HasDefaultValue("");
        builder.Property(m => m.Risks).HasMaxLength(Measure.RisksMaxLength).HasDefaultValue("");
        builder.HasMany(m => m.Milestones).WithOne().HasForeignKey(l => l.MeasureId);
        builder.HasMany(m => m.Budget).WithOne().HasForeignKey(l => l.MeasureId);
        builder.HasMany(m => m.Indicators).WithOne().HasForeignKey(i => i.MeasureId);
        builder.HasMany(m => m.Sources).WithOne().HasForeignKey(s => s.MeasureId);
        builder.HasMany(m => m.Updates).WithOne().HasForeignKey(u => u.MeasureId);
        builder.Navigation(m => m.Updates).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.ToTable("progress_updates");
        builder.HasKey(u => new { u.MeasureId, u.Position });
        builder.Property(u => u.Text).HasMaxLength(ProgressUpdate.TextMaxLength);
        builder.Property(u => u.Unit).HasMaxLength(Measure.OfficeMaxLength);
        builder.Property(u => u.Link).HasMaxLength(ProgressUpdate.LinkMaxLength).HasDefaultValue("");
        builder.Property(u => u.Correction).HasMaxLength(ProgressUpdate.TextMaxLength);
    }

    public void Configure(EntityTypeBuilder<MeasureSource> builder)
    {
        builder.ToTable("measure_sources");
        builder.HasKey(s => new { s.MeasureId, s.Kind, s.ItemId });
        builder.HasIndex(s => s.ItemId);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones");
        builder.HasKey(m => new { m.MeasureId, m.Position });
        builder.Property(m => m.Title).HasMaxLength(Milestone.TitleMaxLength);
    }

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_lines");
        builder.HasKey(l => new { l.MeasureId, l.Year, l.Source });
    }

    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.HasKey(i => new { i.MeasureId, i.Position });
        builder.Property(i => i.Position).ValueGeneratedNever();
        builder.Property(i => i.Name).HasMaxLength(Indicator.NameMaxLength);
        builder.Property(i => i.Definition).HasMaxLength(Indicator.DefinitionMaxLength);
        builder.Property(i => i.Unit).HasMaxLength(Indicator.UnitMaxLength);
        builder.HasMany(i => i.Values).WithOne().HasForeignKey(v => new { v.MeasureId, v.Position });
        builder.Navigation(i => i.Values).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.ToTable("indicator_values");
        builder.HasKey(v => new { v.MeasureId, v.Position, v.Year });
        builder.Property(v => v.Source).HasMaxLength(Indicator.SourceMaxLength);
    }

    public void Configure(EntityTypeBuilder<MeasureCheck> builder)
    {
        builder.ToTable("measure_checks");
        builder.HasIndex(c => new { c.MeasureId, c.ParticipantId }).IsUnique();
        builder.HasIndex(c => c.ParticipantId);
        builder.HasOne<Measure>().WithMany().HasForeignKey(c => c.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.SetNull);
    }
}
