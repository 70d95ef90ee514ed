using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Inventory;

/// <summary>Which loopbacks a server has.</summary>
internal static class LoopbackInventory
{
    /// <summary>The KM-TEST adapters, and the built-in loopback if somebody gave it an address.</summary>
    public static Fact<IReadOnlyList<LoopbackEntry>> Of(Snapshot snapshot)
    {
        if (!snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing)
            || !new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out missing))
        {
            return missing;
        }

        HostAddress[] addresses = [.. rows, .. snapshot.Addresses(CimStore.Persistent).Rows ?? []];
        return all.Where(each => each.IsLoopback)
            .Select(each => new LoopbackEntry(each, AddressesOf(each, addresses)))
            .Where(entry => entry.Interface.Kind == InterfaceKind.KmTestLoopback || entry.Addresses.Count > 0)
            .ToArray();
    }

    private static IPAddress[] AddressesOf(HostInterface loopback, HostAddress[] addresses) => addresses
        .Where(row => row.InterfaceIndex == loopback.Index && !SpecialAddresses.IsAutomatic(row.Address))
        .Select(row => row.Address)
        .Distinct()
        .ToArray();
}
