using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Staff;

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffAccount>, IEntityTypeConfiguration<StaffSession>, IEntityTypeConfiguration<StaffInvitation>,
        IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<RoleAssignment>, IEntityTypeConfiguration<StaffCheck>, IEntityTypeConfiguration<StaffPasskey>
{
    public void Configure(EntityTypeBuilder<StaffCheck> builder)
    {
        builder.ToTable("staff_checks");
        builder.HasIndex(c => new { c.StaffId, c.LocalityId, c.Kind, c.ExpiresOn });
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StaffPasskey> builder)
    {
        builder.ToTable("staff_passkeys");
        builder.Property(p => p.Name).HasMaxLength(StaffPasskey.NameMaxLength);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.StaffId);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("staff_accounts");
        builder.Property(s => s.Email).HasMaxLength(StaffAccount.EmailMaxLength);
        builder.Property(s => s.MailLanguage).HasMaxLength(3);
        builder.Property(s => s.NormalizedEmail).HasMaxLength(StaffAccount.EmailMaxLength);
        builder.HasIndex(s => s.NormalizedEmail).IsUnique();
        builder.HasMany(s => s.Roles).WithOne().HasForeignKey(r => r.StaffId);
    }

    public void Configure(EntityTypeBuilder<StaffInvitation> builder)
    {
        builder.ToTable("staff_invitations");
        builder.Property(i => i.Email).HasMaxLength(StaffAccount.EmailMaxLength);
        builder.Property(i => i.TokenHash).HasMaxLength(64);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => new { i.Email, i.Role, i.LocalityId }, "IX_staff_invitations_open").IsUnique().HasFilter("\"AcceptedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");
        builder.HasOne<Locality>().WithMany().HasForeignKey(i => i.LocalityId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("staff_recovery_codes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.HasIndex(c => new { c.StaffId, c.Hash }).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
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
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.StaffId, r.Role, r.LocalityId }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId);
    }
}
