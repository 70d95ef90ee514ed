using System.Collections.Generic;
using System.Net;
using DsrReadiness.Host;

namespace DsrReadiness.Inventory;

/// <summary>A loopback of a server, with the addresses that somebody gave it.</summary>
/// <param name="Interface">The loopback.</param>
/// <param name="Addresses">Its addresses in either store, but for automatic ones.</param>
internal sealed record LoopbackEntry(HostInterface Interface, IReadOnlyList<IPAddress> Addresses);
