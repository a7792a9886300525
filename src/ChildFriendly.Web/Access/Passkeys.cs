using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChildFriendly.Core.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Passkeys of staff (WebAuthn), verified by the framework. What the server must remember between asking and being answered goes with the
/// page, sealed and for five minutes.
/// </summary>
public sealed class Passkeys(IPasskeyHandler<StaffAccount> handler, IDataProtectionProvider protection, AnsweredQuestions answered)
{
    internal static readonly TimeSpan StateLasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();

    /// <summary>What <c>navigator.credentials.create</c> asks for: a key of this account on this device.</summary>
    public async Task<PasskeyQuestion> AskToAddAsync(StaffAccount account, HttpContext http)
    {
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Email }, http);
        return new PasskeyQuestion(asked.CreationOptionsJson, Seal(asked.AttestationState));
    }

    /// <summary>What <c>navigator.credentials.get</c> asks for: any key of this site.</summary>
    public async Task<PasskeyQuestion> AskToSignInAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return new PasskeyQuestion(asked.RequestOptionsJson, Seal(asked.AssertionState));
    }

    /// <returns>The new key; null when the answer is not one to our question, or came too late.</returns>
    public async Task<UserPasskeyInfo?> AddAsync(StaffAccount account, string credential, string state, HttpContext http)
    {
        if (Open(state) is not { } opened)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { CredentialJson = credential, AttestationState = opened, HttpContext = http });
        return result.Succeeded && result.UserEntity.Id == account.Id.ToString() ? result.Passkey : null;
    }

    /// <returns>Whose key it is, and the key with its counter moved on; null when it is nobody's, or came too late.</returns>
    public async Task<(StaffAccount Account, UserPasskeyInfo Passkey)?> SignInAsync(string credential, string state, HttpContext http)
    {
        if (Open(state) is not { } opened)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { CredentialJson = credential, AssertionState = opened, HttpContext = http });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    internal static string Write(UserPasskeyInfo key) => JsonSerializer.Serialize(new Kept(
        key.PublicKey, key.CreatedAt, key.SignCount, key.Transports, key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson));

    internal static UserPasskeyInfo Read(StaffPasskey stored)
    {
        var kept = JsonSerializer.Deserialize<Kept>(stored.Credential)!;
        return new UserPasskeyInfo(
            stored.CredentialId, kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp,
            kept.AttestationObject, kept.ClientDataJson)
        {
            Name = stored.Name,
        };
    }

    private string Seal(string? state) => protector.Protect(state ?? "", StateLasts);

    private string? Open(string state)
    {
        try
        {
            return answered.IsFirst(state) ? protector.Unprotect(state) : null;
        }
        catch (CryptographicException)
        {
            // Too late, or not ours: the person is asked again.
            return null;
        }
    }

    private sealed record Kept(
        byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson);
}

/// <summary>Each question is answered once: the same answer sent again from elsewhere opens nothing. In memory, for as long as a question lasts.</summary>
public sealed class AnsweredQuestions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> answered = new(StringComparer.Ordinal);

    public bool IsFirst(string state)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, at) in answered)
        {
            if (at + Passkeys.StateLasts + Passkeys.StateLasts < now)
            {
                answered.TryRemove(old, out _);
            }
        }

        return answered.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state))), now);
    }
}

/// <param name="Options">JSON for the browser's own function.</param>
/// <param name="State">Goes back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string State);
