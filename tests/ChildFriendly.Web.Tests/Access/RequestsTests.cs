using System.Net;
using ChildFriendly.Testing;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

public sealed class RequestsTests
{
    [Theory]
    [InlineData("/RO/Bacau", "/ro/bacau")]
    [InlineData("/ro/bacau/", "/ro/bacau")]
    [InlineData("/ro/Bacau/Initiatives/?goal=Play", "/ro/bacau/initiatives?goal=Play")]
    [InlineData("http://localhost//elsewhere.example/", "/elsewhere.example")]
    [InlineData("/favicon.ico", "/favicon.svg")]
    public async Task An_address_typed_in_another_way_leads_to_the_page(string typed, string address)
    {
        await using var site = await Site.StartAsync();

        using var answer = await site.Guest().FetchAsync(typed);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("POST")]
    public async Task What_no_page_answers_is_said_in_plain_words(string method)
    {
        await using var site = await Site.StartAsync();

        var page = await site.Guest().SendAsync(new HttpRequestMessage(new HttpMethod(method), "/ro/bacau/plan"));

        page.ShouldHaveStatus(HttpStatusCode.MethodNotAllowed).ShouldShow("problem.400.title");
    }

    [Fact]
    public async Task An_address_without_end_gets_a_page()
    {
        await using var site = await Site.StartAsync();

        var page = await site.Guest().OpenAsync($"/ro/bacau/initiatives?words={new string('a', 9000)}");

        page.ShouldHaveStatus(HttpStatusCode.RequestUriTooLong).ShouldShow("problem.400.title");
    }

    [Theory]
    [InlineData("/rom/bacau/plan", "/ro/bacau/plan")]
    [InlineData("/rom/pages/about", "/ro/pages/about")]
    public async Task A_page_that_a_language_does_not_have_is_shown_in_romanian(string asked, string shown)
    {
        await using var site = await Site.StartAsync();

        Assert.Equal(shown, (await site.Guest().OpenAsync(asked)).Path);
        Assert.Equal("/rom/card", (await site.Guest().OpenAsync("/rom/card")).Path);
    }

    [Fact]
    public async Task No_link_can_claim_that_something_was_done()
    {
        await using var site = await Site.StartAsync();

        Assert.Null((await site.Guest().OpenAsync("/ro/bacau?told=supported")).Document.QuerySelector(".notice--good"));
    }

    [Theory]
    [InlineData("ro")]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("uk")]
    [InlineData("rom")]
    public async Task A_first_visit_weighs_little_without_its_fonts(string lang)
    {
        const int Budget = 31_000;
        const int HeadersOfFourAnswers = 3_000;
        await using var site = await Site.StartAsync(isDemonstration: true);
        var guest = site.Guest(lang);

        foreach (var path in new[] { $"/{lang}", $"/{lang}/bacau" })
        {
            var page = await guest.OpenAsync(path);
            var files = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script, use").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('#')[0]).Distinct();
            var weight = 0;
            foreach (var file in files.Append(path))
            {
                weight += await WeightAsync(file);
            }

            Assert.True(weight < Budget - HeadersOfFourAnswers, $"{path} and what it needs: {weight} bytes.");
        }

        async Task<int> WeightAsync(string address)
        {
            using var answer = await guest.FetchAsync(address, encoding: "br");
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            return (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
    }
}
