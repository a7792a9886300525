using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>Whatever becomes of an idea, its picture and its voice go with it, and their bytes with them: the database itself sees to that.</summary>
internal sealed class MediaMapping
    : IEntityTypeConfiguration<InitiativePicture>, IEntityTypeConfiguration<PictureBytes>, IEntityTypeConfiguration<VoiceMessage>, IEntityTypeConfiguration<VoiceSound>
{
    public void Configure(EntityTypeBuilder<InitiativePicture> builder)
    {
        builder.ToTable("initiative_pictures");
        builder.Ignore(p => p.Check);
        builder.Property(p => p.AlternativeText).HasMaxLength(InitiativePicture.AlternativeTextMaxLength);
        builder.HasOne<Initiative>().WithOne(i => i.Picture).HasForeignKey<InitiativePicture>(p => p.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(p => p.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.EraseOn);
    }

    public void Configure(EntityTypeBuilder<PictureBytes> builder)
    {
        builder.ToTable("picture_files");
        builder.HasKey(f => f.PictureId);
        builder.HasOne<InitiativePicture>().WithOne(p => p.File).HasForeignKey<PictureBytes>(f => f.PictureId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<VoiceMessage> builder)
    {
        builder.ToTable("voice_messages");
        builder.Property(v => v.Transcript).HasMaxLength(VoiceMessage.TranscriptMaxLength);
        builder.HasOne<Initiative>().WithOne(i => i.Voice).HasForeignKey<VoiceMessage>(v => v.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(v => v.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.EraseOn);
    }

    public void Configure(EntityTypeBuilder<VoiceSound> builder)
    {
        builder.ToTable("voice_files");
        builder.HasKey(s => s.VoiceId);
        builder.HasOne<VoiceMessage>().WithOne(v => v.Sound).HasForeignKey<VoiceSound>(s => s.VoiceId).OnDelete(DeleteBehavior.Cascade);
    }
}
