using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Initiatives;

internal sealed class InitiativeMapping
    : IEntityTypeConfiguration<Initiative>, IEntityTypeConfiguration<TimelineEntry>, IEntityTypeConfiguration<Support>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ToTable("initiatives");
        builder.Property(i => i.Language).HasMaxLength(Initiative.LanguageMaxLength).HasDefaultValue(Initiative.DefaultLanguage);
        builder.Property(i => i.TrackingHash).HasMaxLength(Initiative.TrackingHashMaxLength);
        builder.HasIndex(i => i.TrackingHash).IsUnique();
        builder.Property(i => i.Title).HasMaxLength(Initiative.TitleMaxLength);
        builder.Property(i => i.Text).HasMaxLength(Initiative.TextMaxLength);
        builder.Property(i => i.Place).HasMaxLength(Initiative.PlaceMaxLength);
        builder.Property(i => i.Helps).HasMaxLength(Initiative.HelpsMaxLength);
        builder.Ignore(i => i.Words);
        builder.Ignore(i => i.Written);
        builder.HasIndex(i => new { i.LocalityId, i.Number }).IsUnique().HasFilter("\"Number\" > 0");
        builder.HasIndex(i => new { i.LocalityId, i.Stage, i.PublishedAt });
        builder.HasIndex(i => i.AuthorId);
        // One draft at a time, however often and fast a child presses.
        builder.HasIndex(i => i.AuthorId, "IX_initiatives_draft").IsUnique().HasFilter("\"Stage\" = 'Draft'");
        builder.HasOne<Locality>().WithMany().HasForeignKey(i => i.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Participant>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(i => i.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Timeline).WithOne().HasForeignKey(t => t.InitiativeId);
        // A verb adds the next entry, so an initiative that is to be changed always has all of them.
        builder.Navigation(i => i.Timeline).AutoInclude();
        // A verb that ends it takes them along.
        builder.Navigation(i => i.Picture).AutoInclude();
        builder.Navigation(i => i.Voice).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("initiative_timeline");
        builder.HasKey(t => new { t.InitiativeId, t.Position });
        builder.Property(t => t.ReasonKey).HasMaxLength(80);
        builder.Property(t => t.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Property(t => t.Young).HasMaxLength(OwedAnswer.YoungMaxLength);
        builder.Property(t => t.Follows).HasMaxLength(OwedAnswer.FollowsMaxLength);
        builder.Property(t => t.WithdrawnBecause).HasMaxLength(OwedAnswer.WithdrawnBecauseMaxLength);
        builder.Ignore(t => t.EarlierWords);
        builder.Property(t => t.Office).HasMaxLength(Initiative.OfficeMaxLength);
    }

    public void Configure(EntityTypeBuilder<Support> builder)
    {
        builder.ToTable("supports");
        builder.HasIndex(s => new { s.InitiativeId, s.ParticipantId }).IsUnique();
        builder.HasIndex(s => s.ParticipantId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(s => s.InitiativeId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(s => s.ParticipantId).OnDelete(DeleteBehavior.SetNull);
    }
}
