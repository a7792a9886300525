using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Participation;

internal sealed class ParticipationMapping
    : IEntityTypeConfiguration<CardBatch>, IEntityTypeConfiguration<Card>, IEntityTypeConfiguration<FirstUse>, IEntityTypeConfiguration<Participant>,
        IEntityTypeConfiguration<ParentConsent>
{
    public void Configure(EntityTypeBuilder<ParentConsent> builder)
    {
        builder.ToTable("parent_consents");
        builder.Property(c => c.TextVersion).HasMaxLength(ParentConsent.TextVersionMaxLength);
        builder.Property(c => c.Reference).HasMaxLength(ParentConsent.ReferenceMaxLength);
        builder.Property(c => c.Keeper).HasMaxLength(ParentConsent.KeeperMaxLength);
        builder.HasIndex(c => new { c.LocalityId, c.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CardBatch> builder)
    {
        builder.ToTable("card_batches");
        builder.Property(b => b.IssuedTo).HasMaxLength(CardBatch.IssuedToMaxLength);
        builder.Property(b => b.PepperFingerprint).HasMaxLength(16);
        builder.Property(b => b.Languages).HasMaxLength(CardBatch.LanguagesMaxLength);
        builder.HasIndex(b => new { b.LocalityId, b.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(b => b.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("cards");
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.HasIndex(c => c.CodeHash).IsUnique();
        builder.HasIndex(c => new { c.BatchId, c.Number });
        builder.HasOne<CardBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FirstUse> builder)
    {
        builder.ToTable("card_first_uses");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => new { u.BatchId, u.Hour });
        builder.HasOne<CardBatch>().WithMany().HasForeignKey(u => u.BatchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.Ignore(p => p.Nickname);
        builder.Property(p => p.NicknameAdjective).HasMaxLength(40);
        builder.Property(p => p.NicknameAnimal).HasMaxLength(40);
        builder.Property(p => p.Picture).HasMaxLength(40);
        builder.Property(p => p.AssentVersion).HasMaxLength(20);
        builder.HasIndex(p => p.CardId).IsUnique();
        builder.HasIndex(p => new { p.LocalityId, p.NicknameAnimal, p.NicknameAdjective }).IsUnique();
        builder.HasOne<Card>().WithOne().HasForeignKey<Participant>(p => p.CardId).OnDelete(DeleteBehavior.Restrict);
    }
}
