using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.ActionPlans;

internal sealed class ActionPlanMapping
    : IEntityTypeConfiguration<ActionPlan>, IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<ProgressUpdate>
{
    public void Configure(EntityTypeBuilder<ActionPlan> builder)
    {
        builder.ToTable("action_plans");
        builder.Property(p => p.Title).HasMaxLength(ActionPlan.TitleMaxLength);
        builder.Property(p => p.Summary).HasMaxLength(ActionPlan.SummaryMaxLength);
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
        builder.HasMany(m => m.Updates).WithOne().HasForeignKey(u => u.MeasureId);
        builder.Navigation(m => m.Updates).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.ToTable("progress_updates");
        builder.HasKey(u => new { u.MeasureId, u.Position });
        builder.Property(u => u.Text).HasMaxLength(ProgressUpdate.TextMaxLength);
        builder.Property(u => u.Unit).HasMaxLength(Measure.OfficeMaxLength);
    }
}
