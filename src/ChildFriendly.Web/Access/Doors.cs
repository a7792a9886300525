using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Every door of the portal. What is not opened here is closed: the fallback policy lets nobody in.
/// </summary>
public static class Doors
{
    public static void Open(PageConventionCollection pages)
    {
        // Everybody. Page by page: an open folder would also open the desks below it.
        foreach (var page in new[]
        {
            "/Home/Index", "/Help/Index", "/Help/Exit", "/Help/Tell", "/Help/Told", "/Display/Index", "/Content/Page", "/Problem/Index", "/Card/SignIn", "/Card/Leave", "/Localities/Home",
            "/Initiatives/List", "/Initiatives/Details", "/Initiatives/Report", "/Initiatives/Picture", "/Initiatives/Track", "/Moderation/ReportWords", "/Consultations/List", "/Consultations/Details", "/Consultations/Results",
            "/Consultations/Answers", "/Consultations/Receipts", "/Consultations/Recount", "/Consultations/Try", "/Consultations/Class", "/ActionPlans/Plan", "/ActionPlans/Measure", "/ActionPlans/Versions", "/ActionPlans/Compare", "/ActionPlans/Situation",
            "/ActionPlans/Reports", "/ActionPlans/Report", "/ActionPlans/ReportData", "/ActionPlans/File", "/AdvisoryCouncils/Council", "/AdvisoryCouncils/Meeting",
            "/AdvisoryCouncils/Recommendation", "/AdvisoryCouncils/Calendar", "/FocusGroups/List", "/News/Index", "/News/Feed", "/Staff/SignIn", "/Staff/Language",
            "/Staff/Invitation",
        })
        {
            pages.AllowAnonymousToPage(page);
        }

        // A child with a card.
        pages.AuthorizeFolder("/Me", Policies.CardHolder);
        pages.AuthorizeFolder("/Initiatives/Child", Policies.CardHolder);
        foreach (var page in new[] { "NewGoal", "NewHints", "NewStory", "NewName", "NewPlace", "NewWho", "NewPicture", "NewVoice", "NewCheck", "NewSent", "Support", "Why" })
        {
            pages.AuthorizePage($"/Initiatives/Child/{page}", Policies.Child);
        }

        pages.AuthorizeFolder("/Consultations/Child", Policies.Child);
        pages.AuthorizeFolder("/ActionPlans/Child", Policies.Child);
        pages.AuthorizeFolder("/AdvisoryCouncils/Child", Policies.Child);
        pages.AuthorizePage("/Card/Welcome", Policies.Card);
        pages.AuthorizePage("/Card/Band", Policies.Card);
        pages.AuthorizePage("/Card/Resume", Policies.Child);

        // Staff: the roles of the locality in the address.
        pages.AuthorizePage("/Staff/Home", Policies.Staff);
        pages.AuthorizePage("/Staff/Go", Policies.Staff);
        pages.AuthorizePage("/Staff/Leave", Policies.Staff);
        pages.AuthorizePage("/Staff/Resume", Policies.Staff);
        pages.AuthorizePage("/Staff/Account", Policies.Staff);
        pages.AuthorizePage("/Staff/Password", Policies.Staff);
        pages.AuthorizePage("/Staff/Mail", Policies.Staff);
        pages.AuthorizePage("/Staff/Team", Policies.LocalityAdmin);
        pages.AuthorizePage("/Staff/Check", Policies.LocalityAdmin);
        pages.AuthorizePage("/Staff/Retention", Policies.LocalityAdmin);
        pages.AuthorizeFolder("/Staff/Consents", Policies.ConsentDesk);
        pages.AuthorizeFolder("/Moderation/Desk", Policies.Moderator);
        pages.AuthorizeFolder("/Safeguarding/Desk", Policies.Safeguarding);
        pages.AuthorizeFolder("/Initiatives/Desk", Policies.CouncilStaff);
        pages.AuthorizeFolder("/Initiatives/Group", Policies.Facilitator);
        pages.AuthorizeFolder("/Consultations/Desk", Policies.CouncilStaff);
        pages.AuthorizeFolder("/Consultations/Paper", Policies.PaperDesk);
        pages.AuthorizeFolder("/ActionPlans/Desk", Policies.CouncilStaff);
        pages.AuthorizeFolder("/ActionPlans/Paper", Policies.PaperDesk);
        pages.AuthorizeFolder("/AdvisoryCouncils/Desk", Policies.CouncilDesk);
        foreach (var page in new[] { "New", "View", "Recommendation", "Sources", "Describe", "Members", "Cards", "MeetingNew", "Meeting", "Cancel", "Minutes", "PollNew", "PollClose" })
        {
            pages.AuthorizePage($"/AdvisoryCouncils/Desk/{page}", Policies.CouncilCoordinator);
        }

        pages.AuthorizePage("/AdvisoryCouncils/Desk/Answer", Policies.CouncilStaff);
        pages.AuthorizePage("/AdvisoryCouncils/Desk/WithdrawAnswer", Policies.CouncilStaff);
        pages.AuthorizeFolder("/FocusGroups/Desk", Policies.Facilitator);
        pages.AuthorizeFolder("/Card/Desk", Policies.CardDesk);

        // The whole portal.
        pages.AuthorizeFolder("/SystemDesk", Policies.SystemAdmin);

        // National.
        pages.AuthorizeFolder("/National", Policies.National);
        pages.AuthorizeFolder("/Audit/Desk", Policies.Auditor);
        pages.AuthorizeFolder("/Safeguarding/National", Policies.NationalSafeguarding);
    }
}

public static class Policies
{
    public const string Card = "Card";
    public const string CardHolder = "CardHolder";
    public const string Child = "Child";
    public const string Staff = "Staff";
    public const string Moderator = "Moderator";
    public const string Safeguarding = "Safeguarding";
    public const string NationalSafeguarding = "NationalSafeguarding";
    public const string CouncilStaff = "CouncilStaff";
    public const string CouncilCoordinator = "CouncilCoordinator";
    public const string CouncilDesk = "CouncilDesk";
    public const string Facilitator = "Facilitator";
    public const string LocalityAdmin = "LocalityAdmin";
    public const string CardDesk = "CardDesk";
    public const string PaperDesk = "PaperDesk";
    public const string ConsentDesk = "ConsentDesk";
    public const string National = "National";
    public const string Auditor = "Auditor";
    public const string SystemAdmin = "SystemAdmin";

    public static void Define(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        Add(Card, new SignedInWithCard(IsFirstUseDone: false));
        Add(CardHolder, new SignedInWithCard(IsFirstUseDone: true));
        Add(Child, new SignedInWithCard(IsFirstUseDone: true, IsBandConfirmed: true));
        Add(Staff, new HasRole([]));
        Add(Moderator, new HasRole([Role.Moderator]));
        Add(Safeguarding, new HasRole([Role.SafeguardingLead, Role.SafeguardingDeputy]));
        Add(NationalSafeguarding, new HasRole([Role.NationalSafeguardingLead]));
        Add(CouncilStaff, new HasRole([Role.CouncilStaff]));
        Add(CouncilCoordinator, new HasRole([Role.CouncilCoordinator]));
        Add(CouncilDesk, new HasRole([Role.CouncilCoordinator, Role.CouncilStaff]));
        Add(Facilitator, new HasRole([Role.Facilitator]));
        Add(LocalityAdmin, new HasRole([Role.LocalityAdmin]));
        Add(CardDesk, new HasRole([Role.Facilitator, Role.LocalityAdmin]));
        Add(PaperDesk, new HasRole([Role.CouncilStaff, Role.Facilitator]));
        Add(ConsentDesk, new HasRole([Role.Facilitator, Role.CouncilCoordinator, Role.LocalityAdmin]));
        Add(National, new HasRole([.. Roles.National]));
        Add(Auditor, new HasRole([Role.Auditor]));
        Add(SystemAdmin, new HasRole([Role.SystemAdmin]));

        void Add(string name, IAuthorizationRequirement requirement) => options.AddPolicy(name, p => p.AddRequirements(requirement));
    }
}

/// <summary>
/// A valid card; for most pages with a nickname already chosen, and where a child speaks up with the age band said to be right in this school
/// year. What is theirs by right needs no answer.
/// </summary>
public sealed record SignedInWithCard(bool IsFirstUseDone, bool IsBandConfirmed = false) : IAuthorizationRequirement;

/// <summary>One of the roles in the locality of the address, or nationally; without roles, any staff account.</summary>
public sealed record HasRole(IReadOnlyList<Role> Any) : IAuthorizationRequirement;

public sealed class DoorKeeper(Visitor visitor) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        await visitor.LoadAsync();
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var isMet = requirement switch
            {
                SignedInWithCard card => visitor.Card is not null && (!card.IsFirstUseDone || (visitor.Child is not null && (!card.IsBandConfirmed || !visitor.MustConfirmBand))),
                HasRole when visitor.Staff is null => false,
                HasRole { Any.Count: 0 } => true,
                HasRole role => role.Any.Any(r => visitor.Staff!.Has(r, visitor.Here?.Id) && visitor.MayAct(r)),
                _ => false,
            };
            if (isMet)
            {
                context.Succeed(requirement);
            }
        }
    }
}
