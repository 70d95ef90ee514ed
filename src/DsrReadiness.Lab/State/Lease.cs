using System.Net;

namespace DsrReadiness.Lab.State;

/// <summary>What a DHCP server gives an interface that asks.</summary>
internal sealed record Lease(IPAddress Address, int PrefixLength, IPAddress? Gateway);
