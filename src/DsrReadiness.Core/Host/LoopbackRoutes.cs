using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>The routes of a loopback that lead anywhere.</summary>
internal static class LoopbackRoutes
{
    /// <summary>
    /// The routes without those that every interface has (link-local, loopback, multicast, broadcast) and those to the VIPs and to
    /// addresses of the server itself. Routes of a loopback that is down are among them: they are back as soon as it is up.
    /// </summary>
    public static Fact<IReadOnlyList<Route>> Of(HostContext context, HostInterface loopback, IPFamily family)
    {
        if (!context.Snapshot.Routes.TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
            return missing;
        var nobody = new HashSet<IPAddress>(context.Service.VirtualIPAddresses.Concat(Broadcasts(context, loopback)));
        return routes
            .Where(route => route.InterfaceIndex == loopback.Index && route.Family == family && !SpecialAddresses.IsLocal(route.Destination))
            .Where(route => !IsToOwnAddress(context, route) && !(route.Destination.IsHost && nobody.Contains(route.Destination.Network)))
            .ToArray();
    }

    /// <summary>The address of the interface whose prefix made the route, or null if none did.</summary>
    public static HostAddress? SourceOf(HostContext context, Route route) => context.OwnAddresses.WithPrefix(route.InterfaceIndex, route.Destination);

    /// <summary>True for the route of a single address that the server has, on whatever interface: what it sends there leaves by none.</summary>
    public static bool IsToOwnAddress(HostContext context, Route route) => route.Destination.IsHost && context.OwnAddresses.Contains(route.Destination.Network);

    /// <summary>A loopback's route to more than what is on the loopback itself, or would be: nothing of it reaches a client.</summary>
    public static bool IsTrap(HostContext context, Route route) => context.Topology.IsLoopback(route.InterfaceIndex) && !SpecialAddresses.IsLocal(route.Destination)
        && !IsToOwnAddress(context, route) && !(route.Destination.IsHost && context.Service.VirtualIPAddresses.Contains(route.Destination.Network));

    private static IEnumerable<IPAddress> Broadcasts(HostContext context, HostInterface loopback) => AddressesOn(context, loopback.Index)
        .Select(address => address.OnLinkPrefix is { } subnet ? SpecialAddresses.BroadcastOf(subnet) : null).OfType<IPAddress>();

    private static IEnumerable<HostAddress> AddressesOn(HostContext context, uint index) =>
        (context.Snapshot.Addresses(CimStore.Active).Rows ?? []).Where(address => address.InterfaceIndex == index);
}
