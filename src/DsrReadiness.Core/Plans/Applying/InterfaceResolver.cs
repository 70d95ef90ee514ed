using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Finds an interface as it is now. Identity is checked each time: an adapter whose GUID came to belong to another device is refused.
/// </summary>
internal sealed class InterfaceResolver(ICimReader reader)
{
    private readonly RowFinder _rows = new(reader);
    private IReadOnlyList<CimRow> _adapters = [];
    private ResolvedInterface? _builtIn;

    /// <summary>The device instance id of the loopback that the plan has made, once it has.</summary>
    public string? MadeInstanceId { get; set; }

    /// <summary>The interface, or null if there is none such.</summary>
    /// <exception cref="ChangeFailedException">It could not be read, or is not the one that it was.</exception>
    public async Task<ResolvedInterface?> FindAsync(InterfaceRef reference, CancellationToken cancellationToken) => reference.Kind switch
    {
        InterfaceRefKind.BuiltInLoopback => _builtIn = await FindBuiltInAsync(reference, cancellationToken).ConfigureAwait(false),
        InterfaceRefKind.MadeByPlan when MadeInstanceId is null => null,
        _ => await FindAdapterAsync(reference, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>The interface as it was when adapters were last read: where to look first, and nothing to decide by. Null if it was not there.</summary>
    public ResolvedInterface? LastSeen(InterfaceRef reference) => reference.Kind == InterfaceRefKind.BuiltInLoopback
        ? _builtIn
        : _adapters.FirstOrDefault(row => Is(row, reference)) is { } row ? At(reference, new NetAdapter(row), isLoopback: false) : null;

    private static bool SameText(Field<string> field, string? text) =>
        field.TryGet(out string value) && string.Equals(value, text, StringComparison.OrdinalIgnoreCase);

    private string? InstanceIdOf(InterfaceRef reference) => reference.Kind == InterfaceRefKind.MadeByPlan ? MadeInstanceId : reference.DeviceInstanceId;

    private bool Is(CimRow adapter, InterfaceRef reference) => reference.InterfaceGuid is { } guid
        ? SameText(adapter.Get(NetAdapterClass.InterfaceGuid), guid)
        : SameText(adapter.Get(NetAdapterClass.PnPDeviceID), InstanceIdOf(reference));

    private ResolvedInterface At(InterfaceRef reference, NetAdapter adapter, bool isLoopback)
    {
        string alias = adapter.Alias.Or(reference.Alias);
        var found = InterfaceRef.Adapter(adapter.InterfaceGuid.Or(reference.InterfaceGuid ?? string.Empty), InstanceIdOf(reference)!, alias);
        return new ResolvedInterface(adapter.InterfaceIndex, alias, isLoopback, found);
    }

    private async Task<ResolvedInterface?> FindAdapterAsync(InterfaceRef reference, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> rows = await _rows.ReadAllAsync(new CimQuery(NetAdapterClass.Class), cancellationToken).ConfigureAwait(false);
        _adapters = rows;
        if (rows.SingleOrDefaultOrRefuse(each => Is(each, reference), reference.Alias) is not { } row)
            return null;
        var adapter = new NetAdapter(row);
        string? instanceId = InstanceIdOf(reference);
        if (!SameText(adapter.DeviceInstanceId, instanceId))
        {
            throw new ChangeFailedException(
                FailureKind.InvalidParameter,
                $"{reference.Alias} is now device {adapter.DeviceInstanceId} and was {instanceId}: it is not the adapter that the plan was made for.");
        }

        bool isLoopback = adapter.ComponentId.TryGet(out string componentId)
            ? NetAdapter.IsLoopbackId(componentId)
            : await HasLoopbackHardwareIdAsync(instanceId!, cancellationToken).ConfigureAwait(false);
        return At(reference, adapter, isLoopback);
    }

    private async Task<bool> HasLoopbackHardwareIdAsync(string instanceId, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> rows = await _rows.ReadAllAsync(new CimQuery(PnPEntityClass.Class), cancellationToken).ConfigureAwait(false);
        return rows.Any(row => SameText(row.Get(PnPEntityClass.DeviceID), instanceId)
            && row.Get(PnPEntityClass.HardwareID).Or([]).Any(NetAdapter.IsLoopbackId));
    }

    private async Task<ResolvedInterface?> FindBuiltInAsync(InterfaceRef reference, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow>[] read = await Task.WhenAll(
            _rows.ReadAllAsync(new CimQuery(NetAdapterClass.Class), cancellationToken),
            _rows.ReadAllAsync(new CimQuery(NetIPAddressClass.Class, CimStore.Active), cancellationToken)).ConfigureAwait(false);
        foreach (CimRow address in read[1])
        {
            if (address.Get(NetIPAddressClass.IPAddress).TryGet(out IPAddress ip) && IPAddress.IsLoopback(ip)
                && address.Get(NetIPAddressClass.InterfaceIndex).TryGet(out uint index)
                && !read[0].Any(adapter => adapter.Get(NetAdapterClass.InterfaceIndex).Is(index)))
            {
                return new ResolvedInterface(index, reference.Alias, true, reference);
            }
        }

        return null;
    }
}
