using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

/// <summary>A picture and a voice on their way from a child to everybody, and who may open what in between.</summary>
public sealed class MediaTests
{
    private const string PicturePage = "/ro/bacau/initiatives/new/picture";
    private const string VoicePage = "/ro/bacau/initiatives/new/voice";

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "poza.jpg", [.. "PK\x03\x04"u8, .. new byte[2000]], "media.picture.unknown" },
        { "poza.jpg", MediaSamples.Gif, "media.picture.unknown" },
        { "poza.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "media.picture.unknown" },
        { "poza.jpg", MediaSamples.Jpeg[..200], "media.picture.damaged" },
        { "poza.png", MediaSamples.PngOf(("IHDR", MediaSamples.PngHead(50_000, 50_000)), ("IDAT", [1]), ("IEND", [])), "media.picture.too-many-pixels" },
        { "poza.jpg", [], "media.picture.none" },
        { "poza.webp", MediaSamples.MovingWebp, "media.picture.moving" },
        { "poza.jpg", new byte[MediaFiles.MostBytes + 1], "media.picture.too-large" },
        { "poza.jpg", new byte[12 * 1024 * 1024], "media.picture.too-large" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_taken_is_refused_in_plain_words_and_nothing_is_lost(string name, byte[] file, string key)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var draft = await site.Given.DraftAsync(child);
        var page = await (await site.Given.SignedInAsync(child)).OpenAsync(PicturePage);
        await page.UploadAsync("Sent", "eu.jpg", MediaSamples.Jpeg, "form.next");

        (await page.UploadAsync("Sent", name, file, "form.next")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow(key);

        var kept = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal((draft.Title, draft.Text, draft.Place), (kept.Title, kept.Text, kept.Place));
        Assert.Equal(MediaSamples.Width, kept.Picture!.Width);
        Assert.Equal(1, await site.CountAsync<PictureBytes>());
    }

    [Fact]
    public async Task A_body_without_end_is_not_read()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var page = await (await site.Given.SignedInAsync(child)).OpenAsync(PicturePage);

        (await page.UploadAsync("Sent", "film.jpg", new byte[33 * 1024 * 1024], "form.next")).ShouldHaveStatus(HttpStatusCode.RequestEntityTooLarge).ShouldShow("problem.413.text");
    }

    [Fact]
    public async Task A_picture_goes_with_the_form_without_script_and_without_its_notes()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var photo = MediaSamples.JpegWith(MediaSamples.Jpeg, (0xE1, [.. "Exif\0\0"u8, .. MediaSamples.Notes(6)]));

        var check = await (await guest.OpenAsync(PicturePage)).UploadAsync("Sent", "IMG_2041.HEIC", photo, "form.next");

        Assert.Equal("/ro/bacau/initiatives/new/check", check.Path);
        var shown = check.Document.QuerySelector("dd img")!;
        Assert.Equal(("16", "24"), (shown.GetAttribute("width"), shown.GetAttribute("height")));
        var file = await guest.FetchAsync(shown.GetAttribute("src")!);
        Assert.Equal(("image/jpeg", "no-store"), (file.Content.Headers.ContentType!.ToString(), file.Headers.CacheControl!.ToString()));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().IndexOf("SECRET"u8) < 0 && bytes.AsSpan().IndexOf("IMG_2041"u8) < 0);

        // Another takes its place; taken out, nothing is left of it.
        await (await guest.OpenAsync(PicturePage)).UploadAsync("Sent", "a.png", MediaSamples.Png(), "form.next");
        Assert.Equal((1, 1), (await site.CountAsync<InitiativePicture>(), await site.CountAsync<PictureBytes>()));
        (await (await guest.OpenAsync(PicturePage)).PressAsync("media.picture.remove")).ShouldShow("told.picture-removed");
        Assert.Equal((0, 0), (await site.CountAsync<InitiativePicture>(), await site.CountAsync<PictureBytes>()));
    }

    [Fact]
    public async Task Nobody_but_its_child_sees_a_picture_before_it_is_published_and_then_everybody_does()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg);
        var file = $"/ro/bacau/pictures/{idea.Picture!.Id}";
        var author = await site.Given.SignedInAsync(child);
        var stranger = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var elsewhere = await site.Given.SignedInAsync(Role.Moderator, "brasov");
        var official = await site.Given.SignedInAsync(Role.CouncilStaff);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var desk = $"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}/picture";

        Assert.Equal(HttpStatusCode.OK, (await author.FetchAsync(file)).StatusCode);
        foreach (var (who, path) in new[] { (site.Guest(), file), (stranger, file), (moderator, file), (author, file.Replace("bacau", "brasov", StringComparison.Ordinal)) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.FetchAsync(path)).StatusCode);
        }

        foreach (var who in new[] { elsewhere, official })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await who.FetchAsync(desk)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await who.FetchAsync($"{desk}?handler=File")).StatusCode);
        }

        var seen = await moderator.FetchAsync($"{desk}?handler=File");
        Assert.Equal(("image/jpeg", "no-store"), (seen.Content.Headers.ContentType!.ToString(), seen.Headers.CacheControl!.ToString()));
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(PictureSeen) && a.SubjectId == idea.Id)));

        // The idea waits for its picture.
        var item = await moderator.OpenAsync($"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}");
        (await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldRefuse(MediaRules.PictureNotLookedAt);
        var page = await item.FollowAsync("desk.media.picture.link");
        Assert.Equal(Given.HostileTitle, page.ValueOf("Input.AlternativeText"));
        (await page.PressAsync("desk.media.picture.approve")).ShouldRefuse(MediaRules.CheckMissing);
        var answered = page.Choose("Input.Faces", "true").Choose("Input.Names", "false").Choose("Input.HouseNumbers", "false");
        (await answered.PressAsync("desk.media.picture.approve")).ShouldRefuse(MediaRules.ShowsSomebody);
        (await page.Choose("Input.Faces", "false").Fill("Input.AlternativeText", " ").PressAsync("desk.media.picture.approve")).ShouldRefuse(MediaRules.AlternativeTextMissing);
        item = (await page.Fill("Input.AlternativeText", "Un leagăn <nou> sub copaci").PressAsync("desk.media.picture.approve")).ShouldShow("told.picture-approved");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync(file)).StatusCode);
        (await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");

        var shown = (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Document.QuerySelector(".shown-picture")!;
        Assert.Equal(("Un leagăn <nou> sub copaci", "24", "16", "lazy"), (shown.GetAttribute("alt"), shown.GetAttribute("width"), shown.GetAttribute("height"), shown.GetAttribute("loading")));
        var served = await site.Guest().FetchAsync(shown.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Equal("image/jpeg", served.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", served.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(served.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(served.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("public, max-age=300", served.Headers.CacheControl!.ToString());
        (await site.Guest().OpenAsync("/ro/bacau/initiatives")).ShouldShowText("Leagăn");
        Assert.Null((await site.Guest().OpenAsync("/ro/bacau/initiatives")).Document.QuerySelector("main img"));

        // Hidden, and it is its child's again.
        await ChangeAsync(site, idea, i => i.Hide("Verificăm.", Given.Moderator, site.Clock.Now));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync(file)).StatusCode);
    }

    [Fact]
    public async Task What_is_left_out_of_the_words_is_left_out_of_what_was_said_aloud_too()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg, MediaSamples.Wav());
        await ChangeAsync(site, idea, i =>
        {
            i.LeavePictureOut(MediaReason.NotClear, Given.Moderator, site.Clock.Now);
            i.Voice!.WriteDown("Vreau leagăn. Sună la 0722 123 456 sau la vecinul meu.", Given.Moderator, site.Clock.Now);
        });
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await desk.OpenAsync($"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}");
        Assert.Contains(item.Document.QuerySelectorAll("mark"), m => m.FirstChild!.TextContent == "0722 123 456");
        Assert.DoesNotContain(item.Document.QuerySelectorAll("[name='Input.About']"), o => o.GetAttribute("value") == "Voice");

        await item.Choose("Input.Decision", "PublishedWithRedaction").Fill("Input.AlsoLeave", "vecinul").PressAsync("desk.moderation.decide");

        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldNotShowText("0722 123 456").ShouldShowText("Vreau leagăn. Sună la […] sau la […] meu.");
        var mine = await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{idea.Number}");
        Assert.Equal(["0722 123 456", "vecinul"], mine.Document.QuerySelectorAll("del").Select(d => d.FirstChild!.TextContent));

        // Somebody else agrees with the child, long after the voice was decided on.
        await (await mine.FollowAsync("moderation.left-out.link")).PressAsync("moderation.appeal.do");
        var objection = await site.InDataAsync(db => db.Redactions.Select(r => r.Id).SingleAsync());
        var colleague = await site.Given.SignedInAsync(Role.Moderator);
        await (await colleague.OpenAsync($"/staff/bacau/moderation/left-out/{objection}")).PressAsync("desk.moderation.left-out.restore");
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldShowText("0722 123 456");
    }

    [Fact]
    public async Task What_was_said_aloud_stays_out_of_what_the_child_writes_anew()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg, MediaSamples.Wav());
        await ChangeAsync(site, idea, i => i.Voice!.WriteDown("Sună la 0722 123 456.", Given.Moderator, site.Clock.Now));
        var item = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}");

        await item.Choose("Input.Decision", "SentBack").Fill("Input.Question", "Unde?").PressAsync("desk.moderation.decide");

        Assert.DoesNotContain(WordsField.Voice, (await site.InDataAsync(db => db.Initiatives.SingleAsync(i => i.Id == idea.Id))).Timeline[^1].EarlierWords!.Keys);
        var check = await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/new/check?of={idea.Number}");
        check.ShouldHaveStatus(HttpStatusCode.OK).ShouldNotShowText("0722 123 456");
    }

    [Fact]
    public async Task What_readers_report_as_dangerous_hides_the_picture_too_and_the_moderator_sees_all_that_is_reported()
    {
        await using var site = await Site.StartAsync();
        var idea = await SubmittedAsync(site, await site.Given.ChildAsync(), MediaSamples.Jpeg, MediaSamples.Wav());
        await ChangeAsync(site, idea, i =>
        {
            i.ApprovePicture(new PictureCheck(false, false, false), "Un leagăn", Given.Moderator, site.Clock.Now);
            i.Voice!.WriteDown("Sunați-mă diseară.", Given.Moderator, site.Clock.Now);
            i.Publish(Given.Moderator, site.Clock.Now);
        });
        var file = $"/ro/bacau/pictures/{idea.Picture!.Id}";
        Assert.Equal(HttpStatusCode.OK, (await site.Guest().FetchAsync(file)).StatusCode);

        var report = await (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).FollowAsync("moderation.report.link");
        await report.Choose("Input.Reason", "SomebodysData").PressAsync("moderation.report.do");

        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync(file)).StatusCode);
        var id = await site.InDataAsync(db => db.Reports.Select(r => r.Id).SingleAsync());
        var desk = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/reports/{id}");
        desk.ShouldShowText("Sunați-mă diseară.").ShouldShowText(idea.Place).ShouldShow("desk.media.picture.link");
    }

    [Fact]
    public async Task Those_responsible_see_the_picture_and_hear_the_voice_of_a_concern_and_moderators_do_not_any_more()
    {
        await using var site = await Site.StartAsync();
        var (lead, _) = await site.Given.SafeguardingAsync();
        var idea = await SubmittedAsync(site, await site.Given.ChildAsync(), MediaSamples.Jpeg, MediaSamples.Wav());
        await ChangeAsync(site, idea, i => i.Voice!.WriteDown("Mi-e frică acasă.", Given.Moderator, site.Clock.Now));
        var waiting = $"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}";
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        await (await moderator.OpenAsync($"{waiting}/concern")).PressAsync("desk.moderation.concern.do");

        foreach (var path in new[] { "/picture", "/picture?handler=File", "/voice", "/voice?handler=Sound" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await moderator.FetchAsync(waiting + path)).StatusCode);
        }

        var responsible = await site.Guest().SignInAsync(lead);
        var item = $"/staff/bacau/safeguarding/{await site.InDataAsync(db => db.SafeguardingCases.Select(c => c.Id).SingleAsync())}";
        (await responsible.OpenAsync(item)).ShouldShowText("Mi-e frică acasă.").ShouldShow("desk.safeguarding.voice");
        Assert.Equal("image/jpeg", (await responsible.FetchAsync($"{item}?handler=Picture")).Content.Headers.ContentType!.ToString());
        Assert.Equal("audio/wav", (await responsible.FetchAsync($"{item}?handler=Voice")).Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.FetchAsync($"{item}?handler=Picture")).StatusCode);
    }

    [Fact]
    public async Task A_moderator_covers_parts_of_it_and_what_came_is_not_kept()
    {
        await using var site = await Site.StartAsync();
        var idea = await SubmittedAsync(site, await site.Given.ChildAsync(), MediaSamples.Jpeg);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var page = await moderator.OpenAsync($"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}/picture");
        foreach (var question in new[] { "Faces", "Names", "HouseNumbers" })
        {
            page.Choose($"Input.{question}", "false");
        }

        page.Fill("Input.AlternativeText", "Un leagăn");
        var refused = await page.UploadAsync("Sent", "picture.jpg", [1, 2, 3], "desk.media.picture.approve");
        Assert.Equal("Un leagăn", refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("media.picture.unknown").ValueOf("Input.AlternativeText"));
        (await page.UploadAsync("Sent", "picture.jpg", MediaSamples.Png(30, 20), "desk.media.picture.approve")).ShouldShow("told.picture-approved");

        var picture = await site.InDataAsync(db => db.InitiativePictures.Include(p => p.File).SingleAsync());
        Assert.Equal((PictureType.Png, 30, 20, MediaStage.Approved), (picture.Type, picture.Width, picture.Height, picture.Stage));
        Assert.True(picture.File!.Bytes.AsSpan().SequenceEqual(MediaSamples.Png(30, 20)));
        await site.ShouldHaveAuditedAsync<PictureCovered>(idea.Id, Role.Moderator);
        await site.ShouldHaveAuditedAsync<PictureApproved>(idea.Id, Role.Moderator);
    }

    [Fact]
    public async Task An_idea_goes_on_without_its_picture_and_the_child_reads_why()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg);
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var page = await moderator.OpenAsync($"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}/picture");

        (await page.PressAsync("desk.media.picture.leave-out")).ShouldRefuse(MediaRules.ReasonMissing);
        var item = (await page.Choose("Input.Reason", nameof(MediaReason.ShowsFaces)).PressAsync("desk.media.picture.leave-out")).ShouldShow("told.picture-left-out");
        await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");

        Assert.Null((await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Document.QuerySelector(".shown-picture"));
        (await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldShow("media.reason.ShowsFaces");
        site.Clock.Move(TimeSpan.FromDays(MediaRules.DaysAfterDecision - 1));
        await ApplyRetentionAsync(site);
        Assert.Equal(1, await site.CountAsync<PictureBytes>());
        site.Clock.Move(TimeSpan.FromDays(2));
        await ApplyRetentionAsync(site);
        Assert.Equal((0, 0), (await site.CountAsync<InitiativePicture>(), await site.CountAsync<PictureBytes>()));
    }

    [Fact]
    public async Task A_voice_is_heard_by_a_moderator_only_and_what_they_write_is_published()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        var page = await guest.OpenAsync(VoicePage);

        (await page.UploadAsync("Sent", "eu.mp3", [.. "ID3\x04"u8, .. new byte[400]], "form.next")).ShouldRefuse(MediaFiles.OtherSound);
        (await page.UploadAsync("Sent", "eu.wav", MediaSamples.Wav(1, perSecond: 44_100), "form.next")).ShouldRefuse(MediaFiles.OtherSound);
        (await page.UploadAsync("Sent", "eu.wav", MediaSamples.Wav(91), "form.next")).ShouldRefuse(MediaFiles.SoundTooLong);
        (await page.UploadAsync("Sent", "eu.wav", MediaSamples.Wav(300), "form.next")).ShouldRefuse(MediaFiles.SoundTooLong);
        var check = await page.UploadAsync("Sent", "eu.wav", MediaSamples.Wav(90), "form.next");
        check.ShouldShowText(site.Texts().Count("media.voice.length", 90));
        await check.PressAsync("initiatives.new.send");

        var idea = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        var sound = $"/ro/bacau/voices/{idea.Voice!.Id}";
        var own = await guest.FetchAsync(sound);
        Assert.Equal(("audio/wav", "no-store", 2_880_044L), (own.Content.Headers.ContentType!.ToString(), own.Headers.CacheControl!.ToString(), own.Content.Headers.ContentLength));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Given.SignedInAsync(await site.Given.ChildAsync())).FetchAsync(sound)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Guest().FetchAsync(sound)).StatusCode);

        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var desk = $"/staff/bacau/moderation/{await CaseOfAsync(site, idea)}";
        (await (await moderator.OpenAsync(desk)).Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldRefuse(MediaRules.VoiceNotHeard);
        Assert.Equal(HttpStatusCode.OK, (await moderator.FetchAsync($"{desk}/voice?handler=Sound")).StatusCode);
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(VoiceHeard) && a.SubjectId == idea.Id)));
        var writing = await moderator.OpenAsync($"{desk}/voice");
        (await writing.PressAsync("desk.media.voice.approve")).ShouldRefuse(MediaRules.TranscriptMissing);
        var item = await writing.Fill("Input.Transcript", "Vreau un <leagăn>.").PressAsync("desk.media.voice.approve");
        item.ShouldShow("told.voice-written-down");
        Assert.Null((await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Document.QuerySelector("blockquote"));
        await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");

        var shown = (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldShow("media.voice.said").ShouldShowText("Vreau un <leagăn>.");
        Assert.Null(shown.Document.QuerySelector("audio"));
        site.Clock.Move(TimeSpan.FromDays(MediaRules.DaysAfterDecision + 1));
        await ApplyRetentionAsync(site);
        Assert.Equal(0, await site.CountAsync<VoiceSound>());
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldShowText("Vreau un <leagăn>.");
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Given.SignedInAsync(Role.Moderator)).FetchAsync($"{desk}/voice?handler=Sound")).StatusCode);
        await site.ShouldHaveAuditedAsync<VoiceErased>(idea.Id, byRole: null);
    }

    [Fact]
    public async Task Pictures_and_voices_go_with_their_idea_whatever_ends_it()
    {
        await using var site = await Site.StartAsync();
        var by = Given.Moderator;
        var child = await site.Given.ChildAsync();
        var now = site.Clock.Now;

        await EndsAsync(i => i.Withdraw(now));
        await EndsAsync(i =>
        {
            i.DoNotPublish("moderation.reason.NotClear", "Nu.", by, now);
            i.Forget(by, now);
        });
        await EndsAsync(i =>
        {
            i.LeavePictureOut(MediaReason.NotClear, by, now);
            i.Voice!.LeaveOut(MediaReason.NotClear, by, now);
            i.Publish(by, now);
            i.Remove(by, now);
        });

        await SubmittedAsync(site, child, MediaSamples.Jpeg, MediaSamples.Wav());
        var leaving = await site.Given.DraftAsync(child);
        await ChangeAsync(site, leaving, i => AddTo(i, MediaSamples.Jpeg, MediaSamples.Wav(), now));
        await site.InDataAsync(db => db.EndAsync(child.Participant.Id, keepsIdeas: false, Actor.Child, now));
        await ShouldBeGoneAsync();

        async Task EndsAsync(Action<Initiative> end)
        {
            var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg, MediaSamples.Wav());
            Assert.Equal((1, 1), (await site.CountAsync<PictureBytes>(), await site.CountAsync<VoiceSound>()));
            await ChangeAsync(site, idea, end);
            await ShouldBeGoneAsync();
        }

        async Task ShouldBeGoneAsync() => Assert.Equal(
            (0, 0, 0, 0),
            (await site.CountAsync<InitiativePicture>(), await site.CountAsync<PictureBytes>(), await site.CountAsync<VoiceMessage>(), await site.CountAsync<VoiceSound>()));
    }

    [Fact]
    public async Task Another_look_is_another_look_at_the_picture_too()
    {
        await using var site = await Site.StartAsync();
        var idea = await SubmittedAsync(site, await site.Given.ChildAsync(), MediaSamples.Jpeg, MediaSamples.Wav());
        var now = site.Clock.Now;
        await ChangeAsync(site, idea, i =>
        {
            i.ApprovePicture(new PictureCheck(false, false, false), "Un leagăn", Given.Moderator, now);
            i.Voice!.WriteDown("Un leagăn.", Given.Moderator, now);
            i.DoNotPublish("moderation.reason.NotClear", "Nu.", Given.Moderator, now);
            i.Appeal(now);
        });

        var again = await site.InDataAsync(db => db.Initiatives.SingleAsync());

        Assert.Equal((MediaStage.Waiting, MediaStage.Waiting, null), (again.Picture!.Stage, again.Voice!.Stage, again.Voice.EraseOn));
    }

    [Fact]
    public async Task A_child_finds_picture_and_voice_among_their_data()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await SubmittedAsync(site, child, MediaSamples.Jpeg, MediaSamples.Wav());

        var page = await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/me/data");

        page.ShouldShow("media.picture.see").ShouldShowText(site.Texts().Count("media.voice.length", 1));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/ro/bacau/pictures/{idea.Picture!.Id}']"));
    }

    [Fact]
    public async Task Somebody_without_a_card_cannot_leave_a_file_behind()
    {
        await using var site = await Site.StartAsync();
        var guest = site.Guest();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MediaSamples.Jpeg), "Sent", "poza.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, PicturePage) { Content = form };

        var page = await guest.SendAsync(request);

        Assert.Equal("/ro/card", page.Path);
        Assert.Equal(0, await site.CountAsync<InitiativePicture>());
    }

    [Fact]
    public async Task A_form_that_ends_in_the_middle_is_no_defect_of_ours()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        await site.Given.DraftAsync(child);
        var guest = await site.Given.SignedInAsync(child);
        using var cut = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"Sent\"; filename=\"a.jpg\"\r\n\r\nabc"));
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var request = new HttpRequestMessage(HttpMethod.Post, PicturePage) { Content = cut };

        (await guest.SendAsync(request)).ShouldHaveStatus(HttpStatusCode.BadRequest).ShouldShow("problem.400.title");
    }

    private static Task<Initiative> SubmittedAsync(Site site, ChildWithCard child, byte[] picture, byte[]? voice = null) => site.InScopeAsync(async services =>
    {
        var draft = await site.Given.DraftAsync(child);
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var idea = await db.Initiatives.SingleAsync(i => i.Id == draft.Id);
        AddTo(idea, picture, voice, site.Clock.Now);
        await db.SubmitAsync(idea, services.GetRequiredService<Concerns>(), site.Clock.Now);
        return idea;
    });

    private static void AddTo(Initiative idea, byte[] picture, byte[]? voice, DateTime now)
    {
        Assert.Null(MediaFiles.RefuseToTakePicture(picture, out var clean));
        idea.Show(clean!, now);
        if (voice is not null)
        {
            Assert.Null(MediaFiles.RefuseToTakeSound(voice, out var sound));
            idea.Say(sound!, now);
        }
    }

    private static Task<Guid> CaseOfAsync(Site site, Initiative idea) => site.InDataAsync(db => db.ModerationCases.Where(c => c.ItemId == idea.Id).Select(c => c.Id).SingleAsync());

    private static Task<int> ChangeAsync(Site site, Initiative idea, Action<Initiative> change) => site.InDataAsync(async db =>
    {
        change(await db.Initiatives.SingleAsync(i => i.Id == idea.Id));
        return await db.SaveChangesAsync();
    });

    private static Task<bool> ApplyRetentionAsync(Site site) => site.InScopeAsync(async services =>
    {
        await services.GetRequiredService<ApplyRetention>().RunAsync(CancellationToken.None);
        return true;
    });
}
