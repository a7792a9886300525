using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>A page with the fields of an idea.</summary>
public interface IHasIdea
{
    IdeaInput Input { get; }
}

/// <summary>What children said, in the fields of an idea.</summary>
public class IdeaInput
{
    [Required, EnumDataType(typeof(GoalArea))]
    public GoalArea? Goal { get; set; }

    [Required, StringLength(Initiative.TitleMaxLength)]
    public string Title { get; set; } = "";

    [Required, StringLength(Initiative.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Required, StringLength(Initiative.PlaceMaxLength)]
    public string Place { get; set; } = "";

    [StringLength(Initiative.HelpsMaxLength)]
    public string? Helps { get; set; }

    [Required, WrittenLanguage]
    public string Language { get; set; } = Languages.Default;

    public static IdeaInput Of(Initiative idea) => new() { Goal = idea.Goal, Title = idea.Title, Text = idea.Text, Place = idea.Place, Helps = idea.Helps, Language = idea.Language };

    public void WriteInto(Initiative idea, DateTime now)
    {
        idea.ChooseGoal(Goal!.Value, now);
        idea.Tell(Title, Text, now, Language);
        idea.Locate(Place, now);
        idea.NameWhoItHelps(Helps ?? "", now);
    }

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class WrittenLanguageAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is string code && Languages.Find(code) is not null && Languages.IsComplete(code);
    }
}
