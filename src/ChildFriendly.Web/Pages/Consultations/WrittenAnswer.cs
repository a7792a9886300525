using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>What a child wrote to an open question, as everybody sees it: nothing but the words.</summary>
public sealed record WrittenAnswer(string Text, string Language, Guid Id)
{
    /// <summary>Checked ones, in the order of their random ids.</summary>
    public static IQueryable<WrittenAnswer> Shown(ChildFriendlyDb db, Question question) => db.OpenAnswers
        .Where(a => a.QuestionId == question.Id).Shown().OrderBy(a => a.Id).Select(a => new WrittenAnswer(a.Text, a.Language, a.Id));
}
