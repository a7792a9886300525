using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.ActionPlans.Monitoring;

internal sealed class MonitoringMapping : IEntityTypeConfiguration<MonitoringReport>
{
    public void Configure(EntityTypeBuilder<MonitoringReport> builder)
    {
        builder.ToTable("monitoring_reports");
        builder.Property(r => r.Summary).HasMaxLength(MonitoringReport.SummaryMaxLength);
        builder.Property(r => r.Young).HasMaxLength(MonitoringReport.YoungMaxLength);
        builder.Property(r => r.Missing).HasMaxLength(MonitoringReport.MissingMaxLength);
        builder.Property(r => r.Because).HasMaxLength(MonitoringReport.BecauseMaxLength);
        builder.Property(r => r.Checksum).HasMaxLength(64);
        builder.HasIndex(r => new { r.LocalityId, r.Year, r.Edition }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(r => r.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
