namespace ChildFriendly.Web.Texts;

/// <summary>A page that is also there in the languages that have only key pages (<see cref="LanguageScope.KeyPages"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InKeyLanguagesAttribute : Attribute;
