using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>
/// Finds where the balancer's frames arrive: the interface that was given; else the one whose on-link prefix holds the balancer; else the
/// one of the default route.
/// </summary>
internal static class TrafficInterfaceSearch
{
    private const string GiveInterface = "Give the traffic interface by name or index (--interface).";

    public static Fact<HostInterface> Find(CheckContext context)
    {
        if (!context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing))
            return missing;
        if (context.Service.TrafficInterface is { } given)
            return Given(given, all);
        HostInterface[] answering = all.Where(each => !each.IsLoopback).ToArray();
        if (context.Service.Balancers.Count > 0)
        {
            if (!OnBalancersSegment(context, answering).TryGet(out IReadOnlyList<HostInterface>? near, out missing))
                return missing;
            if (near.Count > 0)
                return TheOne(near, "has the balancer on its segment");
        }

        return OfDefaultRoute(context, answering).TryGet(out IReadOnlyList<HostInterface>? leaving, out missing)
            ? TheOne(leaving, "has the winning default route")
            : missing;
    }

    /// <summary>An exact name goes before an index, so that an interface named by a number can be given too.</summary>
    private static Fact<HostInterface> Given(string given, IReadOnlyList<HostInterface> all)
    {
        HostInterface? found = all.FirstOrDefault(each => string.Equals(each.Alias, given, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(each => each.Index.ToString(CultureInfo.InvariantCulture) == given);
        if (found is null || found.IsLoopback)
            return Missing.Absent($"The traffic interface was given as '{given}', which {(found is null ? "does not exist" : "is a loopback")}; H02 says so.");
        return found;
    }

    private static Fact<IReadOnlyList<HostInterface>> OnBalancersSegment(CheckContext context, HostInterface[] answering)
    {
        Reading<HostAddress> reading = context.Snapshot.Addresses(CimStore.Active);
        if (!reading.TryGet(out IReadOnlyList<HostAddress>? addresses, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        bool HoldsBalancer(HostInterface each) => addresses.Any(address => address.InterfaceIndex == each.Index
            && !context.Service.VirtualIPAddresses.Contains(address.Address)
            && context.Service.Balancers.Any(balancer => address.OnLinkPrefix?.Contains(balancer) == true));
        return answering.Where(HoldsBalancer).ToArray();
    }

    private static Fact<IReadOnlyList<HostInterface>> OfDefaultRoute(CheckContext context, HostInterface[] answering)
    {
        var leaving = new List<HostInterface>();
        foreach (IPFamily family in context.Families)
        {
            var everywhere = new IPPrefix(family == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any, 0);
            if (!context.Routes.Winners(everywhere).TryGet(out IReadOnlyList<Route>? winners, out Missing? missing))
                return missing;
            leaving.AddRange(answering.Where(each => winners.Any(route => route.InterfaceIndex == each.Index)));
        }

        return leaving.Distinct().ToArray();
    }

    private static Fact<HostInterface> TheOne(IReadOnlyList<HostInterface> found, string why) => found.Count switch
    {
        1 => found[0],
        0 => Missing.Unknown("No interface of the server " + why + ".", GiveInterface),
        _ => Missing.Unknown("More than one interface " + why + ": " + string.Join(", ", found) + ".", GiveInterface),
    };
}
