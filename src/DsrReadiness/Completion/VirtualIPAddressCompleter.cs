using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the VIPs that servers have on their loopbacks.</summary>
public sealed class VirtualIPAddressCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot)
    {
        var topology = new Topology(snapshot);
        return (snapshot.Addresses(CimStore.Active).Rows ?? [])
            .Where(row => !SpecialAddresses.IsAutomatic(row.Address) && topology.Find(row.InterfaceIndex).TryGet(out HostInterface? on, out _) && on.IsLoopback)
            .Select(row => new Word(row.Address.ToString(), row.Address.ToString(), "On a loopback of " + snapshot.ComputerName));
    }
}
