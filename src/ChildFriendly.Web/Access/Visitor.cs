using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>Who is asking, and where: read once per request from the session and the address.</summary>
public sealed class Visitor(ChildFriendlyDb db, IHttpContextAccessor http, TimeProvider clock, PortalSettings settings, RecentlyRead<string, Locality> localities)
{
    /// <summary>Asked at every step of every child.</summary>
    private static readonly Func<ChildFriendlyDb, Guid, Task<CardInUse?>> FindCardAsync = EF.CompileAsyncQuery((ChildFriendlyDb db, Guid id) =>
        db.Cards.AsNoTracking().Where(c => c.Id == id).LeftJoin(db.Participants.AsNoTracking(), c => c.Id, p => p.CardId, (card, child) => new CardInUse(card, child)).SingleOrDefault());

    private bool isLoaded;

    public Locality? Here { get; private set; }

    /// <summary>The card a child has signed in with; dead at once when it is voided.</summary>
    public Card? Card { get; private set; }

    /// <summary>Somebody was inside with a card that is void now.</summary>
    public bool HasVoidedCard { get; private set; }

    /// <summary>Null before the first use is finished.</summary>
    public Participant? Child { get; private set; }

    /// <summary>A new school year: the child is asked once how old they are.</summary>
    public bool MustConfirmBand => Child is not null && ParticipationRules.MustConfirmBand(Child, RomanianTime.DateOf(clock.Instant()));

    public StaffAccount? Staff { get; private set; }

    /// <summary>The papers that somebody has seen for the locality of the address.</summary>
    private IReadOnlyList<StaffCheck> checks = [];

    /// <summary>False when the role meets children and no valid certificate has been seen here.</summary>
    public bool MayAct(Role role) => StaffCheckRules.RefuseRole(role, checks, RomanianTime.DateOf(clock.Instant())) is null;

    /// <summary>Whoever was inside with a card is not any more, for the rest of this request.</summary>
    public void Leave() => (Card, Child) = (null, null);

    public async Task LoadAsync()
    {
        if (isLoaded || http.HttpContext is not { } context)
        {
            return;
        }

        isLoaded = true;
        if (context.GetRouteValue("locality") is string slug)
        {
            Task<Locality?> ReadAsync() => db.Localities.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug);
            Here = context.User.CardId() is null ? await ReadAsync() : await localities.FindAsync(slug, clock.Instant(), ReadAsync, _ => true);
        }

        if (context.User.CardId() is { } cardId)
        {
            var found = await FindCardAsync(db, cardId);
            Card = found?.Card;
            var refused = ParticipationRules.RefuseToSignIn(Card, RomanianTime.DateOf(clock.Instant()), settings.Demo);
            if (refused is not null || !context.User.HasStampOf(Card!))
            {
                HasVoidedCard = refused == ParticipationRules.VoidedCard;
                Card = null;
                return;
            }

            Child = found!.Child;
        }

        if (context.User.StaffId() is { } staffId)
        {
            var staff = await db.StaffAccounts.AsNoTracking().Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == staffId);
            if (staff is not null && context.User.HasStampOf(staff) && StaffRules.RefuseToSignIn(staff, settings.Demo) is null
                && await db.StaffSessions.AnyAsync(s => s.Id == context.User.StaffSessionId() && s.StaffId == staffId && s.EndedAt == null))
            {
                Staff = staff;
                if (Here is not null && staff.Roles.Exists(r => r.LocalityId == Here.Id && StaffCheckRules.WithChildren.Contains(r.Role)))
                {
                    checks = await db.StaffChecks.AsNoTracking().Where(c => c.StaffId == staffId && c.LocalityId == Here.Id).ToListAsync();
                }
            }
        }
    }

    private sealed record CardInUse(Card Card, Participant? Child);
}
