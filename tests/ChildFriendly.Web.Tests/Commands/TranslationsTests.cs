using ChildFriendly.Web.Commands;
using Xunit;

namespace ChildFriendly.Web.Tests.Commands;

public sealed class TranslationsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

    public TranslationsTests()
    {
        foreach (var folder in new[] { "localization", "content/pages" })
        {
            foreach (var file in Directory.EnumerateFiles(Portal.FolderOf(folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(root, folder, Path.GetRelativePath(Portal.FolderOf(folder), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Translators_learn_what_is_missing_unused_too_long_or_changed_and_nothing_when_they_are_done()
    {
        new Translations(root).Accept("hu");
        var before = Faults();
        Edit("ro", t => t.Replace("\"plan.title\": \"", "\"plan.title\": \"Noul ", StringComparison.Ordinal));
        Edit("hu", t => t.Replace("  \"me.title\":", "  \"me.nobody\":", StringComparison.Ordinal)
            .Replace("\"help.now\": \"", $"\"help.now\": \"{new string('x', 100)}", StringComparison.Ordinal));

        Assert.Equal(
            ["Changed plan.title", "Missing me.title", "TooLong help.now", "Unused me.nobody"],
            Faults().Except(before).Order(StringComparer.Ordinal));
        new Translations(root).Accept("hu");
        Assert.DoesNotContain("Changed plan.title", Faults());
    }

    private List<string> Faults() => new Translations(root).Tasks().Where(t => t.Lang == "hu").Select(t => $"{t.Fault} {t.Key}").ToList();

    private void Edit(string lang, Func<string, string> edit)
    {
        var file = Path.Combine(root, "localization", $"{lang}.json");
        File.WriteAllText(file, edit(File.ReadAllText(file)));
    }
}
