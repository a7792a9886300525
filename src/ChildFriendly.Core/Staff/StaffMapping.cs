using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Staff;

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffAccount>, IEntityTypeConfiguration<StaffSession>, IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("staff_accounts");
        builder.Property(s => s.Email).HasMaxLength(StaffAccount.EmailMaxLength);
        builder.Property(s => s.NormalizedEmail).HasMaxLength(StaffAccount.EmailMaxLength);
        builder.HasIndex(s => s.NormalizedEmail).IsUnique();
        builder.HasMany(s => s.Roles).WithOne().HasForeignKey(r => r.StaffId);
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("staff_sessions");
        builder.Property(s => s.Device).HasMaxLength(StaffSession.DeviceMaxLength);
        builder.HasIndex(s => new { s.StaffId, s.BeganAt });
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("staff_roles");
        builder.HasIndex(r => new { r.StaffId, r.Role, r.LocalityId }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId);
    }
}
