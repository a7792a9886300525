using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Pages.Shared;
using ChildFriendly.Web.Texts;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Audit.Desk;

/// <summary>What was done, by which role, where and when; never a child's words. Looking is itself recorded.</summary>
public sealed partial class ListModel(Wording texts) : SitePage
{
    private const int PageSize = 100;

    /// <summary>The families of texts that name a detail.</summary>
    private static readonly IReadOnlyList<string> Words = ["role", "band", "staff.checks.kind", "staff.consents.scope", "desk.moderation.decision", "stage.Decision", "stage.InitiativeStage", "stage.MeasureStage"];

    [BindProperty(SupportsGet = true, Name = "")]
    public FilterModel Filter { get; set; } = new();

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Locality> Localities { get; private set; } = [];

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Accounts { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<AuditCheck> Checks { get; private set; } = [];

    /// <summary>The name of a chain; null for what happened in no locality.</summary>
    public string? NameOf(Guid? chain) => Localities.FirstOrDefault(l => l.Id == chain)?.Name;

    /// <summary>A kind of change in words; one that the program no longer knows keeps its name.</summary>
    public string LabelOf(string what) => texts.Has($"desk.audit.change.{what}") ? texts[$"desk.audit.change.{what}"] : what;

    public string StagesOf(AuditEntry entry) => (entry.StageBefore, entry.StageAfter) switch
    {
        (_, null) => "–",
        ({ } before, { } after) when before != after => texts["staff.audit.moved", ("before", texts[$"stage.{before}"]), ("after", texts[$"stage.{after}"])],
        (_, { } after) => texts[$"stage.{after}"],
    };

    /// <summary>Ids by their last digits, like the subject; the table to take away has them whole.</summary>
    private static string Shorten(string details) => Id().Replace(details, "${end}");

    /// <summary>What a change carries, in words where there are any: roles, kinds, outcomes, age bands, reasons, places.</summary>
    public string DetailsOf(AuditEntry entry) => string.Join(" · ", JsonNode.Parse(entry.Details)!.AsObject().Select(p => InWords(p.Key, p.Value?.ToString() ?? "")).Where(w => w.Length > 0));

    private string InWords(string name, string value) =>
        name == nameof(Locality) + "Id" ? NameOf(Guid.TryParse(value, out var id) ? id : null) ?? ""
        : Words.Select(w => $"{w}.{value}").Append(value).FirstOrDefault(texts.Has) is { } key ? texts[key]
        : Shorten(value);

    /// <summary>What is in the address names places, kinds, roles and days there are.</summary>
    public bool IsUnderstood { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (IsUnderstood)
        {
            await RecordAsync(isExport: false);
        }

        Localities = await Db.Localities.AsNoTracking().OrderBy(l => l.Name).ToListAsync();
        Checks = await Db.AuditChecks.AsNoTracking().Where(c => c.Chain != AuditChain.OfSafeguarding).ToListAsync();
        var found = Found();
        Paging = Paging.Of(Filter.P, PageSize, await found.CountAsync(), Filter.Query);
        Entries = await found.OrderByDescending(a => a.Id).Skip(Paging.Skip).Take(PageSize).ToListAsync();
        Accounts = await Db.StaffAccounts.EmailsOfAsync(Entries.Select(e => e.StaffId).OfType<Guid>());
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await ReadAsync();
        if (!IsUnderstood)
        {
            return Redirect($"/staff/national/audit{Request.QueryString.Value!.Replace("handler=Csv", "", StringComparison.OrdinalIgnoreCase)}");
        }

        await RecordAsync(isExport: true);
        var slugs = await Db.Localities.ToDictionaryAsync(l => l.Id, l => l.Slug);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename={(IsDemonstration ? "example-" : "")}audit-{Today:yyyy-MM-dd}.csv";
        await using var csv = CsvWriter.Create(Response.Body, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        await WriteAsync(csv, "at", "locality", "role", "staff_id", "what", "subject_id", "stage_before", "stage_after", "details", "number", "hash");
        await foreach (var e in Found().OrderBy(a => a.Id).AsAsyncEnumerable())
        {
            await WriteAsync(
                csv, e.At.ToString("O", CultureInfo.InvariantCulture), e.LocalityId is { } id ? slugs.GetValueOrDefault(id) : null, e.Role?.ToString(), e.StaffId?.ToString(),
                e.What, e.SubjectId?.ToString(), e.StageBefore, e.StageAfter, e.Details, e.Number?.ToString(CultureInfo.InvariantCulture), e.Hash);
        }

        await csv.FlushAsync();
        return new EmptyResult();
    }

    private static ValueTask WriteAsync(CsvWriter csv, params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.EndRecordAsync();
    }

    private async Task ReadAsync()
    {
        // Concerns for children are not in it, not even as a kind to choose: whether there was one is for those responsible only.
        Kinds = await Db.Audit.Where(a => a.Chain != AuditChain.OfSafeguarding).Select(a => a.What).Distinct().OrderBy(w => w).ToListAsync();
        IsUnderstood = ModelState.IsValid && (string.IsNullOrEmpty(Filter.What) || Kinds.Contains(Filter.What, StringComparer.Ordinal))
            && (string.IsNullOrEmpty(Filter.Locality) || await Db.Localities.AnyAsync(l => l.Slug == Filter.Locality)) && !(Filter.From > Filter.To)
            && (Filter.Role is not { } role || Enum.IsDefined(role));
        ModelState.Clear();
    }

    private IQueryable<AuditEntry> Found()
    {
        var found = Db.Audit.AsNoTracking().Where(a => IsUnderstood && a.Chain != AuditChain.OfSafeguarding);
        if (Filter.Locality is { Length: > 0 } slug)
        {
            found = found.Where(a => Db.Localities.Any(l => l.Slug == slug && l.Id == a.LocalityId));
        }

        if (Filter.What is { Length: > 0 } what)
        {
            found = found.Where(a => a.What == what);
        }

        if (Filter.Role is { } role)
        {
            found = found.Where(a => a.Role == role);
        }

        if (Filter.From is { } from)
        {
            var begin = RomanianTime.FromLocal(from.ToDateTime(TimeOnly.MinValue));
            found = found.Where(a => a.At >= begin);
        }

        if (Filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = RomanianTime.FromLocal(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
            found = found.Where(a => a.At < end);
        }

        return found;
    }

    private async Task RecordAsync(bool isExport)
    {
        var reader = await Db.StaffAccounts.SingleAsync(s => s.Id == Staff!.Id);
        reader.ReadAudit(isExport, As(Role.Auditor), Now);
        await Db.SaveChangesAsync();
    }

    [GeneratedRegex(@"[0-9a-f-]{28}(?<end>[0-9a-f]{8})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    public sealed class FilterModel
    {
        public string? Locality { get; set; }

        public string? What { get; set; }

        public Role? Role { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public int? P { get; set; }

        /// <summary>What was chosen, as a part of an address.</summary>
        internal string Query => string.Join('&', new (string Name, string? Value)[]
            {
                ("locality", Locality), ("what", What), ("role", Role?.ToString()),
                ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("to", To?.ToString("O", CultureInfo.InvariantCulture)),
            }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}
