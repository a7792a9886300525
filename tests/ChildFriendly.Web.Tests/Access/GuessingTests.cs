using System.Net;
using ChildFriendly.Core.Participation;
using ChildFriendly.Testing;
using ChildFriendly.Web.Access;
using Xunit;

namespace ChildFriendly.Web.Tests.Access;

public sealed class GuessingTests
{
    /// <summary>With a million cards among 2^55 codes a guess hits with 3 × 10⁻¹¹: a million guesses with 3 × 10⁻⁵.</summary>
    [Fact]
    public void A_million_guesses_hit_no_card_and_nearly_all_are_told_to_wait()
    {
        const int guesses = 1_000_000;
        var issued = new HashSet<string>(StringComparer.Ordinal);
        while (issued.Count < 200_000)
        {
            issued.Add(CardCode.New().Symbols);
        }

        var clock = new FakeClock();
        var counter = new WrongCodes(clock);
        var hits = 0;
        var waits = 0;
        for (var i = 0; i < guesses; i++)
        {
            // A hundred machines in as many streets, a thousand guesses a second.
            clock.Move(TimeSpan.FromMilliseconds(1));
            hits += issued.Contains(CardCode.New().Symbols) ? 1 : 0;
            waits += counter.CountOne(new IPAddress([10, (byte)(i % 100), 1, 1])) ? 1 : 0;
        }

        Assert.Equal(0, hits);
        Assert.True(waits > guesses * 0.95, $"{waits} of {guesses} were told to wait.");
    }

    [Fact]
    public async Task Thirty_children_of_one_classroom_come_in_at_once_also_while_somebody_beside_them_guesses()
    {
        await using var site = await Site.StartAsync();
        var guesser = await site.Guest().OpenAsync("/ro/card");
        for (var i = 0; i <= WrongCodes.MostPerClient; i++)
        {
            await guesser.Fill("Input.Code", CardCode.New().ToString()).PressAsync("participation.card.enter");
        }

        (await guesser.PressAsync("participation.card.enter")).ShouldHaveStatus(HttpStatusCode.TooManyRequests).ShouldShow(ParticipationRules.TooManyTries.Key);
        var doors = new List<Page>();
        for (var i = 0; i < 30; i++)
        {
            doors.Add((await site.Guest().OpenAsync("/ro/card")).Fill("Input.Code", (await site.Given.CardAsync()).Code));
        }

        var inside = await Task.WhenAll(doors.Select(d => d.PressAsync("participation.card.enter")));

        Assert.All(inside, p => Assert.Equal("/ro/card/welcome", p.Path));
    }
}
