namespace ChildFriendly.Web.Texts;

/// <summary>
/// What children have said yes to, every version as it was: <c>content/assent/{version}/{lang}.txt</c>, a sentence a line. Files of a version
/// that anybody has agreed to are never changed; a test holds the present one against the texts of the welcome page.
/// </summary>
public sealed class AssentTexts(string folder)
{
    /// <summary>The sentences, in Romanian where the version was not in this language; none for a version that nobody kept.</summary>
    public IReadOnlyList<string> Find(string version, string lang, Register register)
    {
        var suffix = register == Register.Young ? ".young" : "";
        var file = new[] { lang, Languages.Default }.Select(l => Path.Combine(folder, version, $"{l}{suffix}.txt")).FirstOrDefault(File.Exists);
        return file is null ? [] : File.ReadAllLines(file);
    }
}
