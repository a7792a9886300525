using System.ComponentModel.DataAnnotations;

namespace ChildFriendly.Web.Tags;

/// <summary>One name, one @ and a domain with a dot, without spaces or brackets; whether somebody reads it only a letter would tell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailPatternAttribute() : RegularExpressionAttribute(@"^[^@\s<>""(),:;\\\[\]]{1,64}@[^@\s<>""(),:;\\\[\]]+\.[^@\s<>""(),:;\\\[\]]{2,}$");
