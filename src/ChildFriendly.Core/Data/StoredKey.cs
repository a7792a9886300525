using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Data;

/// <summary>A key of the key ring that protects sessions and forms. Losing the ring ends sessions and nothing else.</summary>
public sealed class StoredKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";
}

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("stored_keys");
        builder.Property(k => k.Name).HasMaxLength(100);
    }
}
