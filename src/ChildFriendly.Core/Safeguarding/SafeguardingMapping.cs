using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Safeguarding;

internal sealed class SafeguardingMapping : IEntityTypeConfiguration<SafeguardingCase>, IEntityTypeConfiguration<SafeguardingNote>, IEntityTypeConfiguration<AlarmTest>
{
    public void Configure(EntityTypeBuilder<SafeguardingCase> builder)
    {
        builder.ToTable("safeguarding_cases");
        builder.Property(c => c.Language).HasMaxLength(3);
        builder.HasIndex(c => new { c.LocalityId, c.ClosedAt, c.OpenedAt });
        builder.HasIndex(c => c.OpenedAt, "IX_safeguarding_cases_alarm").HasFilter("\"AcknowledgedAt\" IS NULL");
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CaseId);
        // A verb adds the next note, so a case that is to be changed always has all of them.
        builder.Navigation(c => c.Notes).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<SafeguardingNote> builder)
    {
        builder.ToTable("safeguarding_notes");
        builder.HasKey(n => new { n.CaseId, n.Position });
    }

    public void Configure(EntityTypeBuilder<AlarmTest> builder)
    {
        builder.ToTable("alarm_tests");
        builder.HasIndex(t => new { t.LocalityId, t.Month }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(t => t.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
