using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Inventory;

/// <summary>The host model of every interface that IP runs on.</summary>
internal static class HostModelInventory
{
    public static Fact<IReadOnlyList<HostModelEntry>> Of(Snapshot snapshot)
    {
        if (!snapshot.IPInterfaces(CimStore.Active).TryGet(out IReadOnlyList<IPInterface>? rows, out Missing? missing))
            return missing;
        IReadOnlyList<IPInterface> persistent = snapshot.IPInterfaces(CimStore.Persistent).Rows ?? [];
        var topology = new Topology(snapshot);
        var entries = new List<HostModelEntry>();
        foreach (IPInterface row in rows.OrderBy(each => each.InterfaceIndex).ThenBy(each => each.Family))
        {
            if (!topology.Find(row.InterfaceIndex).TryGet(out HostInterface? found, out missing))
                return missing;
            IPInterface? stored = persistent.FirstOrDefault(each => each.InterfaceIndex == row.InterfaceIndex && each.Family == row.Family);
            entries.Add(new HostModelEntry(
                found, row.Family, row.WeakHostSend, row.WeakHostReceive, stored?.WeakHostSend ?? default, stored?.WeakHostReceive ?? default));
        }

        return entries;
    }
}
