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
    private PrefixIndex<Route>? _routes;

    public HostView(Snapshot snapshot)
    {
        Snapshot = snapshot;
        IEnumerable<uint> indexes = Adapters.Select(row => row.InterfaceIndex)
            .Concat(Rows.Select(row => row.InterfaceIndex))
            .Concat(Addresses.Select(row => row.InterfaceIndex))
            .Concat(Kept.Select(row => row.InterfaceIndex))
            .Concat(Routes.Select(row => row.InterfaceIndex));
        foreach (uint index in indexes.Distinct().OrderBy(index => index))
            _links.Add(index, Recognise(index));
    }

    public Snapshot Snapshot { get; }

    public IReadOnlyCollection<HostLink> Links => _links.Values;

    public IReadOnlyList<HostAddress> Addresses => Snapshot.Addresses(CimStore.Active).Rows ?? [];

    /// <summary>The addresses that the next start brings.</summary>
    public IReadOnlyList<HostAddress> Kept => Snapshot.Addresses(CimStore.Persistent).Rows ?? [];

    public IReadOnlyList<IPInterface> Rows => Snapshot.IPInterfaces(CimStore.Active).Rows ?? [];

    public IReadOnlyList<Route> Routes => Snapshot.Routes.Rows ?? [];

    /// <summary>The routes that lead to an address, whether or not they are used.</summary>
    public IEnumerable<Route> RoutesTo(IPAddress address) => (_routes ??= new PrefixIndex<Route>(Routes, route => route.Destination)).Covering(IPPrefix.OfHost(address));

    private IReadOnlyList<NetAdapter> Adapters => Snapshot.Adapters.Rows ?? [];

    public HostLink Link(uint index) => _links[index];

    public IPInterface? Row(uint index, IPFamily family) => Rows.FirstOrDefault(row => row.InterfaceIndex == index && row.Family == family);

    /// <summary>True if nothing but the persistent store speaks of it.</summary>
    public bool IsGone(HostLink link) => Snapshot.Adapters.Rows is not null && !Adapters.Any(row => row.InterfaceIndex == link.Index) && !Rows.Any(row => row.InterfaceIndex == link.Index)
        && !Addresses.Any(row => row.InterfaceIndex == link.Index) && !Routes.Any(row => row.InterfaceIndex == link.Index);

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

    /// <summary>The sockets of TCP or UDP, and whether they listen where that could be read; null where the sockets could not be.</summary>
    public IEnumerable<(IPAddress Address, int Port, Field<uint> Process, bool? Listens)>? Sockets(TransportProtocol protocol) => protocol == TransportProtocol.Tcp
        ? Snapshot.TcpConnections.Rows?.Select(row => (
            Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, row.State.TryGet(out TcpState state) ? state == TcpState.Listen : (bool?)null))
        : Snapshot.UdpEndpoints.Rows?.Select(row => (Plain(row.LocalAddress), (int)row.LocalPort, row.OwningProcess, (bool?)true));

    /// <summary>The names of readings, for a hop to show.</summary>
    public string AddressesName => Snapshot.Addresses(CimStore.Active).Name;

    public string RowsName => Snapshot.IPInterfaces(CimStore.Active).Name;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private HostLink Recognise(uint index)
    {
        NetAdapter? adapter = Adapters.LastOrDefault(row => row.InterfaceIndex == index);
        string? alias = new[] { adapter?.Alias.Or(string.Empty) }
            .Concat(Rows.Where(row => row.InterfaceIndex == index).Select(row => row.Alias.Or(string.Empty)))
            .Concat(Addresses.Concat(Kept).Where(row => row.InterfaceIndex == index).Select(row => row.InterfaceAlias.Or(string.Empty)))
            .Concat(Routes.Where(row => row.InterfaceIndex == index).Select(row => row.InterfaceAlias.Or(string.Empty)))
            .FirstOrDefault(each => !string.IsNullOrWhiteSpace(each));
        if (adapter is not null)
            return new HostLink(index, alias, KindOf(adapter), IsUp(adapter), IsDisabled(adapter));
        bool isBuiltIn = Addresses.Concat(Kept).Any(row => row.InterfaceIndex == index && IPAddress.IsLoopback(row.Address))
            || Routes.Any(row => row.InterfaceIndex == index && IPAddress.IsLoopback(row.Destination.Network));
        bool isSure = Snapshot.Adapters.Rows is not null && Snapshot.Addresses(CimStore.Active).Rows is not null;
        return new HostLink(index, alias, isBuiltIn ? LinkKind.BuiltIn : isSure ? LinkKind.Wire : LinkKind.Untold, true);
    }

    private LinkKind KindOf(NetAdapter adapter)
    {
        if (adapter.ComponentId.TryGet(out string id) && !string.IsNullOrWhiteSpace(id))
            return string.Equals(id, NetAdapter.LoopbackHardwareId, StringComparison.OrdinalIgnoreCase) ? LinkKind.KmTest : LinkKind.Wire;
        if (!adapter.DeviceInstanceId.TryGet(out string instance))
            return LinkKind.Untold;
        PnPDevice? device = (Snapshot.PnPDevices.Rows ?? [])
            .FirstOrDefault(each => string.Equals(each.InstanceId, instance, StringComparison.OrdinalIgnoreCase));
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
}
