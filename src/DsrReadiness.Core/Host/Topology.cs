using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>
/// Which interfaces a server has and what each is. A loopback is recognised by its hardware id, the built-in one by holding the
/// host's own loopback address without being an adapter; never by a name.
/// </summary>
internal sealed class Topology
{
    private static readonly CimStore[] s_stores = [CimStore.Active, CimStore.Persistent];

    private readonly Snapshot _snapshot;
    private readonly Dictionary<uint, Seen> _seen = [];
    private readonly List<Seen> _inOrder;
    private readonly bool _hasLoopbackAddress;
    private readonly Missing? _missing;

    public Topology(Snapshot snapshot)
    {
        _snapshot = snapshot;
        snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out _missing);
        foreach (NetAdapter adapter in adapters ?? [])
            See(adapter.InterfaceIndex).Adapter = adapter;
        foreach (IPInterface row in snapshot.IPInterfaces(CimStore.Active).Rows ?? [])
            See(row.InterfaceIndex).HasRow = true;
        foreach (Route route in snapshot.Routes.Rows ?? [])
        {
            Seen seen = See(route.InterfaceIndex);
            seen.HasRoute = true;
            seen.HasLoopbackAddress |= IPAddress.IsLoopback(route.Destination.Network);
        }

        foreach (CimStore store in s_stores)
        {
            foreach (HostAddress row in snapshot.Addresses(store).Rows ?? [])
            {
                Seen seen = See(row.InterfaceIndex);
                seen.HasAddress = true;
                seen.HasAddressNow |= store == CimStore.Active;
                seen.HasLoopbackAddress |= IPAddress.IsLoopback(row.Address);
            }
        }

        _inOrder = [.. _seen.Values.OrderBy(each => each.Index)];
        _hasLoopbackAddress = _inOrder.Exists(each => each.HasLoopbackAddress);
    }

    /// <summary>The index of every interface that any reading speaks of, in their order.</summary>
    public IEnumerable<uint> Indexes => _inOrder.Select(each => each.Index);

    /// <summary>
    /// Every interface, in the order of their indexes. An adapter that cannot be told but has nothing of IP is left out: it is one of the
    /// drivers' helpers that hidden adapters are, or can at least neither bring nor take a packet.
    /// </summary>
    public Fact<IReadOnlyList<HostInterface>> All()
    {
        if (_missing is not null)
            return _missing;
        var all = new List<HostInterface>();
        foreach (Seen seen in _inOrder)
        {
            if (Find(seen).TryGet(out HostInterface? found, out Missing? missing))
                all.Add(found);
            else if (seen.HasIP)
                return missing;
        }

        return all;
    }

    /// <summary>The KM-TEST loopback adapters that could be told; if that is none, what is missing to be sure of it.</summary>
    public Fact<IReadOnlyList<HostInterface>> KmTestLoopbacks()
    {
        Missing? untold = _missing;
        var loopbacks = new List<HostInterface>();
        foreach (Seen seen in _inOrder)
        {
            if (seen.Adapter is null)
                continue;
            if (!Find(seen).TryGet(out HostInterface? found, out Missing? missing))
                untold ??= missing;
            else if (found.Kind == InterfaceKind.KmTestLoopback)
                loopbacks.Add(found);
        }

        return loopbacks.Count == 0 && untold is not null ? untold : loopbacks;
    }

    /// <summary>The interface of an index.</summary>
    public Fact<HostInterface> Find(uint index) => _seen.TryGetValue(index, out Seen? seen) ? Find(seen) : Recognise(new Seen(index));

    /// <summary>True if IP knows the interface: it has a row, or an address in either store.</summary>
    public bool HasIP(uint index) => _seen.TryGetValue(index, out Seen? seen) && seen.HasIP;

    /// <summary>True for what only the persistent store still knows: an interface whose adapter was removed, which comes back if the same device does.</summary>
    public bool IsGone(uint index) => _missing is null && (!_seen.TryGetValue(index, out Seen? seen) || seen is { Adapter: null, HasRow: false, HasRoute: false, HasAddressNow: false });

    /// <summary>True if the interface is known to be a loopback.</summary>
    public bool IsLoopback(uint index) => Find(index).TryGet(out HostInterface? found, out _) && found.IsLoopback;

    /// <summary>The connection name of an index, or <c>interface 7</c> where none is known: for people, and to match what a person gave.</summary>
    public string AliasOf(uint index)
    {
        if (_seen.TryGetValue(index, out Seen? seen) && seen.Adapter is { } adapter && IsName(adapter.Alias, out string? alias))
            return alias;
        foreach (IPInterface row in _snapshot.IPInterfaces(CimStore.Active).Rows ?? [])
        {
            if (row.InterfaceIndex == index && IsName(row.Alias, out alias))
                return alias;
        }

        foreach (CimStore store in s_stores)
        {
            foreach (HostAddress row in _snapshot.Addresses(store).Rows ?? [])
            {
                if (row.InterfaceIndex == index && IsName(row.InterfaceAlias, out alias))
                    return alias;
            }
        }

        foreach (Route row in _snapshot.Routes.Rows ?? [])
        {
            if (row.InterfaceIndex == index && IsName(row.InterfaceAlias, out alias))
                return alias;
        }

        return HostInterface.NameWithoutAlias(index);
    }

    /// <summary>The device of an adapter.</summary>
    public Fact<PnPDevice> DeviceOf(NetAdapter adapter)
    {
        Reading<PnPDevice> reading = _snapshot.PnPDevices;
        string alias = AliasOf(adapter.InterfaceIndex);
        if (!reading.TryGet(out IReadOnlyList<PnPDevice>? devices, out Missing? missing))
            return missing;
        if (!adapter.DeviceInstanceId.TryGet(out string instanceId))
            return Missing.Property("PnPDeviceID of " + alias, adapter.DeviceInstanceId);
        PnPDevice? device = devices.FirstOrDefault(each => string.Equals(each.InstanceId, instanceId, StringComparison.OrdinalIgnoreCase));
        return device is not null ? device : Missing.Unknown(reading.Name + " has no row for the device of " + alias + ".", "Collect again.");
    }

    private static bool IsName(Field<string> field, out string alias) => field.TryGet(out alias) && !string.IsNullOrWhiteSpace(alias);

    private Seen See(uint index)
    {
        if (!_seen.TryGetValue(index, out Seen? seen))
            _seen.Add(index, seen = new Seen(index));
        return seen;
    }

    private Fact<HostInterface> Find(Seen seen) => seen.Found ??= Recognise(seen);

    private Fact<HostInterface> Recognise(Seen seen)
    {
        uint index = seen.Index;
        string alias = AliasOf(index);
        if (seen.Adapter is { } adapter)
        {
            return IsKmTest(adapter, alias).TryGet(out bool isKmTest, out Missing? missing)
                ? new HostInterface(index, alias, isKmTest ? InterfaceKind.KmTestLoopback : InterfaceKind.Answering, adapter)
                : missing;
        }

        if (seen.HasLoopbackAddress)
            return new HostInterface(index, alias, InterfaceKind.BuiltInLoopback, null);
        if (_missing is not null)
            return _missing;
        Reading<HostAddress> addresses = _snapshot.Addresses(CimStore.Active);
        return addresses.Failure is { } failure && !_hasLoopbackAddress
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

    /// <summary>What readings say of one interface.</summary>
    private sealed class Seen(uint index)
    {
        public uint Index { get; } = index;

        public NetAdapter? Adapter { get; set; }

        public bool HasRow { get; set; }

        public bool HasRoute { get; set; }

        public bool HasAddress { get; set; }

        public bool HasAddressNow { get; set; }

        public bool HasLoopbackAddress { get; set; }

        public Fact<HostInterface>? Found { get; set; }

        public bool HasIP => HasRow || HasAddress;
    }
}
