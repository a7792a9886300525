namespace ChildFriendly.Web.Access;

/// <summary>
/// A form that stores nothing on the device, so it has no token either: it does nothing in anybody's name. What another site sends in a visitor's
/// browser is refused by what the browser says about itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoCookiesAttribute : Attribute;
