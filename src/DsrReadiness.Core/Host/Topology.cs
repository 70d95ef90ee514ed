using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>
/// Which interfaces a server has and what each is. A loopback is recognised by its hardware id, the built-in one by holding the
/// host's own loopback address without being an adapter; never by a name.
/// </summary>
internal sealed class Topology
{
    private readonly Snapshot _snapshot;
    private readonly SortedDictionary<uint, NetAdapter> _adapters = [];
    private readonly HashSet<uint> _withIP = [];
    private readonly HashSet<uint> _inUse = [];
    private readonly HashSet<uint> _withLoopbackAddress = [];
    private readonly SortedSet<uint> _indexes = [];
    private readonly Dictionary<uint, Fact<HostInterface>> _found = [];
    private readonly Missing? _missing;

    public Topology(Snapshot snapshot)
    {
        _snapshot = snapshot;
        if (!snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out CimFailure? failure))
            _missing = Missing.Reading(snapshot.Adapters.Name, failure);
        foreach (NetAdapter adapter in adapters ?? [])
            _adapters[adapter.InterfaceIndex] = adapter;
        _withIP.UnionWith((snapshot.IPInterfaces(CimStore.Active).Rows ?? []).Select(row => row.InterfaceIndex));
        _inUse.UnionWith(_withIP);
        _inUse.UnionWith((snapshot.Addresses(CimStore.Active).Rows ?? []).Select(row => row.InterfaceIndex));
        _inUse.UnionWith((snapshot.Routes.Rows ?? []).Select(route => route.InterfaceIndex));
        _withIP.UnionWith(Addresses().Select(row => row.InterfaceIndex));
        _withLoopbackAddress.UnionWith(Addresses().Where(row => IPAddress.IsLoopback(row.Address)).Select(row => row.InterfaceIndex));
        _withLoopbackAddress.UnionWith(
            (snapshot.Routes.Rows ?? []).Where(route => IPAddress.IsLoopback(route.Destination.Network)).Select(route => route.InterfaceIndex));
        _indexes.UnionWith(_adapters.Keys);
        _indexes.UnionWith(_withIP);
        _indexes.UnionWith((snapshot.Routes.Rows ?? []).Select(route => route.InterfaceIndex));
    }

    /// <summary>The index of every interface that any reading speaks of, in their order.</summary>
    public IReadOnlyCollection<uint> Indexes => _indexes;

    /// <summary>
    /// Every interface, in the order of their indexes. An adapter that cannot be told but has nothing of IP is left out: it is one of the
    /// drivers' helpers that hidden adapters are, or can at least neither bring nor take a packet.
    /// </summary>
    public Fact<IReadOnlyList<HostInterface>> All()
    {
        if (_missing is not null)
            return _missing;
        var all = new List<HostInterface>();
        foreach (uint index in _indexes)
        {
            if (Find(index).TryGet(out HostInterface? found, out Missing? missing))
                all.Add(found);
            else if (HasIP(index))
                return missing;
        }

        return all;
    }

    /// <summary>The KM-TEST loopback adapters that could be told; if that is none, what is missing to be sure of it.</summary>
    public Fact<IReadOnlyList<HostInterface>> KmTestLoopbacks()
    {
        Missing? untold = _missing;
        var loopbacks = new List<HostInterface>();
        foreach (uint index in _adapters.Keys)
        {
            if (!Find(index).TryGet(out HostInterface? found, out Missing? missing))
                untold ??= missing;
            else if (found.Kind == InterfaceKind.KmTestLoopback)
                loopbacks.Add(found);
        }

        return loopbacks.Count == 0 && untold is not null ? untold : loopbacks;
    }

    /// <summary>The interface of an index.</summary>
    public Fact<HostInterface> Find(uint index)
    {
        if (!_found.TryGetValue(index, out Fact<HostInterface> found))
            _found.Add(index, found = Recognise(index));
        return found;
    }

    /// <summary>True if IP knows the interface: it has a row, or an address in either store.</summary>
    public bool HasIP(uint index) => _withIP.Contains(index);

    /// <summary>True for what only the persistent store still knows: an interface whose adapter was removed, which comes back if the same device does.</summary>
    public bool IsGone(uint index) => _missing is null && !_adapters.ContainsKey(index) && !_inUse.Contains(index);

    /// <summary>True if the interface is known to be a loopback.</summary>
    public bool IsLoopback(uint index) => Find(index).TryGet(out HostInterface? found, out _) && found.IsLoopback;

    /// <summary>The connection name of an index, or <c>interface 7</c> where none is known: for people, and to match what a person gave.</summary>
    public string AliasOf(uint index)
    {
        IEnumerable<Field<string>> aliases = (_adapters.TryGetValue(index, out NetAdapter? adapter) ? new[] { adapter.Alias } : [])
            .Concat((_snapshot.IPInterfaces(CimStore.Active).Rows ?? []).Where(row => row.InterfaceIndex == index).Select(row => row.Alias))
            .Concat(Addresses().Where(row => row.InterfaceIndex == index).Select(row => row.InterfaceAlias))
            .Concat((_snapshot.Routes.Rows ?? []).Where(row => row.InterfaceIndex == index).Select(row => row.InterfaceAlias));
        return aliases.Select(alias => alias.Or(string.Empty)).FirstOrDefault(alias => !string.IsNullOrWhiteSpace(alias))
            ?? HostInterface.NameWithoutAlias(index);
    }

    /// <summary>The device of an adapter.</summary>
    public Fact<PnPDevice> DeviceOf(NetAdapter adapter)
    {
        Reading<PnPDevice> reading = _snapshot.PnPDevices;
        string alias = AliasOf(adapter.InterfaceIndex);
        if (!reading.TryGet(out IReadOnlyList<PnPDevice>? devices, out CimFailure? failure))
            return Missing.Reading(reading.Name, failure);
        if (!adapter.DeviceInstanceId.TryGet(out string instanceId))
            return Missing.Property("PnPDeviceID of " + alias, adapter.DeviceInstanceId);
        PnPDevice? device = devices.FirstOrDefault(each => string.Equals(each.InstanceId, instanceId, StringComparison.OrdinalIgnoreCase));
        return device is not null ? device : Missing.Unknown(reading.Name + " has no row for the device of " + alias + ".", "Collect again.");
    }

    private Fact<HostInterface> Recognise(uint index)
    {
        string alias = AliasOf(index);
        if (_adapters.TryGetValue(index, out NetAdapter? adapter))
        {
            return IsKmTest(adapter, alias).TryGet(out bool isKmTest, out Missing? missing)
                ? new HostInterface(index, alias, isKmTest ? InterfaceKind.KmTestLoopback : InterfaceKind.Answering, adapter)
                : missing;
        }

        if (_withLoopbackAddress.Contains(index))
            return new HostInterface(index, alias, InterfaceKind.BuiltInLoopback, null);
        if (_missing is not null)
            return _missing;
        Reading<HostAddress> addresses = _snapshot.Addresses(CimStore.Active);
        return addresses.Failure is { } failure && _withLoopbackAddress.Count == 0
            ? Missing.Reading(addresses.Name, failure)
            : new HostInterface(index, alias, InterfaceKind.Answering, null);
    }

    private Fact<bool> IsKmTest(NetAdapter adapter, string alias)
    {
        if (adapter.ComponentId.TryGet(out string componentId) && !string.IsNullOrWhiteSpace(componentId))
            return NetAdapter.IsLoopbackId(componentId);
        if (DeviceOf(adapter).TryGet(out PnPDevice? device, out Missing? missing))
        {
            if (device.HardwareIds.TryGet(out IReadOnlyList<string> hardwareIds))
                return hardwareIds.Any(NetAdapter.IsLoopbackId);
            missing = Missing.Property("HardwareID of " + alias, device.HardwareIds);
        }

        string first = $"ComponentID of {alias} is {(adapter.ComponentId.HasValue ? "empty" : adapter.ComponentId.ToString())}; ";
        return Missing.Unknown(first + missing.Reason, missing.Recommendation);
    }

    private IEnumerable<HostAddress> Addresses() => new[] { CimStore.Active, CimStore.Persistent }
        .SelectMany(store => _snapshot.Addresses(store).Rows ?? []);
}
