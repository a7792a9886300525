using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Moderation;

internal sealed class ModerationMapping : IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<Redaction>
{
    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.ToTable("moderation_cases");
        builder.Ignore(c => c.IsAppeal);
        builder.Ignore(c => c.Verdict);
        builder.Property(c => c.ReasonKey).HasMaxLength(80);
        builder.Property(c => c.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Property(c => c.OpinionNote).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Property(c => c.Cuts).HasDefaultValue("");
        builder.Property(c => c.Found).HasDefaultValue("");
        builder.HasIndex(c => c.HeldUntil).HasFilter("\"HeldUntil\" IS NOT NULL");
        builder.HasIndex(c => new { c.LocalityId, c.DecidedAt, c.WaitingSince });
        builder.HasIndex(c => c.ItemId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Redaction> builder)
    {
        builder.ToTable("redactions");
        builder.Ignore(r => r.Left);
        builder.Property(r => r.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.HasIndex(r => r.ItemId);
        builder.HasIndex(r => new { r.LocalityId, r.Stage });
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
