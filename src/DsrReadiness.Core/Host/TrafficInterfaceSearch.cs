using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>
/// Finds where the balancer's frames arrive: the interface that was given; else the one whose on-link prefix holds the balancer; else the
/// one of the default route.
/// </summary>
internal static class TrafficInterfaceSearch
{
    public static Fact<FoundInterface> Find(HostContext context)
    {
        if (context.Service.TrafficInterface is { } given)
            return Given(context.Topology, given);
        IPAddress[] balancers = context.Service.Balancers.Where(balancer => !balancer.IsLinkLocal()).ToArray();
        return (balancers.Length == 0 ? null : OnBalancersSegment(context, balancers)) ?? OfDefaultRoute(context);
    }

    /// <summary>What a person may mean: a name goes before an index, so that an interface named by a number can be given too.</summary>
    public static IReadOnlyList<uint> Meant(Topology topology, string given)
    {
        uint[] named = topology.Indexes.Where(index => string.Equals(topology.AliasOf(index), given, StringComparison.OrdinalIgnoreCase)).ToArray();
        return named.Length > 0 ? named : topology.Indexes.Where(index => index.ToString(CultureInfo.InvariantCulture) == given).ToArray();
    }

    /// <summary>What to say to a person who has to choose. By index: an alias would have to be quoted for a shell.</summary>
    public static string Advice(IEnumerable<uint> candidates)
    {
        string[] options = candidates.Distinct().Select(index => "--interface " + index.ToString(CultureInfo.InvariantCulture)).ToArray();
        return "Give the traffic interface by name or index" + (options.Length == 0 ? " (--interface)." : ": " + string.Join(" or ", options) + ".");
    }

    private static Fact<FoundInterface> Given(Topology topology, string given)
    {
        IReadOnlyList<uint> meant = Meant(topology, given);
        if (meant.Count > 1)
            return Missing.Unknown($"The traffic interface was given as '{given}', and {meant.Count} interfaces have that name.", Advice(meant));
        if (meant.Count == 0)
        {
            return topology.All().TryGet(out _, out Missing? unsure)
                ? Missing.Absent($"The traffic interface was given as '{given}', which does not exist; H02 says so.")
                : unsure;
        }

        if (!topology.Find(meant[0]).TryGet(out HostInterface? found, out Missing? missing))
            return missing;
        return found.IsLoopback
            ? Missing.Absent($"The traffic interface was given as '{given}', which is a loopback; H02 says so.")
            : new FoundInterface(found, "it was given");
    }

    /// <summary>
    /// Null if the balancers are on nobody's segment. A link-local balancer is on everybody's, which tells nothing, so that none is asked
    /// for here; a prefix that a VIP brings is no segment of the server's.
    /// </summary>
    private static Fact<FoundInterface>? OnBalancersSegment(HostContext context, IPAddress[] balancers)
    {
        Reading<HostAddress> reading = context.Snapshot.Addresses(CimStore.Active);
        if (!reading.TryGet(out IReadOnlyList<HostAddress>? addresses, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        var holding = new List<Candidate>();
        Missing? unread = null;
        foreach (HostAddress address in addresses.Where(each => !context.Service.VirtualIPAddresses.Contains(each.Address)))
        {
            bool couldHold = balancers.Any(balancer => balancer.Family() == address.Family);
            IPAddress? held = balancers.FirstOrDefault(balancer => address.OnLinkPrefix?.Contains(balancer) == true);
            if (!couldHold || (held is null && address.OnLinkPrefix is not null))
                continue;
            if (!context.Topology.Find(address.InterfaceIndex).TryGet(out HostInterface? on, out Missing? missing))
                return missing;
            if (on.IsLoopback)
                continue;
            if (held is null)
                unread ??= Missing.Property($"PrefixLength of {address.Address} on {on.Alias}", address.PrefixLength);
            else
                holding.Add(new Candidate(on, address.Family, $"the balancer {held} is on its segment {address.OnLinkPrefix}"));
        }

        if (holding.Count == 0 && unread is not null)
            return unread;
        if (holding.Count == 0)
            return null;
        Candidate[] connected = holding.Where(each => !context.Routes.IsDisconnected(each.Interface.Index, each.Family)).ToArray();
        return connected.Length > 0
            ? TheOne(connected, "has the balancer on its segment")
            : TheOne(holding, "has the balancer on its segment", ", though it is disconnected");
    }

    /// <summary>A default route of a loopback is a fault that other checks report; it is never where frames arrive.</summary>
    private static Fact<FoundInterface> OfDefaultRoute(HostContext context)
    {
        Topology topology = context.Topology;
        var leaving = new List<Candidate>();
        foreach (IPFamily family in context.Families)
        {
            var everywhere = new IPPrefix(family == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any, 0);
            if (!context.Routes.Winners(everywhere, route => !topology.IsLoopback(route.InterfaceIndex))
                .TryGet(out IReadOnlyList<Route>? winners, out Missing? missing))
            {
                return missing;
            }

            foreach (Route winner in winners)
            {
                if (!topology.Find(winner.InterfaceIndex).TryGet(out HostInterface? on, out missing))
                    return missing;
                leaving.Add(new Candidate(on, family, $"it has the winning default route ({family})"));
            }
        }

        return leaving.Count > 0
            ? TheOne(leaving, "has the winning default route")
            : Missing.Unknown(
                "No interface of the server has the balancer on its segment or a default route.",
                Advice(topology.Indexes.Where(index => topology.HasIP(index) && !topology.IsLoopback(index))));
    }

    private static Fact<FoundInterface> TheOne(IReadOnlyList<Candidate> candidates, string what, string but = "")
    {
        Candidate[] each = candidates.GroupBy(candidate => candidate.Interface).Select(group => group.First()).ToArray();
        if (each.Length == 1)
            return new FoundInterface(each[0].Interface, each[0].How + but);
        string names = string.Join(", ", each.Select(candidate => $"{candidate.Interface} ({candidate.Interface.Index}, {candidate.Family})"));
        return Missing.Unknown($"More than one interface {what}: {names}.", Advice(each.Select(candidate => candidate.Interface.Index)));
    }

    private sealed class Candidate(HostInterface on, IPFamily family, string how)
    {
        public HostInterface Interface { get; } = on;

        public IPFamily Family { get; } = family;

        public string How { get; } = how;
    }
}
