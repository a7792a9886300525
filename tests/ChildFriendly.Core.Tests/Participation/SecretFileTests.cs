using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Participation;
using Xunit;

namespace ChildFriendly.Core.Tests.Participation;

public sealed class SecretFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Of_many_who_make_a_secret_at_once_all_have_the_same()
    {
        var card = Guid.CreateVersion7();
        for (var round = 0; round < 40; round++)
        {
            var vote = Guid.CreateVersion7();
            var keys = Enumerable.Range(0, 8).Select(_ => new ConsultationKeys(folder)).ToList();
            using var ready = new Barrier(keys.Count);

            var tags = await Task.WhenAll(keys.Select(k => Task.Factory.StartNew(
                () =>
                {
                    ready.SignalAndWait();
                    return Convert.ToHexString(k.LoadOrCreate(vote).TagOf(card));
                },
                TaskCreationOptions.LongRunning)));

            Assert.Single(tags.Distinct());
        }
    }

    [Fact]
    public void A_secret_that_is_there_is_never_written_over()
    {
        var file = Path.Combine(folder, "secret");
        SecretFile.Write(file, [1, 2, 3]);
        SecretFile.Write(file, [4, 5, 6]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.new"));
    }
}
