using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.Consultations;

internal sealed class ConsultationMapping
    : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<Option>, IEntityTypeConfiguration<Turnout>,
        IEntityTypeConfiguration<CastBallot>, IEntityTypeConfiguration<CountedBallot>, IEntityTypeConfiguration<VoterMark>,
        IEntityTypeConfiguration<BallotReceipt>, IEntityTypeConfiguration<PaperBatch>, IEntityTypeConfiguration<PaperAnswer>, IEntityTypeConfiguration<OpenAnswer>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(c => c.Title).HasMaxLength(Consultation.TitleMaxLength);
        builder.Property(c => c.About).HasMaxLength(Consultation.AboutMaxLength);
        builder.Property(c => c.DecisionMaker).HasMaxLength(Consultation.DecisionMakerMaxLength);
        builder.Property(c => c.CanChange).HasMaxLength(Consultation.CanChangeMaxLength);
        builder.Property(c => c.Heard).HasMaxLength(Consultation.HeardMaxLength);
        builder.HasIndex(c => new { c.LocalityId, c.Number }).IsUnique();
        builder.HasIndex(c => new { c.Stage, c.OpensAt });
        builder.HasOne<Locality>().WithMany().HasForeignKey(c => c.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.ConsultationId);
        builder.Navigation(c => c.Questions).AutoInclude();
        builder.HasMany(c => c.Turnout).WithOne().HasForeignKey(t => t.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("questions");
        builder.Property(q => q.Text).HasMaxLength(Question.TextMaxLength);
        builder.Property(q => q.Rule).HasDefaultValue(CountingRule.Approval).HasSentinel(CountingRule.Approval);
        builder.Property(q => q.Audience).HasDefaultValue(AgeBands.All).HasSentinel(AgeBands.All);
        builder.Property(q => q.MinChoices).HasDefaultValue(1).HasSentinel(1);
        builder.Ignore(q => q.IsCapped);
        builder.Ignore(q => q.IsOpen);
        builder.Ignore(q => q.MissesQuorum);
        builder.Ignore(q => q.MayBeUnanimous);
        builder.HasMany(q => q.Options).WithOne().HasForeignKey(o => o.QuestionId);
        builder.Navigation(q => q.Options).AutoInclude();
        builder.HasIndex(q => new { q.ConsultationId, q.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Turnout> builder)
    {
        builder.ToTable("turnout");
        builder.HasKey(t => new { t.ConsultationId, t.AgeBand });
    }

    public void Configure(EntityTypeBuilder<Option> builder)
    {
        builder.ToTable("options");
        builder.Ignore(o => o.BallotId);
        builder.Property(o => o.Language).HasMaxLength(Initiative.LanguageMaxLength).HasDefaultValue(Initiative.DefaultLanguage);
        builder.Property(o => o.Title).HasMaxLength(Option.TitleMaxLength);
        builder.Property(o => o.Text).HasMaxLength(Option.TextMaxLength);
        builder.Property(o => o.Picture).HasMaxLength(Option.PictureMaxLength);
        builder.Property(o => o.DecisionText).HasMaxLength(Option.DecisionTextMaxLength);
        builder.HasIndex(o => new { o.QuestionId, o.Position }).IsUnique();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(o => o.InitiativeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CastBallot> builder)
    {
        builder.ToTable("ballots_cast");
        builder.HasKey(b => new { b.QuestionId, b.Tag });
        builder.Property(b => b.Choices).HasMaxLength(BallotAnswer.MaxLength);
        builder.HasOne<Question>().WithMany().HasForeignKey(b => b.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CountedBallot> builder)
    {
        builder.ToTable("ballots");
        builder.HasKey(b => new { b.QuestionId, b.Id });
        builder.Property(b => b.Choices).HasMaxLength(BallotAnswer.MaxLength);
        builder.HasOne<Question>().WithMany().HasForeignKey(b => b.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VoterMark> builder)
    {
        builder.ToTable("voter_marks");
        builder.HasKey(m => new { m.ConsultationId, m.ParticipantId });
        builder.HasIndex(m => m.ParticipantId);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(m => m.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Participant>().WithMany().HasForeignKey(m => m.ParticipantId);
    }

    public void Configure(EntityTypeBuilder<BallotReceipt> builder)
    {
        builder.ToTable("ballot_receipts");
        builder.HasKey(r => new { r.ConsultationId, r.Code });
        builder.HasOne<Consultation>().WithMany().HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OpenAnswer> builder)
    {
        builder.ToTable("open_answers");
        builder.IsShortText(OpenAnswer.TextMaxLength);
        builder.HasIndex(a => new { a.QuestionId, a.AuthorId }).IsUnique();
        builder.HasIndex(a => new { a.ConsultationId, a.Stage });
        builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaperBatch> builder)
    {
        builder.ToTable("paper_batches");
        builder.Property(b => b.Place).HasMaxLength(PaperBatch.PlaceMaxLength);
        builder.Ignore(b => b.Differing);
        builder.HasIndex(b => new { b.ConsultationId, b.Number }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(b => b.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(b => b.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(b => b.Answers).WithOne().HasForeignKey(a => a.BatchId);
    }

    public void Configure(EntityTypeBuilder<PaperAnswer> builder)
    {
        builder.ToTable("paper_answers");
        builder.HasKey(a => new { a.BatchId, a.Paper, a.QuestionId });
        builder.Property(a => a.First).HasMaxLength(BallotAnswer.MaxLength);
        builder.Property(a => a.Second).HasMaxLength(BallotAnswer.MaxLength);
        builder.Property(a => a.Agreed).HasMaxLength(BallotAnswer.MaxLength);
        builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}
