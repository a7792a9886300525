using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditCheckpoint>, IEntityTypeConfiguration<AuditCheck>,
    IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.What).HasMaxLength(100);
        builder.Property(a => a.StageBefore).HasMaxLength(80);
        builder.Property(a => a.StageAfter).HasMaxLength(80);
        builder.HasIndex(a => new { a.LocalityId, a.At });
        builder.HasIndex(a => a.SubjectId);
        builder.Property(a => a.Hash).HasMaxLength(64);
        // Two writers of one chain: the second one finds the entry linked, or the place taken, and begins again.
        builder.Property(a => a.Number).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Chain, a.Number }).IsUnique();
        builder.HasIndex(a => a.Id, "IX_audit_unlinked").HasFilter("\"Number\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<AuditCheckpoint> builder)
    {
        builder.ToTable("audit_checkpoints");
        builder.HasKey(c => new { c.Chain, c.Year });
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.Property(c => c.Signature).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<AuditCheck> builder)
    {
        builder.ToTable("audit_checks");
        builder.HasKey(c => c.Chain);
        builder.Property(c => c.Chain).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(o => o.What).HasMaxLength(100);
        builder.HasIndex(o => new { o.HandledAt, o.At });
    }
}
