using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Me;

/// <summary>What the portal holds about this card, to read and to take away.</summary>
public sealed class DataModel(WordLists words, AssentTexts assents) : SitePage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Says nothing about whose it is: it stays on a shared device.</summary>
    private const string FileName = "card.json";

    public MyData Mine { get; private set; } = null!;

    /// <summary>What the child said yes to, as it was then.</summary>
    public IReadOnlyList<string> Assent => assents.Find(Mine.AssentVersion, Lang, Register);

    public async Task OnGetAsync() => Mine = await ReadAsync();

    public async Task<IActionResult> OnGetFileAsync() =>
        File(JsonSerializer.SerializeToUtf8Bytes(await ReadAsync(), Json), "application/json; charset=utf-8", FileName);

    private Task<MyData> ReadAsync() => MyData.ReadAsync(Db, Me, words.NameOf(Me.Nickname, Lang), IsDemonstration, Lang);
}
