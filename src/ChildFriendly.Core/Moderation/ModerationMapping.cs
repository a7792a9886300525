using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Moderation;

internal sealed class ModerationMapping : IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<Redaction>, IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<DecisionReview>, IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remarks");
        builder.IsShortText(Remark.TextMaxLength);
        builder.HasIndex(r => new { r.AboutId, r.Kind, r.AuthorId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.ToTable("moderation_cases");
        builder.Ignore(c => c.IsAppeal);
        builder.Ignore(c => c.Verdict);
        builder.Property(c => c.ReasonKey).HasMaxLength(80);
        builder.Property(c => c.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Property(c => c.OpinionNote).HasMaxLength(Initiative.SentenceMaxLength);
        builder.Property(c => c.Cuts).HasDefaultValue("");
        builder.Property(c => c.Found).HasDefaultValue("");
        builder.HasIndex(c => c.HeldUntil).HasFilter("\"HeldUntil\" IS NOT NULL");
        builder.HasIndex(c => new { c.LocalityId, c.DecidedAt, c.WaitingSince });
        builder.HasIndex(c => c.ItemId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        // One waiting for each item and reason, however many press.
        builder.HasIndex(r => new { r.ItemId, r.Reason }).IsUnique().HasFilter("\"Stage\" = 'Waiting'");
        builder.HasIndex(r => new { r.LocalityId, r.Stage, r.At });
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionReview> builder)
    {
        builder.ToTable("decision_reviews");
        builder.HasIndex(r => r.CaseId).IsUnique();
        builder.HasIndex(r => new { r.LocalityId, r.DrawnOn });
        builder.HasOne<ModerationCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Redaction> builder)
    {
        builder.ToTable("redactions");
        builder.Ignore(r => r.Left);
        builder.Property(r => r.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.HasIndex(r => r.ItemId);
        builder.HasIndex(r => new { r.LocalityId, r.Stage });
        builder.HasOne<Locality>().WithMany().HasForeignKey(r => r.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class ShortTextMapping
{
    public static void IsShortText<T>(this EntityTypeBuilder<T> builder, int textMaxLength)
        where T : ShortText
    {
        builder.Ignore(t => t.AwaitsModeration);
        builder.Ignore(t => t.Told);
        builder.Ignore(t => t.Words);
        builder.Property(t => t.Language).HasMaxLength(Initiative.LanguageMaxLength);
        builder.Property(t => t.Text).HasMaxLength(textMaxLength);
        builder.Property(t => t.ReasonKey).HasMaxLength(60);
        builder.Property(t => t.Sentence).HasMaxLength(Initiative.SentenceMaxLength);
        builder.HasIndex(t => t.AuthorId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(t => t.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
