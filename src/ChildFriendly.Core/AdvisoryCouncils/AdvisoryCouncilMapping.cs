using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.AdvisoryCouncils;

internal sealed class AdvisoryCouncilMapping
    : IEntityTypeConfiguration<ChildrensCouncil>, IEntityTypeConfiguration<CouncilMeeting>, IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<ChildrensCouncil> builder)
    {
        builder.ToTable("childrens_councils");
        builder.Property(c => c.HowChosen).HasMaxLength(ChildrensCouncil.TextMaxLength);
        builder.Property(c => c.Does).HasMaxLength(ChildrensCouncil.TextMaxLength);
        builder.HasIndex(c => c.LocalityId).IsUnique();
        builder.HasOne<Locality>().WithOne().HasForeignKey<ChildrensCouncil>(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CouncilMeeting> builder)
    {
        builder.ToTable("council_meetings");
        builder.Property(m => m.Title).HasMaxLength(CouncilMeeting.TitleMaxLength);
        builder.Property(m => m.Place).HasMaxLength(CouncilMeeting.PlaceMaxLength);
        builder.Property(m => m.Agenda).HasMaxLength(CouncilMeeting.AgendaMaxLength);
        builder.Property(m => m.Summary).HasMaxLength(CouncilMeeting.SummaryMaxLength);
        builder.HasIndex(m => new { m.LocalityId, m.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(m => m.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendations");
        builder.Property(r => r.Title).HasMaxLength(Recommendation.TitleMaxLength);
        builder.Property(r => r.Text).HasMaxLength(Recommendation.TextMaxLength);
        builder.Property(r => r.Addressee).HasMaxLength(Recommendation.AddresseeMaxLength);
        builder.Property(r => r.AnswerReason).HasMaxLength(Recommendation.ReasonMaxLength);
        builder.Property(r => r.AnsweredBy).HasMaxLength(Recommendation.AddresseeMaxLength);
        builder.HasIndex(r => new { r.LocalityId, r.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
