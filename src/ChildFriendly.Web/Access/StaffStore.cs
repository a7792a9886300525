using ChildFriendly.Core.Data;
using ChildFriendly.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>Lets ASP.NET Core Identity keep staff accounts in our own table.</summary>
public sealed class StaffStore(ChildFriendlyDb db)
    : IUserPasswordStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>, IUserPasskeyStore<StaffAccount>
{
    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        db.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        db.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            : Task.FromResult<StaffAccount?>(null);

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.NormalizedEmail == normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash.Length > 0);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    /// <summary>The framework calls this when a counter has moved; a new passkey is added by its page, which knows its name.</summary>
    public async Task AddOrUpdatePasskeyAsync(StaffAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var stored = await db.StaffPasskeys.SingleAsync(p => p.StaffId == user.Id && p.CredentialId == passkey.CredentialId, cancellationToken);
        stored.Use(Passkeys.Write(passkey));
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken) =>
        (await db.StaffPasskeys.AsNoTracking().Where(p => p.StaffId == user.Id).ToListAsync(cancellationToken)).ConvertAll(Passkeys.Read);

    public Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => db.StaffAccounts.Include(s => s.Roles)
        .SingleOrDefaultAsync(s => db.StaffPasskeys.Any(p => p.StaffId == s.Id && p.CredentialId == credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.StaffPasskeys.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } stored ? Passkeys.Read(stored) : null;

    public async Task RemovePasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.StaffPasskeys.Where(p => p.StaffId == user.Id && p.CredentialId == credentialId).ToListAsync(cancellationToken));

    public void Dispose()
    {
        // The database context belongs to the request.
    }
}
