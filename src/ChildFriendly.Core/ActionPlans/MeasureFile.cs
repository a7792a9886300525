using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum MeasureFileKind
{
    Photo,
    Document,
}

/// <summary>A photo or a document that the town hall shows with a report. Its bytes are a row of their own, which lists never read.</summary>
public sealed class MeasureFile : Entity, ILocal
{
    public const int NameMaxLength = 200;

    private MeasureFile()
    {
        // It is a part of its address, which nobody should guess while it is a draft.
        Id = RandomId.New();
    }

    public Guid LocalityId { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>The draft it belongs to; null once its report is published.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>The report it belongs to; null while that is a draft.</summary>
    public int? UpdatePosition { get; private set; }

    public MeasureFileKind Kind { get; private init; }

    /// <summary>Of a photo.</summary>
    public PictureType? Type { get; private init; }

    public int Width { get; private init; }

    public int Height { get; private init; }

    public int Length { get; private init; }

    /// <summary>What is to be seen, for whoever does not see it; or what the document is called.</summary>
    public string Name { get; private init; } = "";

    public DateTime AddedAt { get; private init; }

    /// <summary>Null where it was not read along.</summary>
    public MeasureFileBytes? File { get; private init; }

    /// <param name="name">The alternative text.</param>
    public static MeasureFile Photo(ReportDraft draft, CleanPicture clean, string name, DateTime now) =>
        Of(draft, MeasureFileKind.Photo, clean.Bytes, name, now, clean);

    public static MeasureFile Document(ReportDraft draft, byte[] bytes, string name, DateTime now) => Of(draft, MeasureFileKind.Document, bytes, name, now, clean: null);

    /// <summary>It leaves every page: somebody could be recognised, or it was the wrong one.</summary>
    public void TakeAway(Actor by, DateTime now) => Record(new MeasureFileTakenAway(by, now, Kind));

    internal override Guid? SubjectOf(Change change) => MeasureId;

    internal void Publish(int position) => (DraftId, UpdatePosition) = (null, position);

    private static MeasureFile Of(ReportDraft draft, MeasureFileKind kind, byte[] bytes, string name, DateTime now, CleanPicture? clean)
    {
        var id = RandomId.New();
        return new()
        {
            Id = id,
            LocalityId = draft.LocalityId,
            MeasureId = draft.MeasureId,
            DraftId = draft.Id,
            Kind = kind,
            Type = clean?.Type,
            Width = clean?.Width ?? 0,
            Height = clean?.Height ?? 0,
            Length = bytes.Length,
            Name = name,
            AddedAt = now,
            File = MeasureFileBytes.Of(id, bytes),
        };
    }
}

/// <summary>The file itself.</summary>
public sealed class MeasureFileBytes
{
    public Guid FileId { get; private init; }

    public byte[] Bytes { get; private init; } = [];

    internal static MeasureFileBytes Of(Guid fileId, byte[] bytes) => new() { FileId = fileId, Bytes = bytes };
}
