using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Notifications;

internal sealed class NotificationsMapping : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.Property(m => m.Occasion).HasMaxLength(Mail.OccasionMaxLength);
        builder.Property(m => m.Arguments).HasMaxLength(Mail.ArgumentsMaxLength);
        // However often the same news is read, and by however many instances: one letter to each.
        builder.HasIndex(m => new { m.Occasion, m.RecipientId, m.Kind }).IsUnique();
        builder.HasIndex(m => m.DueAt, "IX_mails_waiting").HasFilter("\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.RecipientId).OnDelete(DeleteBehavior.Cascade);
    }
}
