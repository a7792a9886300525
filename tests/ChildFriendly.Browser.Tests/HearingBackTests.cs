using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>Those who gave an idea on paper hear what became of it, and the town hall keeps its promises up to date in minutes.</summary>
public sealed class HearingBackTests(Chromium chromium)
{
    [Theory]
    [InlineData(Register.Young, 320, false)]
    [InlineData(Register.Older, 1280, true)]
    public async Task An_idea_on_paper_is_followed_from_its_slip(Register register, int width, bool script)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var facilitator = await Person.AtAsync(chromium, site, script: script, width: width);
        await facilitator.SignInAsync(await site.Given.StaffAsync(Role.Facilitator));
        await facilitator.OpenAsync("/staff/bacau/group-ideas/new");
        await facilitator.PressAsync("desk.group-ideas.send");
        await facilitator.SeesAsync("desk.group-ideas.how-many.required");
        await facilitator.FillAsync("desk.group-ideas.how-many", "3");
        await facilitator.ChooseAsync(facilitator["band.From6To10"]);
        await facilitator.ChooseAsync(facilitator["goal.Play"]);
        await facilitator.FillAsync("desk.group-ideas.title", "O bancă la umbră");
        await facilitator.FillAsync("desk.group-ideas.text", "Vara arde.");
        await facilitator.FillAsync("desk.group-ideas.place", "Parcul Mare");
        await facilitator.PressAsync("desk.group-ideas.send");
        Assert.Equal(3, await facilitator.Page.Locator(".paper-card").CountAsync());
        var words = (await facilitator.Page.Locator("[data-words]").InnerTextAsync()).Replace('\u00A0', ' ').Split(" · ");

        await using var child = await Person.AtAsync(chromium, site, script: script, width: width, look: Look.Standard with { Register = register });
        if (script)
        {
            // As the code on the slip has them.
            await child.OpenAsync($"/ro/track#{string.Join('-', words.Select(PlainText.Fold))}");
            Assert.EndsWith("/ro/track", child.Page.Url, StringComparison.Ordinal);
        }
        else
        {
            await child.OpenAsync("/ro/track");
            await child.FillAsync("track.words", string.Join(' ', words).ToUpperInvariant());
        }

        await child.PressAsync("track.do");
        await child.SeesTextAsync("O bancă la umbră");
        await child.SeesAsync("me.stage.Submitted");
        Assert.DoesNotContain(words[0], child.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_line_of_the_letter_a_measure_is_updated_on_a_phone_in_at_most_five_steps()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.MeasureAsync();
        var staff = await site.Given.StaffAsync(Role.CouncilStaff);
        await using var person = await Person.AtAsync(chromium, site, width: 390);
        await person.SignInAsync(staff);
        var steps = 0;

        await StepAsync(person.OpenAsync(site.Services.GetRequiredService<DeskLinks>().PathTo("bacau", NeedKind.Stale, 1, 0, RomanianTime.DateOf(site.Clock.Now))));
        await StepAsync(person.ChooseAsync(person["stage.MeasureStage.OnTrack"]));
        await StepAsync(person.FillAsync("desk.plan.progress.text", "Am pus trei bănci."));
        await StepAsync(person.PressAsync("desk.plan.progress.publish"));

        await person.SeesAsync("told.reported");
        Assert.InRange(steps, 1, 5);
        Assert.Equal(MeasureStage.OnTrack, await site.InDataAsync(db => db.Measures.Select(m => m.Stage).SingleAsync()));

        Task StepAsync(Task step)
        {
            steps++;
            return step;
        }
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, true)]
    public async Task A_report_with_a_photo_is_written_on_a_phone_and_seen_by_everybody(int width, bool script)
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await site.Given.MeasureAsync();
        await using var staff = await Person.AtAsync(chromium, site, script: script, width: width);
        await staff.SignInAsync(await site.Given.StaffAsync(Role.CouncilStaff));
        await staff.OpenAsync("/staff/bacau/plan/1/progress");
        await staff.ChooseAsync(staff["stage.MeasureStage.OnTrack"]);
        await staff.FillAsync("desk.plan.progress.text", "Am vopsit băncile.");
        await staff.PressAsync("desk.plan.progress.photos");
        await TakePhotoAsync();
        await staff.PressAsync("desk.plan.progress.photo.add");
        await staff.SeesAsync("desk.plan.progress.photo.name.required");
        await TakePhotoAsync();
        await staff.FillAsync("desk.plan.progress.photo.name", "O bancă verde");
        await staff.Page.Locator("label[for^='Input_Faces']").First.ClickAsync();
        await staff.Page.Locator("label[for^='Input_Names']").First.ClickAsync();
        await staff.PressAsync("desk.plan.progress.photo.add");
        await staff.SeesAsync("told.measure-file-added");
        await staff.FollowAsync("desk.plan.progress.on");
        await staff.PressAsync("desk.plan.progress.publish");
        await staff.SeesAsync("told.reported");

        await using var reader = await Person.AtAsync(chromium, site, script: script, width: width);
        await reader.OpenAsync("/ro/bacau/plan/measures/1");
        await reader.SeesTextAsync("Am vopsit băncile.");
        await Assertions.Expect(reader.Page.GetByAltText("O bancă verde")).ToBeVisibleAsync();
        await reader.OpenAsync("/ro/bacau/plan");

        async Task TakePhotoAsync()
        {
            await staff.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = MediaSamples.Jpeg });
            if (script)
            {
                // The script makes a smaller picture first, and what is pressed meanwhile waits for it.
                await staff.Page.GetByText(staff["media.picture.ready"]).WaitForAsync();
            }
        }
    }
}
