using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>Several measures on one screen.</summary>
public sealed class SeveralTests
{
    private const string Several = "/staff/bacau/plan/several";

    [Fact]
    public async Task Rows_that_are_filled_in_are_published_and_the_others_stay_as_they_are()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await site.Given.MeasureAsync();
        }

        await site.Given.MeasureAsync(MeasureStage.Done);
        var form = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync(Several);
        Assert.Equal(3, form.Document.QuerySelectorAll("input[name$='.Number']").Length);

        form.Choose("Input.Rows[0].Stage", "OnTrack").Fill("Input.Rows[0].Text", "Am început.").Choose("Input.Rows[2].Stage", "Late").Fill("Input.Rows[2].Text", "Lipsesc banii.");
        (await form.PressAsync("desk.plan.several.do")).ShouldShow("told.reported-several");
        (await form.PressAsync("desk.plan.several.do")).ShouldShow("told.reported-several");

        Assert.Equal(
            [(1, MeasureStage.OnTrack, 1), (2, MeasureStage.NotStarted, 0), (3, MeasureStage.Late, 1), (4, MeasureStage.Done, 1)],
            (await site.InDataAsync(db => db.Measures.AsNoTracking().ToListAsync())).OrderBy(m => m.Number).Select(m => (m.Number, m.Stage, m.Updates.Count)));
    }

    [Fact]
    public async Task What_is_wrong_in_one_row_stays_there_and_takes_nothing_from_the_others()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        await site.Given.MeasureAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await staff.OpenAsync(Several);
        await (await staff.OpenAsync("/staff/bacau/plan/3/progress")).Choose("Input.Stage", "OnTrack").Fill("Input.Text", "Colegul.").PressAsync("desk.plan.progress.publish");

        form.Choose("Input.Rows[0].Stage", "OnTrack").Fill("Input.Rows[0].Text", "Am început.").Fill("Input.Rows[1].Text", "Fără stadiu.").Choose("Input.Rows[2].Stage", "Late").Fill("Input.Rows[2].Text", "Al doilea.");
        var again = await form.PressAsync("desk.plan.several.do");

        again.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.plan.several.saved").ShouldShow(Refusal.ChangedMeanwhile.Key).ShouldShowText("Fără stadiu.").ShouldShowText("Al doilea.");
        (await again.Choose("Input.Rows[1].Stage", "OnTrack").PressAsync("desk.plan.several.do")).ShouldShow("told.reported-several");
        Assert.Equal([1, 1, 2], (await site.InDataAsync(db => db.Measures.AsNoTracking().ToListAsync())).OrderBy(m => m.Number).Select(m => m.Updates.Count));
    }

    [Fact]
    public async Task Only_measures_of_here_and_of_one_unit_where_it_is_chosen()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        (await staff.OpenAsync($"{Several}?unit=Altceva")).ShouldShow("desk.plan.several.none");
        var form = await staff.OpenAsync($"{Several}?unit=Serviciul%20Parcuri");
        (await form.Fill("Input.Rows[0].Number", "99").PressAsync("desk.plan.several.do")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }
}
