using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>Finds the loopback of a VIP: the one that holds it; else the only KM-TEST adapter.</summary>
internal static class LoopbackSearch
{
    public static Fact<HostInterface> Find(HostContext context, IPAddress vip)
    {
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? active, out Missing? missing))
            return missing;

        // A disabled adapter has its addresses in the persistent store alone.
        return HolderOf(context.Topology, vip, active)
            ?? HolderOf(context.Topology, vip, context.Snapshot.Addresses(CimStore.Persistent).Rows ?? [])
            ?? TheOnlyOne(context.Topology, vip);
    }

    /// <summary>The loopback that holds a VIP, a KM-TEST adapter before the built-in one, and the first of several; null if none does.</summary>
    private static Fact<HostInterface>? HolderOf(Topology topology, IPAddress vip, IEnumerable<HostAddress> addresses)
    {
        HostInterface? builtIn = null;
        Missing? untold = null;
        foreach (HostAddress held in addresses.Where(each => each.Address.Equals(vip)))
        {
            if (!topology.Find(held.InterfaceIndex).TryGet(out HostInterface? holder, out Missing? missing))
                untold ??= missing;
            else if (holder.Kind == InterfaceKind.KmTestLoopback)
                return holder;
            else if (holder.Kind == InterfaceKind.BuiltInLoopback)
                builtIn ??= holder;
        }

        if (builtIn is not null)
            return builtIn;
        if (untold is not null)
            return untold;
        return null;
    }

    private static Fact<HostInterface> TheOnlyOne(Topology topology, IPAddress vip)
    {
        if (!topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing)
            || !topology.KmTestLoopbacks().TryGet(out _, out missing))
        {
            return missing;
        }

        HostInterface[] kmTest = all.Where(each => each.Kind == InterfaceKind.KmTestLoopback).ToArray();
        return kmTest.Length switch
        {
            1 => kmTest[0],
            0 => Missing.Absent("There is no loopback adapter. See A01."),
            _ => Missing.Absent($"None of the {kmTest.Length} loopback adapters holds {vip}. See V01."),
        };
    }
}
