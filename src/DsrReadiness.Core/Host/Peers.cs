using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>
/// Everyone of a family whom the server must reach: the traffic interface's subnets, gateways, DNS servers, balancers, and the client
/// ranges that were named. Where none was named, clients are anywhere, which is a matter of the default route.
/// </summary>
internal sealed class Peers
{
    private readonly IPFamily _family;
    private readonly List<Peer> _known = [];
    private readonly HashSet<string> _names = [];
    private readonly List<IPPrefix> _subnets = [];
    private readonly PrefixIndex<Peer> _index;

    public Peers(HostContext context, IPFamily family)
    {
        _family = family;
        AddSubnets(context);
        AddGateways(context);
        AddDnsServers(context);
        foreach (IPAddress balancer in context.Service.Balancers)
            Add("the balancer " + balancer, balancer);
        foreach (IPAddress prober in context.Service.Probers(context.Environment).Except(context.Service.Balancers))
            Add("the source of Azure's probe " + prober, prober);
        foreach (IPPrefix clients in context.Service.Clients)
            Add("the client range " + clients, clients);
        _index = new PrefixIndex<Peer>(_known, peer => peer.Prefix);
    }

    /// <summary>Those who are known, each once.</summary>
    public IReadOnlyList<Peer> Known => _known;

    /// <summary>The on-link prefixes of the traffic interface's own addresses.</summary>
    public IReadOnlyList<IPPrefix> Subnets => _subnets;

    /// <summary>Why there may be more than those known; null if there are not.</summary>
    public Missing? Missing { get; private set; }

    /// <summary>Those of whom at least a part is in a prefix.</summary>
    public IEnumerable<Peer> Overlapping(IPPrefix prefix) => _index.Overlapping(prefix);

    private void AddSubnets(HostContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out Missing? missing))
        {
            // A traffic interface that does not exist has no subnet, and H02 fails.
            if (!missing.IsAbsent)
                Missing ??= missing;
            return;
        }

        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
        {
            Missing ??= missing;
            return;
        }

        IEnumerable<HostAddress> own = addresses.Where(
            each => each.InterfaceIndex == traffic.Index && each.Family == _family && !context.Service.VirtualIPAddresses.Contains(each.Address));
        foreach (HostAddress address in own)
        {
            if (address.OnLinkPrefix is not { } subnet)
            {
                Missing ??= Missing.Property($"The prefix length of {address.Address} on {traffic.Alias}", address.PrefixLength);
            }
            else if (!SpecialAddresses.IsLocal(subnet))
            {
                _subnets.Add(subnet);
                if (!subnet.IsHost) // Nobody but the server itself is in a subnet of one address.
                    Add($"the subnet {subnet} of {traffic.Alias}", subnet);
            }
        }
    }

    private void AddGateways(HostContext context)
    {
        if (!context.Routes.Of(_family).TryGet(out IReadOnlyList<Route>? routes, out Missing? missing))
        {
            Missing ??= missing;
            return;
        }

        foreach (Route route in routes.Where(each => each.Destination.IsDefault && !context.Topology.IsLoopback(each.InterfaceIndex)))
        {
            string on = HostInterface.NameWithoutAlias(route.InterfaceIndex);
            if (!route.NextHop.TryGet(out IPAddress gateway))
                Missing ??= Missing.Property("The next hop of the default route on " + on, route.NextHop);
            else if (!gateway.IsWildcard())
                Add("the gateway " + gateway, gateway);
        }
    }

    private void AddDnsServers(HostContext context)
    {
        if (!context.Snapshot.DnsServers.TryGet(out IReadOnlyList<DnsServers>? rows, out Missing? missing))
        {
            Missing ??= missing;
            return;
        }

        foreach (DnsServers row in rows)
        {
            if (row.Texts is { HasValue: false, IsNull: false })
                Missing ??= Missing.Property("The list of DNS servers of " + HostInterface.NameWithoutAlias(row.InterfaceIndex), row.Texts);
            foreach (IPAddress server in row.Servers.Where(each => !IPAddress.IsLoopback(each) && !DnsServers.IsDefault(each)))
                Add("the DNS server " + server, server);
        }
    }

    private void Add(string name, IPAddress host) => Add(name, IPPrefix.OfHost(host), isOneHost: true);

    private void Add(string name, IPPrefix prefix, bool isOneHost = false)
    {
        if (prefix.Family == _family && _names.Add(name))
            _known.Add(new Peer(name, prefix, isOneHost));
    }
}
