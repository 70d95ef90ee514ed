using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>The server as a packet meets it: interfaces, their addresses and their switches.</summary>
internal sealed class HostView
{
    private readonly Dictionary<uint, HostLink> _links = [];
    private readonly ILookup<uint, NetAdapter> _adapters;
    private readonly ILookup<uint, IPInterface> _rows;
    private readonly ILookup<uint, HostAddress> _addresses;
    private readonly ILookup<uint, HostAddress> _kept;
    private readonly ILookup<uint, Route> _routesOf;
    private PrefixIndex<Route>? _routes;
    private HashSet<IPAddress>? _own;
    private ILookup<string, PnPDevice>? _devices;
    private ILookup<IPAddress, Neighbor>? _neighbors;
    private ILookup<int, Socket>? _tcp;
    private ILookup<int, Socket>? _udp;
    private ILookup<int?, int>? _rulesByPort;

    public HostView(Snapshot snapshot)
    {
        Snapshot = snapshot;
        _adapters = (Snapshot.Adapters.Rows ?? []).ToLookup(row => row.InterfaceIndex);
        _rows = (Snapshot.IPInterfaces(CimStore.Active).Rows ?? []).ToLookup(row => row.InterfaceIndex);
        _addresses = Addresses.ToLookup(row => row.InterfaceIndex);
        _kept = Kept.ToLookup(row => row.InterfaceIndex);
        _routesOf = Routes.ToLookup(row => row.InterfaceIndex);
        IEnumerable<uint> indexes = _adapters.Select(each => each.Key).Concat(_rows.Select(each => each.Key)).Concat(_addresses.Select(each => each.Key))
            .Concat(_kept.Select(each => each.Key)).Concat(_routesOf.Select(each => each.Key));
        foreach (uint index in indexes.Distinct().OrderBy(index => index))
            _links.Add(index, Recognise(index));
    }

    public Snapshot Snapshot { get; }

    public IReadOnlyCollection<HostLink> Links => _links.Values;

    public IReadOnlyList<HostAddress> Addresses => Snapshot.Addresses(CimStore.Active).Rows ?? [];

    /// <summary>The addresses that the next start brings.</summary>
    public IReadOnlyList<HostAddress> Kept => Snapshot.Addresses(CimStore.Persistent).Rows ?? [];

    public IReadOnlyList<Route> Routes => Snapshot.Routes.Rows ?? [];

    /// <summary>The routes that lead to an address, whether or not they are used.</summary>
    public IEnumerable<Route> RoutesTo(IPAddress address) => (_routes ??= new PrefixIndex<Route>(Routes, route => route.Destination)).Covering(IPPrefix.OfHost(address));

    public HostLink Link(uint index) => _links[index];

    /// <summary>True for an address of the server.</summary>
    public bool Has(IPAddress address) => (_own ??= [.. Addresses.Select(row => row.Address)]).Contains(address);

    public IPInterface? Row(uint index, IPFamily family) => _rows[index].FirstOrDefault(row => row.Family == family);

    /// <summary>True if nothing but the persistent store speaks of it.</summary>
    public bool IsGone(HostLink link) => Snapshot.Adapters.Rows is not null
        && !_adapters.Contains(link.Index) && !_rows.Contains(link.Index) && !_addresses.Contains(link.Index) && !_routesOf.Contains(link.Index);

    /// <summary>Whether a protocol or service is bound to an adapter; null if that could not be read.</summary>
    public bool? IsBound(HostLink to, string component)
    {
        AdapterBinding[] own = (Snapshot.AdapterBindings.Rows ?? [])
            .Where(row => row.Alias.TryGet(out string alias) && string.Equals(alias, to.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
        AdapterBinding? binding = Array.Find(own, row => string.Equals(row.ComponentId, component, StringComparison.OrdinalIgnoreCase));
        if (own.Length == 0 || binding is { Enabled.HasValue: false })
            return null;
        return binding?.Enabled.Is(true) ?? false;
    }

    /// <summary>A value of the registry; null where it could not be read.</summary>
    public RegistryValue? Value(RegistryName name)
    {
        RegistryValue? value = Snapshot.RegistryValues.Rows?.FirstOrDefault(row => name.Is(row.Hive, row.Key, row.Name));
        return value is null || (!value.IsAbsent && (!value.Type.HasValue || !value.Data.HasValue)) ? null : value;
    }

    /// <summary>What was heard of an address.</summary>
    public IEnumerable<Neighbor> Neighbors(IPAddress address) => (_neighbors ??= (Snapshot.Neighbors.Rows ?? []).ToLookup(row => row.Address))[address];

    /// <summary>The sockets of a port; null where they could not be read.</summary>
    public Socket[]? Sockets(TransportProtocol protocol, int port)
    {
        if (protocol == TransportProtocol.Tcp)
        {
            _tcp ??= Snapshot.TcpConnections.Rows?.ToLookup(row => (int)row.LocalPort, row => new Socket(
                Plain(row.LocalAddress), row.OwningProcess, row.State.TryGet(out TcpState state) ? state == TcpState.Listen : null));
            return _tcp?[port].ToArray();
        }

        _udp ??= Snapshot.UdpEndpoints.Rows?.ToLookup(row => (int)row.LocalPort, row => new Socket(Plain(row.LocalAddress), row.OwningProcess, true));
        return _udp?[port].ToArray();
    }

    /// <summary>The firewall rules but those that write other ports one by one, in their order: a service of many ports may have a rule for each.</summary>
    public IEnumerable<FirewallRule> RulesFor(int? port)
    {
        IReadOnlyList<FirewallRule> rules = Snapshot.FirewallRules.Rows ?? [];
        if (port is null)
            return rules;
        _rulesByPort ??= rules.SelectMany((rule, at) => PortsOf(rule).Select(each => (Port: each, At: at))).ToLookup(each => each.Port, each => each.At);
        return _rulesByPort[port].Concat(_rulesByPort[null]).OrderBy(at => at).Select(at => rules[at]);
    }

    /// <summary>The names of readings, for a hop to show.</summary>
    public string AddressesName => Snapshot.Addresses(CimStore.Active).Name;

    public string RowsName => Snapshot.IPInterfaces(CimStore.Active).Name;

    /// <summary>The ports that a rule writes one by one; null in their place where it writes something else.</summary>
    private static IEnumerable<int?> PortsOf(FirewallRule rule)
    {
        int?[] ports = rule.LocalPorts.TryGet(out IReadOnlyList<string> texts) && texts.Count > 0 ? [.. texts.Select(LiteralText.OnePort).Distinct()] : [null];
        return ports.Contains(null) ? [null] : ports;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private HostLink Recognise(uint index)
    {
        NetAdapter? adapter = _adapters[index].LastOrDefault();
        IEnumerable<HostAddress> addresses = _addresses[index].Concat(_kept[index]);
        string? alias = new[] { adapter?.Alias.Or(string.Empty) }
            .Concat(_rows[index].Select(row => row.Alias.Or(string.Empty)))
            .Concat(addresses.Select(row => row.InterfaceAlias.Or(string.Empty)))
            .Concat(_routesOf[index].Select(row => row.InterfaceAlias.Or(string.Empty)))
            .FirstOrDefault(each => !string.IsNullOrWhiteSpace(each));
        if (adapter is not null)
            return new HostLink(index, alias, KindOf(adapter), IsUp(adapter), IsDisabled(adapter));
        bool isBuiltIn = addresses.Any(row => IPAddress.IsLoopback(row.Address)) || _routesOf[index].Any(row => IPAddress.IsLoopback(row.Destination.Network));
        bool isSure = Snapshot.Adapters.Rows is not null && Snapshot.Addresses(CimStore.Active).Rows is not null;
        return new HostLink(index, alias, isBuiltIn ? LinkKind.BuiltIn : isSure ? LinkKind.Wire : LinkKind.Untold, true);
    }

    private LinkKind KindOf(NetAdapter adapter)
    {
        if (adapter.ComponentId.TryGet(out string id) && !string.IsNullOrWhiteSpace(id))
            return string.Equals(id, NetAdapter.LoopbackHardwareId, StringComparison.OrdinalIgnoreCase) ? LinkKind.KmTest : LinkKind.Wire;
        if (!adapter.DeviceInstanceId.TryGet(out string instance))
            return LinkKind.Untold;
        _devices ??= (Snapshot.PnPDevices.Rows ?? []).ToLookup(each => each.InstanceId, StringComparer.OrdinalIgnoreCase);
        PnPDevice? device = _devices[instance].FirstOrDefault();
        if (device is null || !device.HardwareIds.TryGet(out IReadOnlyList<string> ids))
            return LinkKind.Untold;
        return ids.Any(each => string.Equals(each, NetAdapter.LoopbackHardwareId, StringComparison.OrdinalIgnoreCase)) ? LinkKind.KmTest : LinkKind.Wire;
    }

    private static bool IsDisabled(NetAdapter adapter) => adapter.State.Is(AdapterState.Disabled) || adapter.AdminStatus.Is(AdminStatus.Down);

    private static bool? IsUp(NetAdapter adapter)
    {
        if (IsDisabled(adapter))
            return false;
        return adapter.OperationalStatus.TryGet(out InterfaceStatus status) ? status == InterfaceStatus.Up : null;
    }

    /// <summary>A bound socket.</summary>
    /// <param name="Address">Its address.</param>
    /// <param name="Process">Whose it is.</param>
    /// <param name="Listens">Whether it takes what comes; null if that could not be read.</param>
    internal sealed record Socket(IPAddress Address, Field<uint> Process, bool? Listens);
}
