using System.Collections.Generic;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Arp;

/// <summary>A MAC address that answers for a VIP.</summary>
/// <param name="LinkLayerAddress">The address, with dashes.</param>
/// <param name="Kind">Who it belongs to.</param>
/// <param name="Owners">The servers that have it: one, unless two are configured alike.</param>
/// <param name="Sightings">Who has seen it.</param>
/// <param name="Explanation">What failed on the servers that have it, and probably explains it.</param>
internal sealed record ArpClaimant(
    string LinkLayerAddress,
    ArpClaimantKind Kind,
    IReadOnlyList<ArpOwner> Owners,
    IReadOnlyList<ArpSighting> Sightings,
    IReadOnlyList<CheckResult> Explanation);
