using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>A server of a pool.</summary>
/// <param name="Name">What it is called: its computer name, or whatever tells it from the others.</param>
/// <param name="Snapshot">Its snapshot.</param>
internal sealed record PoolMember(string Name, Snapshot Snapshot)
{
    /// <summary>True if it is this server, which is known by its computer name.</summary>
    public bool Is(Snapshot server) => string.Equals(Name, server.ComputerName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it holds an address.</summary>
    public Fact<bool> Holds(IPAddress address) => Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? held, out Missing? missing)
        ? held.Any(each => each.Address.Equals(address))
        : missing;
}
