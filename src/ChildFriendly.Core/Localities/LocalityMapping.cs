using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Localities;

internal sealed class LocalityMapping : IEntityTypeConfiguration<Locality>
{
    public void Configure(EntityTypeBuilder<Locality> builder)
    {
        builder.ToTable("localities");
        builder.Property(l => l.Slug).HasMaxLength(40);
        builder.Property(l => l.Name).HasMaxLength(Locality.NameMaxLength);
        builder.Property(l => l.County).HasMaxLength(40);
        builder.Property(l => l.CouncilName).HasMaxLength(Locality.NameMaxLength);
        builder.HasIndex(l => l.Slug).IsUnique();
        builder.HasIndex(l => l.Siruta).IsUnique();
    }
}
