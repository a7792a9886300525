using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using ChildFriendly.Web.Texts;
using Xunit;

namespace ChildFriendly.Testing;

/// <summary>Somebody with a browser that has no script: keeps cookies, follows redirects, sends the forms that are on the page.</summary>
public sealed class Guest(Site site, HttpMessageHandler handler, string lang) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient client = new(handler) { BaseAddress = new Uri(site.Settings.IsSecure ? "https://localhost" : "http://localhost"), Timeout = TimeSpan.FromSeconds(60) };

    public CookieContainer Cookies { get; } = new();

    public bool KeepsCookies { get; set; } = true;

    public string Lang { get; } = lang;

    public Site Site { get; } = site;

    /// <summary>The same browser, cookies and all, after the portal was started again.</summary>
    public Guest At(Site restarted)
    {
        var guest = restarted.Guest(Lang);
        guest.Cookies.Add(Cookies.GetAllCookies());
        return guest;
    }

    public Task<Page> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Without following a redirect.</summary>
    public async Task<HttpResponseMessage> FetchAsync(string path, IEnumerable<KeyValuePair<string, string>>? form = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        if (encoding is not null)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        return await SendOnceAsync(request);
    }

    public async Task<Guest> SignInAsync(Card card, string code)
    {
        var page = await OpenAsync($"/{Lang}/card");
        page.Fill("Input.Code", code);
        var next = await page.PressAsync("participation.card.enter");
        Assert.True(next.Status == HttpStatusCode.OK, $"Card {card.Id} was not accepted: {next.Text}");
        return this;
    }

    public async Task<Guest> SignInAsync(DemonstrationPerson staff)
    {
        var page = await OpenAsync("/staff/sign-in");
        page.Fill("Input.Email", staff.Email).Fill("Input.Password", staff.Password)
            .Fill("Input.Code", AuthenticatorCode.At(staff.TotpSecret, Site.Clock.GetUtcNow()));
        var next = await page.PressAsync("staff.sign-in.enter");
        Assert.True(next.Status == HttpStatusCode.OK && next.Path != "/staff/sign-in", $"{staff.Email} was not accepted: {next.Text}");
        return this;
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        for (var hop = 0; ; hop++)
        {
            using var sent = request;
            using var response = await SendOnceAsync(sent);
            if (hop < MostRedirects && response.Headers.Location is { } location)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, location));
                continue;
            }

            var html = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
            return new Page(this, response.StatusCode, sent.RequestUri!, await new HtmlParser().ParseDocumentAsync(html), response.Headers);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(client.BaseAddress!, request.RequestUri!);
        var header = Cookies.GetCookieHeader(request.RequestUri);
        if (header.Length > 0)
        {
            request.Headers.Add("Cookie", header);
        }

        var response = await client.SendAsync(request);
        if (KeepsCookies && response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies)
            {
                Cookies.SetCookies(request.RequestUri, cookie);
            }
        }

        return response;
    }
}

/// <summary>A page as somebody sees it.</summary>
public sealed class Page(Guest guest, HttpStatusCode status, Uri uri, IHtmlDocument document, System.Net.Http.Headers.HttpResponseHeaders headers)
{
    public HttpStatusCode Status { get; } = status;

    public string Path { get; } = uri.AbsolutePath;

    public string Query { get; } = uri.Query;

    public IHtmlDocument Document { get; } = document;

    public System.Net.Http.Headers.HttpResponseHeaders Headers { get; } = headers;

    /// <summary>All words of the page, white space folded.</summary>
    public string Text => string.Join(' ', Document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Wording T
    {
        get
        {
            var texts = guest.Site.Texts(Document.DocumentElement.GetAttribute("lang") ?? guest.Lang);
            texts.Register = Document.Body!.ClassList.Contains("register-young") ? Register.Young : Register.Older;
            return texts;
        }
    }

    public Page Fill(string name, string value)
    {
        var field = Document.QuerySelector($"[name='{name}']") ?? throw new InvalidOperationException($"No field {name} on {Path}: {Text}");
        switch (field)
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            default:
                throw new InvalidOperationException($"{name} cannot be filled.");
        }

        return this;
    }

    public Page Choose(string name, string value, bool isChosen = true)
    {
        if (Document.QuerySelector($"select[name='{name}']") is IHtmlSelectElement list)
        {
            list.Value = value;
            return this;
        }

        var box = Document.QuerySelector($"input[name='{name}'][value='{value}']") as IHtmlInputElement
            ?? throw new InvalidOperationException($"No choice {name}={value} on {Path}: {Text}");
        if (box.Type == "radio")
        {
            foreach (var other in Document.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']"))
            {
                other.IsChecked = false;
            }
        }

        box.IsChecked = isChosen;
        return this;
    }

    public string? ValueOf(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    public bool HasButton(string key) => Buttons(key).Any();

    /// <summary>Presses one of several buttons with the same words.</summary>
    public Task<Page> SubmitAsync(IElement button) => guest.SendAsync(RequestOf((IHtmlFormElement)button.Closest("form")!, button));

    /// <summary>Sends the form that the button with this text belongs to: its fields, its address, its token.</summary>
    public Task<Page> PressAsync(string key)
    {
        var button = Buttons(key).FirstOrDefault() ?? throw new InvalidOperationException($"No button '{T[key]}' on {Path}: {Text}");
        return guest.SendAsync(RequestOf((IHtmlFormElement)button.Closest("form")!, button));
    }

    /// <summary>Sends the form of the button with a file in it.</summary>
    public Task<Page> UploadAsync(string field, string name, byte[] file, string key)
    {
        var button = Buttons(key).First();
        var form = (IHtmlFormElement)button.Closest("form")!;
        var content = new MultipartFormDataContent();
        foreach (var (part, value) in FieldsOf(form, button))
        {
            content.Add(new StringContent(value), part);
        }

        content.Add(new ByteArrayContent(file), field, name);
        return guest.SendAsync(new HttpRequestMessage(HttpMethod.Post, AddressOf(form)) { Content = content });
    }

    public async Task<Page> FollowAsync(string key)
    {
        var words = T[key];
        var link = Document.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(a => Folded(a.TextContent) == words)
            ?? throw new InvalidOperationException($"No link '{words}' on {Path}: {Text}");
        return await guest.OpenAsync(link.GetAttribute("href")!);
    }

    public Page ShouldShow(string key) => ShouldShowText(T[key]);

    public Page ShouldShowText(string words)
    {
        Assert.Contains(Folded(words), Text, StringComparison.Ordinal);
        return this;
    }

    public Page ShouldNotShow(string key) => ShouldNotShowText(T[key]);

    public Page ShouldNotShowText(string words)
    {
        Assert.DoesNotContain(Folded(words), Text, StringComparison.Ordinal);
        return this;
    }

    public Page ShouldHaveStatus(HttpStatusCode expected)
    {
        Assert.True(expected == Status, $"{Path}: {Status} and not {expected}: {Text}");
        return this;
    }

    /// <summary>The same page, refused: 422 and this reason.</summary>
    public Page ShouldRefuse(Refusal refusal) => refusal.Count is { } count
        ? ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText(T.Count(refusal.Key, count))
        : ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow(refusal.Key);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IEnumerable<IElement> Buttons(string key)
    {
        var words = T[key];
        return Document.QuerySelectorAll("form button").Where(b => Folded(b.TextContent) == words);
    }

    private HttpRequestMessage RequestOf(IHtmlFormElement form, IElement pressed)
    {
        var fields = FieldsOf(form, pressed);
        return form.Method == "get"
            ? new HttpRequestMessage(HttpMethod.Get, $"{AddressOf(form)}?{string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"))}")
            : new HttpRequestMessage(HttpMethod.Post, AddressOf(form, pressed)) { Content = new FormUrlEncodedContent(fields) };
    }

    /// <summary>As a browser finds it: a button's own address goes before the form's, and one of a query only is the page's.</summary>
    private string AddressOf(IHtmlFormElement form, IElement? pressed = null) =>
        (pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } given ? $"{(given[0] == '?' ? Path : "")}{given.Split('#')[0]}" : Path + Query;

    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, IElement pressed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input, textarea, select"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        if (pressed.GetAttribute("name") is { Length: > 0 } pressedName)
        {
            fields.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        }

        return fields;
    }
}
