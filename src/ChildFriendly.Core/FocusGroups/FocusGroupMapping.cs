using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.FocusGroups;

internal sealed class FocusGroupMapping : IEntityTypeConfiguration<FocusGroupSession>, IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<FocusGroupSession> builder)
    {
        builder.ToTable("focus_groups");
        builder.Ignore(s => s.Children);
        builder.Property(s => s.Topic).HasMaxLength(FocusGroupSession.TopicMaxLength);
        builder.Property(s => s.DecisionMaker).HasMaxLength(FocusGroupSession.DecisionMakerMaxLength);
        builder.HasIndex(s => new { s.LocalityId, s.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(s => s.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Findings).WithOne().HasForeignKey(f => f.SessionId);
        builder.Navigation(s => s.Findings).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("findings");
        builder.Ignore(f => f.Words);
        builder.Property(f => f.Statement).HasMaxLength(Finding.StatementMaxLength);
        builder.Property(f => f.ReasonKey).HasMaxLength(60);
        builder.Property(f => f.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.HasIndex(f => new { f.SessionId, f.Position }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(f => f.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}
