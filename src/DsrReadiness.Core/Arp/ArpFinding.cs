using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Arp;

/// <summary>Who answers for one VIP.</summary>
/// <param name="VirtualIPAddress">The VIP.</param>
/// <param name="Conclusion">What follows.</param>
/// <param name="Claimants">Who answers: real servers first.</param>
/// <param name="Reason">What is so, as plain sentences.</param>
/// <param name="Recommendation">What to do; null if nothing.</param>
/// <param name="Command">The command that does it, ready to be pasted; null if none does.</param>
/// <param name="Unknown">What could not be seen.</param>
internal sealed record ArpFinding(
    IPAddress VirtualIPAddress,
    ArpConclusion Conclusion,
    IReadOnlyList<ArpClaimant> Claimants,
    string Reason,
    string? Recommendation,
    string? Command,
    IReadOnlyList<string> Unknown);
