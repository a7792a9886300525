using System.Globalization;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>Pictures and voices as a browser makes them, and what it makes of those that we have written anew.</summary>
public sealed class MediaTests(Chromium chromium)
{
    private const string PicturePage = "/ro/bacau/initiatives/new/picture";

    /// <summary>Every pixel as a browser draws it, and how large: an opinion of its own about what we kept.</summary>
    private const string Draw = """
        async ([base64, type]) => {
          const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });
          const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return `${image.width} ${image.height} ${context.getImageData(0, 0, image.width, image.height).data.join(' ')}`;
        }
        """;

    [Fact]
    public async Task What_was_written_anew_looks_as_it_did_and_stands_upright()
    {
        await using var window = await chromium.Browser.NewContextAsync();
        var page = await window.NewPageAsync();
        byte[][] files =
        [
            MediaSamples.Jpeg, MediaSamples.ProgressiveJpeg, MediaSamples.GreyJpeg, MediaSamples.Png(), MediaSamples.PalettePng, MediaSamples.Webp, MediaSamples.LosslessWebp, MediaSamples.SeeThroughWebp,
            .. new[] { 2, 3, 4, 5, 6, 7, 8 }.SelectMany(o => new[]
            {
                MediaSamples.JpegWith(MediaSamples.Jpeg, (0xE1, [.. "Exif\0\0"u8, .. MediaSamples.Notes(o)])),
                MediaSamples.Png(more: ("eXIf", MediaSamples.Notes(o))),
                MediaSamples.Riff("WEBP", ("VP8X", [8, 0, 0, 0, MediaSamples.Width - 1, 0, 0, MediaSamples.Height - 1, 0, 0]), ("VP8 ", MediaSamples.Webp[20..]), ("EXIF", MediaSamples.Notes(o))),
            }),
        ];
        foreach (var file in files)
        {
            Assert.Null(MediaFiles.RefuseToTakePicture(file, out var clean));
            var type = $"image/{clean!.Type.ToString().ToLowerInvariant()}";

            Assert.Equal(await DrawAsync(file), await DrawAsync(clean.Bytes));

            Task<string> DrawAsync(byte[] bytes) => page.EvaluateAsync<string>(Draw, new[] { Convert.ToBase64String(bytes), type });
        }
    }

    [Theory]
    [InlineData(Register.Young, 320)]
    [InlineData(Register.Older, 1280)]
    public async Task A_picture_goes_from_a_child_without_script_to_everybody(Register register, int width)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var card = await site.Given.ChildAsync();
        await site.Given.DraftAsync(card, "Un leagăn");
        await using var child = await Person.AtAsync(chromium, site, width: width, look: Look.Standard with { Register = register });
        await child.SignInAsync(card.Code);
        await child.OpenAsync(PicturePage);
        await child.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "poza.jpg", MimeType = "image/jpeg", Buffer = MediaSamples.Gif });
        await child.PressAsync("form.next");
        await child.SeesAsync("media.picture.unknown");
        await child.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "poza.jpg", MimeType = "image/jpeg", Buffer = MediaSamples.Jpeg });
        await child.PressAsync("form.next");
        Assert.True(await IsDrawnAsync(child));
        await child.OpenAsync(PicturePage);
        await child.OpenAsync("/ro/bacau/initiatives/new/voice");
        await child.OpenAsync("/ro/bacau/initiatives/new/check");
        await child.PressAsync("initiatives.new.send");

        await using var moderator = await Person.AtAsync(chromium, site, script: true);
        await moderator.SignInAsync(await site.Given.StaffAsync(Role.Moderator));
        await moderator.FollowAsync("staff.desk.moderation");
        await moderator.FollowAsync("desk.moderation.first");
        await moderator.Page.Keyboard.PressAsync("i");
        await moderator.PressAsync("desk.media.picture.approve");
        await moderator.SeesAsync("desk.media.check-missing");
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = moderator["desk.media.cover.add"] }).ClickAsync();
        // The whole of it, by the keys alone.
        foreach (var (edge, value) in new[] { (0, "0"), (1, "0"), (2, "100"), (3, "100") })
        {
            await moderator.Page.Locator(".cover-area input").Nth(edge).FillAsync(value);
        }

        await moderator.LookAsync();
        // A "no" to each question, and sent: four keys.
        await moderator.Page.Locator("h1").ClickAsync();
        foreach (var key in new[] { "f", "n", "c", "Enter" })
        {
            await moderator.Page.Keyboard.PressAsync(key);
        }

        await moderator.Page.GetByText(moderator["told.picture-approved"]).WaitForAsync();
        await moderator.ChooseAsync(moderator["desk.moderation.decision.Published"]);
        await moderator.PressAsync("desk.moderation.decide");

        await using var somebody = await Person.AtAsync(chromium, site, width: width);
        await somebody.OpenAsync("/ro/bacau/initiatives/1");
        await somebody.Page.GetByAltText("Un leagăn").ScrollIntoViewIfNeededAsync();
        Assert.True(await IsDrawnAsync(somebody));

        // Where red met white there is neither any more: a square is one colour.
        var covered = await site.InDataAsync(db => db.Set<PictureBytes>().SingleAsync());
        Assert.True(await GreenBesideTheEdgeAsync(MediaSamples.Jpeg) > 230);
        Assert.InRange(await GreenBesideTheEdgeAsync(covered.Bytes), 100, 200);

        async Task<int> GreenBesideTheEdgeAsync(byte[] bytes) =>
            Number((await moderator.Page.EvaluateAsync<string>(Draw, new[] { Convert.ToBase64String(bytes), "image/jpeg" })).Split(' ')[2 + (4 * ((2 * MediaSamples.Width) + 13)) + 1]);

        static async Task<bool> IsDrawnAsync(Person person)
        {
            await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            return await person.Page.Locator("main img.shown-picture").BoundingBoxAsync() is { Width: > 10, Height: > 10 };
        }
    }

    [Fact]
    public async Task A_child_draws_with_the_keys_and_hears_what_happens()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var card = await site.Given.ChildAsync();
        await site.Given.DraftAsync(card, "Un leagăn");
        await using var child = await Person.AtAsync(chromium, site, script: true, width: 320);
        await child.SignInAsync(card.Code);
        await child.OpenAsync(PicturePage);
        await child.UnfoldAsync("media.draw");
        await child.Page.Locator("[name=tool][value=tree]").FocusAsync();
        await child.Page.Keyboard.PressAsync("Space");
        var sheet = child.Page.Locator(".drawing-board canvas");
        await sheet.FocusAsync();

        await child.Page.Keyboard.PressAsync("ArrowLeft");
        await HearsAsync(child["media.draw.moved"].Replace("{0}", "5", StringComparison.Ordinal).Replace("{1}", "5", StringComparison.Ordinal));
        await child.Page.Keyboard.PressAsync("Enter");
        await HearsAsync(child["media.draw.stamped"].Replace("{0}", child["media.stamp.tree"], StringComparison.Ordinal));
        await child.Page.Keyboard.PressAsync("Control+z");
        await HearsAsync(child["media.draw.undone"]);
        await child.Page.Keyboard.PressAsync("Enter");
        await child.LookAsync();

        // "Next" takes the drawing along, also when nobody has said so.
        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["form.next"] }).ClickAsync();
        await child.Page.WaitForURLAsync("**/check");
        var picture = await site.InDataAsync(db => db.InitiativePictures.Include(p => p.File).SingleAsync());
        Assert.Equal((PictureType.Jpeg, 1200, 900), (picture.Type, picture.Width, picture.Height));
        var pixels = await child.Page.EvaluateAsync<string>(Draw, new[] { Convert.ToBase64String(picture.File!.Bytes), "image/jpeg" });
        Assert.Contains(pixels.Split(' ').Skip(2).Chunk(4), p => Number(p[1]) > Number(p[0]) + 40 && Number(p[1]) > Number(p[2]) + 40);

        async Task HearsAsync(string words) => Assert.Equal(words, await child.Page.Locator("[data-heard]").TextContentAsync());
    }

    [Fact]
    public async Task A_large_photo_is_made_small_before_it_is_sent()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var card = await site.Given.ChildAsync();
        await site.Given.DraftAsync(card, "Un leagăn");
        await using var child = await Person.AtAsync(chromium, site, script: true);
        await child.SignInAsync(card.Code);
        await child.OpenAsync(PicturePage);
        await child.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "IMG_1.png", MimeType = "image/png", Buffer = MediaSamples.Png(3200, 1000) });
        await child.Page.GetByText(child["media.picture.ready"]).WaitForAsync();

        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["form.next"] }).ClickAsync();
        await child.Page.WaitForURLAsync("**/check");

        var picture = await site.InDataAsync(db => db.InitiativePictures.SingleAsync());
        Assert.Equal((PictureType.Jpeg, 1600, 500), (picture.Type, picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_child_speaks_and_what_was_recorded_is_taken()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        var card = await site.Given.ChildAsync();
        await site.Given.DraftAsync(card, "Un leagăn");
        await using var child = await Person.AtAsync(chromium, site, script: true);
        // A microphone that hears a tone, as far as the page can tell.
        await child.Page.AddInitScriptAsync("""
            navigator.mediaDevices.getUserMedia = async () => {
              const sound = new AudioContext(), tone = sound.createOscillator(), heard = sound.createMediaStreamDestination();
              tone.connect(heard);
              tone.start();
              return heard.stream;
            };
            """);
        await child.SignInAsync(card.Code);
        await child.OpenAsync("/ro/bacau/initiatives/new/voice");

        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["media.voice.start"] }).ClickAsync();
        await child.Page.GetByText(child["media.voice.recording"]).WaitForAsync();
        await child.LookAsync();
        await Task.Delay(1500);
        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["media.voice.stop"], Exact = true }).ClickAsync();
        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["media.voice.again"] }).WaitForAsync();
        await child.LookAsync();
        await child.Page.GetByRole(AriaRole.Button, new() { Name = child["form.next"] }).ClickAsync();
        await child.Page.WaitForURLAsync("**/check");

        var voice = await site.InDataAsync(db => db.VoiceMessages.Include(v => v.Sound).SingleAsync());
        Assert.InRange(voice.Seconds, 1, 10);
        Assert.True(voice.Sound!.Bytes.AsSpan(44).ContainsAnyExcept((byte)0));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
