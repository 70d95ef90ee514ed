using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>The routes of a loopback that lead anywhere.</summary>
internal static class LoopbackRoutes
{
    /// <summary>
    /// The routes without those that every interface has (link-local, loopback, multicast, broadcast) and those to the VIPs and to the
    /// loopback's own addresses. Routes of a loopback that is down are among them: they are back as soon as it is up.
    /// </summary>
    public static Fact<IReadOnlyList<Route>> Of(CheckContext context, HostInterface loopback, IPFamily family)
    {
        Reading<Route> reading = context.Snapshot.Routes;
        if (!reading.TryGet(out IReadOnlyList<Route>? routes, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        IPAddress[] own = OwnAddresses(context, loopback).ToArray();
        return routes
            .Where(route => route.InterfaceIndex == loopback.Index && route.Family == family && !SpecialAddresses.IsLocal(route.Destination))
            .Where(route => !(route.Destination.IsHost && own.Contains(route.Destination.Network)))
            .ToArray();
    }

    /// <summary>The address of the interface whose prefix made the route, or null if none did.</summary>
    public static HostAddress? SourceOf(CheckContext context, Route route) => AddressesOn(context, route.InterfaceIndex)
        .FirstOrDefault(address => route.Destination.Equals(address.OnLinkPrefix));

    private static IEnumerable<IPAddress> OwnAddresses(CheckContext context, HostInterface loopback)
    {
        foreach (IPAddress vip in context.Service.VirtualIPAddresses)
            yield return vip;
        foreach (HostAddress address in AddressesOn(context, loopback.Index))
        {
            yield return address.Address;
            if (address.OnLinkPrefix is { } subnet && SpecialAddresses.BroadcastOf(subnet) is { } broadcast)
                yield return broadcast;
        }
    }

    private static IEnumerable<HostAddress> AddressesOn(CheckContext context, uint index) =>
        (context.Snapshot.Addresses(CimStore.Active).Rows ?? []).Where(address => address.InterfaceIndex == index);
}
