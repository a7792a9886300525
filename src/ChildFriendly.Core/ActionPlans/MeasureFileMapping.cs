using ChildFriendly.Core.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>Whatever becomes of a draft, its files go with it, and their bytes with them: the database itself sees to that.</summary>
internal sealed class MeasureFileMapping : IEntityTypeConfiguration<ReportDraft>, IEntityTypeConfiguration<MeasureFile>, IEntityTypeConfiguration<MeasureFileBytes>
{
    public void Configure(EntityTypeBuilder<ReportDraft> builder)
    {
        builder.ToTable("report_drafts");
        builder.HasIndex(d => d.MeasureId).IsUnique();
        builder.HasOne<Measure>().WithMany().HasForeignKey(d => d.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(d => d.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(d => d.Text).HasMaxLength(ProgressUpdate.TextMaxLength);
        builder.Property(d => d.Unit).HasMaxLength(Measure.OfficeMaxLength);
        builder.Property(d => d.Link).HasMaxLength(ProgressUpdate.LinkMaxLength);
        builder.HasMany(d => d.Files).WithOne().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(d => d.Files).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<MeasureFile> builder)
    {
        builder.ToTable("measure_files");
        builder.Property(f => f.Name).HasMaxLength(MeasureFile.NameMaxLength);
        builder.HasIndex(f => new { f.MeasureId, f.UpdatePosition });
        builder.HasOne<Measure>().WithMany().HasForeignKey(f => f.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Locality>().WithMany().HasForeignKey(f => f.LocalityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MeasureFileBytes> builder)
    {
        builder.ToTable("measure_file_bytes");
        builder.HasKey(b => b.FileId);
        builder.HasOne<MeasureFile>().WithOne(f => f.File).HasForeignKey<MeasureFileBytes>(b => b.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
