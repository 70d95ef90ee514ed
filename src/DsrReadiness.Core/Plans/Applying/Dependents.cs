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
        // A VIP of the run itself that is still on its device needs it too: Windows keeps what is on an adapter that goes in the persistent store.
        IReadOnlyList<IPAddress> own = step.MadeDevice is null ? run.VirtualIPAddresses : [];
        Task<string?> sharing = step.Change.IsShared ? WhoSharesAsync(step.On, step.MadeDevice, own, cancellationToken) : Task.FromResult<string?>(null);
        JournalRun[] later = runs.SkipWhile(each => each.Id != run.Id).Skip(1).Where(each => RunNeeds.MayNeed(each, step)).ToArray();
        if (later.Length > 0)
        {
            HashSet<IPAddress> held = [.. (await SideBySide.FirstOfAsync(AddressesAsync(cancellationToken), sharing).ConfigureAwait(false)).Select(each => each.Address)];
            if (later.LastOrDefault(each => each.VirtualIPAddresses.Any(vip => held.Contains(vip) && RunNeeds.Needs(each, step, vip, run))) is { } needing)
                return $"Run {needing.Id} for {string.Join(", ", needing.VirtualIPAddresses)} still needs it.";
        }

        return await sharing.ConfigureAwait(false);
    }

    /// <summary>Which VIPs of others are on the loopback, as a sentence; null if there are none.</summary>
    /// <remarks>Indexes may change hands while loopbacks and addresses are read side by side: all of it is read until it is the same twice.</remarks>
    /// <exception cref="ChangeFailedException">It cannot be seen.</exception>
    public async Task<string?> WhoSharesAsync(InterfaceRef? on, string? device, IReadOnlyList<IPAddress> own, CancellationToken cancellationToken)
    {
        HashSet<(uint Index, IPAddress? Address)> before, present = await HeldByLoopbacksAsync(on, device, cancellationToken).ConfigureAwait(false);
        do
        {
            before = present;
            present = await HeldByLoopbacksAsync(on, device, cancellationToken).ConfigureAwait(false);
        }
        while (!present.SetEquals(before));

        IPAddress[] others = [.. present.Select(each => each.Address).OfType<IPAddress>().Distinct()
            .Where(each => !SpecialAddresses.IsAutomatic(each) && !own.Contains(each))];
        return others.Length == 0 ? null : $"{string.Join(", ", others.Select(Named))} still needs it.";
    }

    /// <summary>An address, and the run that put it there if one did.</summary>
    private string Named(IPAddress address) =>
        runs.LastOrDefault(run => !run.IsRemoval && run.Status != RunStatus.Undone && run.VirtualIPAddresses.Contains(address)) is { } run ? $"{address} (run {run.Id})" : address.ToString();

    /// <summary>The loopbacks, and the addresses on them.</summary>
    private async Task<HashSet<(uint Index, IPAddress? Address)>> HeldByLoopbacksAsync(InterfaceRef? on, string? device, CancellationToken cancellationToken)
    {
        Task<HashSet<uint>> finding = LoopbacksAsync(on, device, cancellationToken);
        Task<(uint Index, IPAddress Address)[]> reading = AddressesAsync(cancellationToken);
        HashSet<uint> loopbacks = await SideBySide.FirstOfAsync(finding, reading).ConfigureAwait(false);
        (uint Index, IPAddress Address)[] addresses = await reading.ConfigureAwait(false);
        return [.. loopbacks.Select(each => (each, (IPAddress?)null)), .. addresses.Where(each => loopbacks.Contains(each.Index)).Select(each => (each.Index, (IPAddress?)each.Address))];
    }

    private async Task<(uint Index, IPAddress Address)[]> AddressesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow>[] read = await Task.WhenAll(
            _rows.ReadAllAsync(new CimQuery(NetIPAddressClass.Class, CimStore.Active), cancellationToken),
            _rows.ReadAllAsync(new CimQuery(NetIPAddressClass.Class, CimStore.Persistent), cancellationToken)).ConfigureAwait(false);
        return [..
            from row in read.SelectMany(rows => rows)
            where row.Get(NetIPAddressClass.InterfaceIndex).HasValue && row.Get(NetIPAddressClass.IPAddress).HasValue
            select (row.Get(NetIPAddressClass.InterfaceIndex).Value, row.Get(NetIPAddressClass.IPAddress).Value)];
    }

    /// <summary>The loopback adapters; that one alone if the interface is one, or the device of it is known.</summary>
    private async Task<HashSet<uint>> LoopbacksAsync(InterfaceRef? on, string? madeDevice, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<CimRow>> reading = _rows.ReadAllAsync(new CimQuery(NetAdapterClass.Class), cancellationToken);
        if (on is not null && await SideBySide.FirstOfAsync(_interfaces.FindAsync(on, cancellationToken), reading).ConfigureAwait(false) is { IsLoopback: true } found)
            return [found.Index];
        IReadOnlyList<CimRow> rows = await reading.ConfigureAwait(false);
        return [.. rows
            .Where(row => madeDevice is null
                || string.Equals(row.Get(NetAdapterClass.PnPDeviceID).Or(string.Empty), madeDevice, StringComparison.OrdinalIgnoreCase))
            .Where(row => NetAdapter.IsLoopbackId(row.Get(NetAdapterClass.ComponentID).Or(string.Empty)))
            .Select(row => row.Get(NetAdapterClass.InterfaceIndex)).Where(index => index.HasValue).Select(index => index.Value)];
    }
}
