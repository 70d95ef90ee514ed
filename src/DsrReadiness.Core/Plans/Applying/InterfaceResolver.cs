using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Finds an interface as it is now. Identity is checked each time: an adapter whose GUID came to belong to another device is refused.
/// </summary>
internal sealed class InterfaceResolver(ICimReader reader)
{
    /// <summary>The device instance id of the loopback that the plan has made, once it has.</summary>
    public string? MadeInstanceId { get; set; }

    /// <summary>The interface, or null if there is none such.</summary>
    /// <exception cref="ChangeFailedException">It could not be read, or is not the one that it was.</exception>
    public async Task<ResolvedInterface?> FindAsync(InterfaceRef reference, CancellationToken cancellationToken) => reference.Kind switch
    {
        InterfaceRefKind.BuiltInLoopback => await FindBuiltInAsync(reference, cancellationToken).ConfigureAwait(false),
        InterfaceRefKind.MadeByPlan => MadeInstanceId is null
            ? null
            : await FindAdapterAsync(reference, null, MadeInstanceId, cancellationToken).ConfigureAwait(false),
        _ => await FindAdapterAsync(reference, reference.InterfaceGuid, reference.DeviceInstanceId, cancellationToken).ConfigureAwait(false),
    };

    private static bool SameText(Field<string> field, string? text) =>
        field.TryGet(out string value) && string.Equals(value, text, StringComparison.OrdinalIgnoreCase);

    private async Task<ResolvedInterface?> FindAdapterAsync(InterfaceRef reference, string? guid, string? instanceId, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> rows = await ReadAsync(NetAdapterClass.Class, CimStore.None, cancellationToken).ConfigureAwait(false);
        CimRow? row = rows.SingleOrDefaultOrRefuse(
            each => guid is null ? SameText(each.Get(NetAdapterClass.PnPDeviceID), instanceId) : SameText(each.Get(NetAdapterClass.InterfaceGuid), guid),
            reference.Alias);
        if (row is null)
            return null;
        var adapter = new NetAdapter(row);
        if (!SameText(adapter.DeviceInstanceId, instanceId))
        {
            throw new ChangeFailedException(
                FailureKind.InvalidParameter,
                $"{reference.Alias} is now device {adapter.DeviceInstanceId} and was {instanceId}: it is not the adapter that the plan was made for.");
        }

        bool isLoopback = adapter.ComponentId.TryGet(out string componentId)
            ? NetAdapter.IsLoopbackId(componentId)
            : await HasLoopbackHardwareIdAsync(instanceId!, cancellationToken).ConfigureAwait(false);
        return new ResolvedInterface(
            adapter.InterfaceIndex,
            adapter.Alias.Or(reference.Alias),
            isLoopback,
            InterfaceRef.Adapter(adapter.InterfaceGuid.Or(guid ?? string.Empty), instanceId!, adapter.Alias.Or(reference.Alias)));
    }

    private async Task<bool> HasLoopbackHardwareIdAsync(string instanceId, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> rows = await ReadAsync(PnPEntityClass.Class, CimStore.None, cancellationToken).ConfigureAwait(false);
        return rows.Any(row => SameText(row.Get(PnPEntityClass.DeviceID), instanceId)
            && row.Get(PnPEntityClass.HardwareID).Or([]).Any(NetAdapter.IsLoopbackId));
    }

    private async Task<ResolvedInterface?> FindBuiltInAsync(InterfaceRef reference, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> adapters = await ReadAsync(NetAdapterClass.Class, CimStore.None, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CimRow> addresses = await ReadAsync(NetIPAddressClass.Class, CimStore.Active, cancellationToken).ConfigureAwait(false);
        foreach (CimRow address in addresses)
        {
            if (address.Get(NetIPAddressClass.IPAddress).TryGet(out IPAddress ip) && IPAddress.IsLoopback(ip)
                && address.Get(NetIPAddressClass.InterfaceIndex).TryGet(out uint index)
                && !adapters.Any(adapter => adapter.Get(NetAdapterClass.InterfaceIndex).Is(index)))
            {
                return new ResolvedInterface(index, reference.Alias, true, reference);
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<CimRow>> ReadAsync(CimClass @class, CimStore store, CancellationToken cancellationToken)
    {
        CimReading reading = await reader.ReadAsync(new CimQuery(@class, store), cancellationToken).ConfigureAwait(false);
        return reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure)
            ? rows
            : throw new ChangeFailedException(failure, "Reading " + @class.Name);
    }
}
