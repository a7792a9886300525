using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.What).HasMaxLength(100);
        builder.HasIndex(a => new { a.LocalityId, a.At });
        builder.HasIndex(a => a.SubjectId);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(o => o.What).HasMaxLength(100);
        builder.HasIndex(o => new { o.HandledAt, o.At });
    }
}
