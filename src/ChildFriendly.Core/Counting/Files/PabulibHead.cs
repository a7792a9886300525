namespace ChildFriendly.Core.Counting.Files;

/// <summary>What a .pb file says about a vote besides its projects and ballots.</summary>
/// <param name="Rule">By the names of pabulib.org.</param>
/// <param name="Language">Of the names.</param>
/// <param name="MaxLength">How many projects one ballot may name.</param>
/// <param name="IsCapped">A ballot may not spend more than there is.</param>
/// <param name="Decimals">How many decimals the money has: costs are whole numbers of its smallest unit.</param>
public sealed record PabulibHead(
    string Description, string Country, string Unit, string Instance, string Rule, DateOnly Begins, DateOnly Ends, int MaxLength, bool IsCapped,
    string Language, string Currency, int Decimals, string Comment);
