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

/// <summary>
/// Finds who else needs what a run changed: a later run that found it in place and relies on it, or VIPs of others that share the flags of the interfaces and the loopback itself.
/// </summary>
internal sealed class Dependents(ICimReader reader, IReadOnlyList<JournalRun> runs)
{
    private readonly InterfaceResolver _interfaces = new(reader);
    private readonly RowFinder _rows = new(reader);

    /// <summary>Who needs it, as a sentence that names the run; null if nobody.</summary>
    /// <exception cref="ChangeFailedException">It cannot be seen.</exception>
    public async Task<string?> WhoNeedsAsync(JournalStep step, JournalRun run, CancellationToken cancellationToken)
    {
        JournalRun[] later = runs.SkipWhile(each => each.Id != run.Id).Skip(1).Where(each => RunNeeds.MayNeed(each, step)).ToArray();
        if (later.Length == 0 && !step.Change.IsShared)
            return null;
        if (later.Length > 0)
        {
            HashSet<IPAddress> held = [.. (await AddressesAsync(cancellationToken).ConfigureAwait(false)).Select(each => each.Address)];
            if (later.LastOrDefault(each => each.VirtualIPAddresses.Any(vip => held.Contains(vip) && RunNeeds.Needs(each, step, vip, run))) is { } needing)
                return $"Run {needing.Id} for {string.Join(", ", needing.VirtualIPAddresses)} still needs it.";
        }

        return step.Change.IsShared ? await WhoSharesAsync(step.On, step.MadeDevice, run, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Which VIPs of others are on the loopback, as a sentence; null if there are none.</summary>
    /// <exception cref="ChangeFailedException">It cannot be seen.</exception>
    public async Task<string?> WhoSharesAsync(InterfaceRef? on, string? device, JournalRun run, CancellationToken cancellationToken)
    {
        HashSet<uint> loopbacks;
        (uint Index, IPAddress Address)[] present;
        do
        {
            loopbacks = await LoopbacksAsync(on, device, cancellationToken).ConfigureAwait(false);
            present = await AddressesAsync(cancellationToken).ConfigureAwait(false);
        }
        while (!loopbacks.SetEquals(await LoopbacksAsync(on, device, cancellationToken).ConfigureAwait(false))); // indexes changed hands in between

        IPAddress[] others = [.. present
            .Where(each => loopbacks.Contains(each.Index) && !SpecialAddresses.IsAutomatic(each.Address) && !run.VirtualIPAddresses.Contains(each.Address))
            .Select(each => each.Address).Distinct()];
        return others.Length == 0 ? null : $"{string.Join(", ", others.Select(Named))} still needs it.";
    }

    /// <summary>An address, and the run that put it there if one did.</summary>
    private string Named(IPAddress address) =>
        runs.LastOrDefault(run => !run.IsRemoval && run.Status != RunStatus.Undone && run.VirtualIPAddresses.Contains(address)) is { } run ? $"{address} (run {run.Id})" : address.ToString();

    private async Task<(uint Index, IPAddress Address)[]> AddressesAsync(CancellationToken cancellationToken)
    {
        var found = new List<(uint, IPAddress)>();
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            IReadOnlyList<CimRow> rows = await _rows.ReadAllAsync(new CimQuery(NetIPAddressClass.Class, store), cancellationToken).ConfigureAwait(false);
            found.AddRange(
                from row in rows
                where row.Get(NetIPAddressClass.InterfaceIndex).HasValue && row.Get(NetIPAddressClass.IPAddress).HasValue
                select (row.Get(NetIPAddressClass.InterfaceIndex).Value, row.Get(NetIPAddressClass.IPAddress).Value));
        }

        return [.. found];
    }

    /// <summary>The loopback adapters; that one alone if the interface is one, or the device of it is known.</summary>
    private async Task<HashSet<uint>> LoopbacksAsync(InterfaceRef? on, string? madeDevice, CancellationToken cancellationToken)
    {
        if (on is not null && await _interfaces.FindAsync(on, cancellationToken).ConfigureAwait(false) is { IsLoopback: true } found)
            return [found.Index];
        IReadOnlyList<CimRow> rows = await _rows.ReadAllAsync(new CimQuery(NetAdapterClass.Class), cancellationToken).ConfigureAwait(false);
        return [.. rows
            .Where(row => madeDevice is null
                || string.Equals(row.Get(NetAdapterClass.PnPDeviceID).Or(string.Empty), madeDevice, StringComparison.OrdinalIgnoreCase))
            .Where(row => Snapshots.NetAdapter.IsLoopbackId(row.Get(NetAdapterClass.ComponentID).Or(string.Empty)))
            .Select(row => row.Get(NetAdapterClass.InterfaceIndex)).Where(index => index.HasValue).Select(index => index.Value)];
    }
}
