using DsrReadiness.Checks;

namespace DsrReadiness.Arp;

/// <summary>Whose adapter has a MAC address.</summary>
/// <param name="Server">The server.</param>
/// <param name="Interface">The name of the adapter.</param>
internal sealed record ArpOwner(PoolMember Server, string Interface);
