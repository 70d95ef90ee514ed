using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>
/// Which interfaces a server has and what each is. A loopback is recognised by its hardware id, the built-in one by holding the
/// host's own loopback address without being an adapter; never by a name.
/// </summary>
internal sealed class Topology
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<uint, NetAdapter> _adapters = [];
    private readonly Missing? _missing;

    public Topology(Snapshot snapshot)
    {
        _snapshot = snapshot;
        if (!snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out CimFailure? failure))
        {
            _missing = Missing.Reading(snapshot.Adapters.Name, failure);
            return;
        }

        foreach (NetAdapter adapter in adapters)
            _adapters[adapter.InterfaceIndex] = adapter;
    }

    /// <summary>Every interface that any reading speaks of, in the order of their indexes.</summary>
    public Fact<IReadOnlyList<HostInterface>> All()
    {
        if (_missing is not null)
            return _missing;
        var indexes = new SortedSet<uint>(_adapters.Keys);
        indexes.UnionWith((_snapshot.IPInterfaces(CimStore.Active).Rows ?? []).Select(row => row.InterfaceIndex));
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
            indexes.UnionWith((_snapshot.Addresses(store).Rows ?? []).Select(row => row.InterfaceIndex));
        var all = new List<HostInterface>();
        foreach (uint index in indexes)
        {
            if (!Find(index).TryGet(out HostInterface? found, out Missing? missing))
                return missing;
            all.Add(found);
        }

        return all;
    }

    /// <summary>The KM-TEST loopback adapters.</summary>
    public Fact<IReadOnlyList<HostInterface>> KmTestLoopbacks() => All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing)
        ? all.Where(each => each.Kind == InterfaceKind.KmTestLoopback).ToArray()
        : missing;

    /// <summary>The interface of an index.</summary>
    public Fact<HostInterface> Find(uint index)
    {
        if (_missing is not null)
            return _missing;
        if (!_adapters.TryGetValue(index, out NetAdapter? adapter))
            return new HostInterface(index, AliasOf(index, null), IsBuiltIn(index) ? InterfaceKind.BuiltInLoopback : InterfaceKind.Answering, null);
        return IsKmTest(adapter).TryGet(out bool isKmTest, out Missing? missing)
            ? new HostInterface(index, AliasOf(index, adapter), isKmTest ? InterfaceKind.KmTestLoopback : InterfaceKind.Answering, adapter)
            : missing;
    }

    private static bool IsLoopbackAddress(HostAddress address) => IPAddress.IsLoopback(address.Address);

    private Fact<bool> IsKmTest(NetAdapter adapter)
    {
        if (adapter.ComponentId.TryGet(out string componentId))
            return NetAdapter.IsLoopbackId(componentId);
        string what = "ComponentID of " + AliasOf(adapter.InterfaceIndex, adapter);
        if (!_snapshot.PnPDevices.TryGet(out IReadOnlyList<PnPDevice>? devices, out _)
            || !adapter.DeviceInstanceId.TryGet(out string instanceId)
            || devices.FirstOrDefault(each => string.Equals(each.InstanceId, instanceId, StringComparison.OrdinalIgnoreCase)) is not { } device
            || !device.HardwareIds.TryGet(out IReadOnlyList<string> hardwareIds))
        {
            return Missing.Property(what, adapter.ComponentId);
        }

        return hardwareIds.Any(NetAdapter.IsLoopbackId);
    }

    private bool IsBuiltIn(uint index) => new[] { CimStore.Active, CimStore.Persistent }
        .SelectMany(store => _snapshot.Addresses(store).Rows ?? [])
        .Any(address => address.InterfaceIndex == index && IsLoopbackAddress(address));

    private string AliasOf(uint index, NetAdapter? adapter)
    {
        if (adapter is not null && adapter.Alias.TryGet(out string name))
            return name;
        IEnumerable<Field<string>> aliases = (_snapshot.IPInterfaces(CimStore.Active).Rows ?? [])
            .Where(row => row.InterfaceIndex == index).Select(row => row.Alias)
            .Concat((_snapshot.Addresses(CimStore.Active).Rows ?? []).Where(row => row.InterfaceIndex == index).Select(row => row.InterfaceAlias));
        return aliases.Where(alias => alias.HasValue).Select(alias => alias.Value).FirstOrDefault() ?? HostInterface.NameWithoutAlias(index);
    }
}
