using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>Finds VIPs of other services that need what a run changed for all: the flags of the interfaces, and the loopback itself.</summary>
internal sealed class Dependents(ICimReader reader)
{
    private readonly InterfaceResolver _interfaces = new(reader);

    /// <summary>Who needs it, as a sentence; null if nobody.</summary>
    public async Task<string?> WhoNeedsAsync(JournalStep step, JournalRun run, CancellationToken cancellationToken)
    {
        HashSet<uint> loopbacks = await LoopbacksAsync(step.MadeDevice, cancellationToken).ConfigureAwait(false);
        if (step.On is not null && await _interfaces.FindAsync(step.On, cancellationToken).ConfigureAwait(false) is { IsLoopback: true } on)
            loopbacks = [on.Index];
        var others = new List<IPAddress>();
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            CimReading reading = await reader.ReadAsync(new CimQuery(NetIPAddressClass.Class, store), cancellationToken).ConfigureAwait(false);
            if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
                throw new ChangeFailedException(failure, "Reading addresses");
            others.AddRange(rows
                .Where(row => row.Get(NetIPAddressClass.InterfaceIndex).TryGet(out uint index) && loopbacks.Contains(index))
                .Select(row => row.Get(NetIPAddressClass.IPAddress))
                .Where(address => address.HasValue && !SpecialAddresses.IsAutomatic(address.Value) && !run.VirtualIPAddresses.Contains(address.Value))
                .Select(address => address.Value));
        }

        return others.Count == 0 ? null : $"{string.Join(", ", others.Distinct())} still needs it.";
    }

    /// <summary>The loopback adapters; of a device that the run made, that one's.</summary>
    private async Task<HashSet<uint>> LoopbacksAsync(string? madeDevice, CancellationToken cancellationToken)
    {
        CimReading reading = await reader.ReadAsync(new CimQuery(NetAdapterClass.Class), cancellationToken).ConfigureAwait(false);
        if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
            throw new ChangeFailedException(failure, "Reading adapters");
        return [.. rows
            .Where(row => madeDevice is null
                || string.Equals(row.Get(NetAdapterClass.PnPDeviceID).Or(string.Empty), madeDevice, StringComparison.OrdinalIgnoreCase))
            .Where(row => Snapshots.NetAdapter.IsLoopbackId(row.Get(NetAdapterClass.ComponentID).Or(string.Empty)))
            .Select(row => row.Get(NetAdapterClass.InterfaceIndex)).Where(index => index.HasValue).Select(index => index.Value)];
    }
}
