using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public static class MeasureFileRules
{
    public const int MostPhotos = 4;
    public const int MostDocuments = 4;
    public const int MostDocumentBytes = 10 * 1024 * 1024;

    /// <summary>A header may have a few bytes before it, and a line or two behind the end (ISO 32000-1, annex H).</summary>
    private const int EndWithin = 1024;

    public static readonly Refusal TooManyPhotos = new("plan.progress.too-many-photos", MostPhotos);
    public static readonly Refusal TooManyDocuments = new("plan.progress.too-many-documents", MostDocuments);
    public static readonly Refusal NoDocument = new("plan.progress.no-document");
    public static readonly Refusal DocumentTooLarge = new("plan.progress.document-too-large");
    public static readonly Refusal NotAPdf = new("plan.progress.not-a-pdf");
    public static readonly Refusal NotConfirmed = new("plan.progress.not-confirmed");
    public static readonly Refusal ShowsSomebody = new("plan.progress.shows-somebody");

    public static Refusal? RefuseToAdd(ReportDraft draft, MeasureFileKind kind) => kind switch
    {
        MeasureFileKind.Photo when draft.Files.Count(f => f.Kind == kind) >= MostPhotos => TooManyPhotos,
        MeasureFileKind.Document when draft.Files.Count(f => f.Kind == kind) >= MostDocuments => TooManyDocuments,
        _ => null,
    };

    /// <summary>Both questions are answered, and nobody can be recognised. Number plates and signs name people too.</summary>
    public static Refusal? RefuseToShow(bool? faces, bool? names) => (faces, names) switch
    {
        (null, _) or (_, null) => NotConfirmed,
        (true, _) or (_, true) => ShowsSomebody,
        _ => null,
    };

    /// <summary>Known by its content, never by its name. It is handed on as a download and opened nowhere here.</summary>
    public static Refusal? RefuseDocument(ReadOnlySpan<byte> file) => file.Length switch
    {
        0 => NoDocument,
        > MostDocumentBytes => DocumentTooLarge,
        _ when !file.StartsWith("%PDF-"u8) || file[Math.Max(0, file.Length - EndWithin)..].IndexOf("%%EOF"u8) < 0 => NotAPdf,
        _ => null,
    };
}
