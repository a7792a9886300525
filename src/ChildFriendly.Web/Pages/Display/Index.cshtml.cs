using ChildFriendly.Web.Access;
using System.ComponentModel.DataAnnotations;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Display;

/// <summary>How the pages look: register, letters, spacing, colours. Kept on the device, without an account.</summary>
[InKeyLanguages]
public sealed class IndexModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>The page somebody came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet() => Input = new InputModel { Register = Register, Typeface = Look.Typeface, Spacing = Look.Spacing, Scheme = Look.Scheme };

    public IActionResult OnPost(bool reset)
    {
        if (reset)
        {
            SiteCookies.Remove(Response, Look.Cookie);
        }
        else if (!ModelState.IsValid)
        {
            return Invalid();
        }
        else
        {
            new Look(Input.Register, Input.Typeface!.Value, Input.Spacing!.Value, Input.Scheme!.Value).Keep(Response);
        }

        return Tell(Url.IsLocalUrl(Back) ? Back : $"/{Lang}", "display-changed");
    }

    public sealed class InputModel
    {
        [Required, EnumDataType(typeof(Register))]
        public Register? Register { get; set; }

        [Required, EnumDataType(typeof(Typeface))]
        public Typeface? Typeface { get; set; }

        [Required, EnumDataType(typeof(Spacing))]
        public Spacing? Spacing { get; set; }

        [Required, EnumDataType(typeof(Scheme))]
        public Scheme? Scheme { get; set; }
    }
}
