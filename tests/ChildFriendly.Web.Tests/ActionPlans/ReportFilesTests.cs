using System.Net;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>A report as a draft, with photos and documents, until everybody sees them.</summary>
public sealed class ReportFilesTests
{
    private const string Report = "/staff/bacau/plan/1/progress";

    private static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");

    [Fact]
    public async Task A_draft_is_nobodys_news_until_it_is_published_with_its_photo_and_document()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        var photos = await (await Draft(staff)).PressAsync("desk.plan.progress.photos");
        Assert.Equal($"{Report}/photos", photos.Path);

        var added = await photos.Fill("Input.Name", "Băncile vopsite <b>").Choose("Input.Faces", "false").Choose("Input.Names", "false").UploadAsync("Sent", "IMG_2044.jpg", MediaSamples.Jpeg, "desk.plan.progress.photo.add");
        added.ShouldShow("told.measure-file-added");
        var documents = await (await staff.OpenAsync(Report)).PressAsync("desk.plan.progress.documents");
        (await documents.Fill("Input.Name", "Proces-verbal").Choose("Input.Names", "false").UploadAsync("Sent", "a.pdf", Pdf, "desk.plan.progress.document.add")).ShouldShow("told.measure-file-added");

        var photo = await site.InDataAsync(db => db.MeasureFiles.SingleAsync(f => f.Kind == MeasureFileKind.Photo));
        Assert.Equal((MediaSamples.Width, MediaSamples.Height), (photo.Width, photo.Height));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"/ro/bacau/plan/files/{photo.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.FetchAsync($"/staff/bacau/plan/1/files/{photo.Id}")).StatusCode);
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShow("plan.no-progress");
        (await staff.OpenAsync("/staff/bacau/plan/1")).ShouldShow("desk.plan.progress.drafted");

        var form = await staff.OpenAsync(Report);
        Assert.Equal("Am vopsit băncile.", form.ValueOf("Input.Text"));
        (await form.ShouldShowText("Proces-verbal").PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");

        var page = await site.Guest().OpenAsync("/ro/bacau/plan/measures/1");
        var shown = page.ShouldShowText("Am vopsit băncile.").Document.QuerySelector("main img")!;
        Assert.Equal(("Băncile vopsite <b>", "24", "16"), (shown.GetAttribute("alt"), shown.GetAttribute("width"), shown.GetAttribute("height")));
        var picture = await site.Guest().FetchAsync(shown.GetAttribute("src")!);
        Assert.Equal(("image/jpeg", "nosniff"), (picture.Content.Headers.ContentType!.MediaType, string.Join("", picture.Headers.GetValues("X-Content-Type-Options"))));
        var document = await site.Guest().FetchAsync(page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Proces-verbal").GetAttribute("href")!);
        Assert.Equal(("application/pdf", "attachment"), (document.Content.Headers.ContentType!.MediaType, document.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Pdf, await document.Content.ReadAsByteArrayAsync());
        Assert.Equal(0, await site.CountAsync<ReportDraft>());
    }

    [Fact]
    public async Task Where_somebody_can_be_recognised_or_nobody_says_nothing_is_taken()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        await (await Draft(staff)).PressAsync("desk.plan.progress.keep");

        foreach (var (faces, names, name, file, key) in new (string?, string?, string, byte[], string)[]
        {
            (null, "false", "Bănci", MediaSamples.Jpeg, "plan.progress.not-confirmed"), ("true", "false", "Bănci", MediaSamples.Jpeg, "plan.progress.shows-somebody"),
            ("false", "true", "Bănci", MediaSamples.Jpeg, "plan.progress.shows-somebody"), ("false", "false", "", MediaSamples.Jpeg, "desk.plan.progress.photo.name.required"),
            ("false", "false", "Bănci", MediaSamples.Gif, "media.picture.unknown"), ("false", "false", "Bănci", Pdf, "media.picture.unknown"),
        })
        {
            var page = (await staff.OpenAsync($"{Report}/photos")).Fill("Input.Name", name);
            page = faces is null ? page : page.Choose("Input.Faces", faces);
            page = names is null ? page : page.Choose("Input.Names", names);
            (await page.UploadAsync("Sent", "a.jpg", file, "desk.plan.progress.photo.add")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow(key);
        }

        foreach (var (file, names, key) in new[]
        {
            (MediaSamples.Jpeg, "false", "plan.progress.not-a-pdf"), (Pdf[..20], "false", "plan.progress.not-a-pdf"), ([], "false", "plan.progress.no-document"),
            (new byte[MeasureFileRules.MostDocumentBytes + 1], "false", "plan.progress.document-too-large"), (Pdf, "true", "plan.progress.shows-somebody"),
        })
        {
            var page = (await staff.OpenAsync($"{Report}/documents")).Fill("Input.Name", "Act").Choose("Input.Names", names);
            (await page.UploadAsync("Sent", "a.pdf", file, "desk.plan.progress.document.add")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow(key);
        }

        Assert.Equal(0, await site.CountAsync<MeasureFile>());
    }

    [Fact]
    public async Task Four_photos_are_enough_one_is_taken_away_and_what_is_published_can_be_taken_away_too()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        await (await Draft(staff)).PressAsync("desk.plan.progress.keep");
        var open = await staff.OpenAsync($"{Report}/photos");
        for (var i = 1; i <= MeasureFileRules.MostPhotos; i++)
        {
            await Photo(await staff.OpenAsync($"{Report}/photos"), $"Poza {i}");
        }

        (await Photo(open, "Poza 5")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText("Cel mult 4 fotografii");
        await RemoveFirst(await staff.OpenAsync($"{Report}/photos"));
        Assert.Equal((3, 3), (await site.CountAsync<MeasureFile>(), await site.CountAsync<MeasureFileBytes>()));
        await (await staff.OpenAsync(Report)).PressAsync("desk.plan.progress.publish");

        (await RemoveFirst(await staff.OpenAsync("/staff/bacau/plan/1"))).ShouldShow("told.measure-file-removed");

        Assert.Equal((2, 2), (await site.CountAsync<MeasureFile>(), await site.CountAsync<MeasureFileBytes>()));
        Assert.Equal(2, (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).Document.QuerySelectorAll("main img").Length);
        Assert.Equal([Role.CouncilStaff, Role.CouncilStaff], await site.InDataAsync(db => db.Audit.Where(a => a.What == nameof(MeasureFileTakenAway)).Select(a => a.Role).ToListAsync()));
    }

    [Fact]
    public async Task A_draft_may_be_unfinished_and_goes_with_its_files_when_nobody_touches_it()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        await (await staff.OpenAsync(Report)).Fill("Input.Text", "Am început").PressAsync("desk.plan.progress.keep");
        await Photo(await staff.OpenAsync($"{Report}/photos"), "Poza");

        site.Clock.Move(TimeSpan.FromDays(91));
        await site.RunJobAsync<ApplyRetention>();

        Assert.Equal((0, 0, 0), (await site.CountAsync<ReportDraft>(), await site.CountAsync<MeasureFile>(), await site.CountAsync<MeasureFileBytes>()));
    }

    private static Task<Page> RemoveFirst(Page page) => page.SubmitAsync(page.Document.QuerySelectorAll("main button").First(b => b.TextContent.StartsWith("Șterge", StringComparison.Ordinal)));

    private static Task<Page> Photo(Page page, string name) =>
        page.Fill("Input.Name", name).Choose("Input.Faces", "false").Choose("Input.Names", "false").UploadAsync("Sent", "a.jpg", MediaSamples.Jpeg, "desk.plan.progress.photo.add");

    private static async Task<Page> Draft(Guest staff) => (await staff.OpenAsync(Report)).Choose("Input.Stage", "OnTrack").Fill("Input.Text", "Am vopsit băncile.");
}
