using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Desired;
using DsrReadiness.Errors;
using DsrReadiness.Inventory;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Work on the loopbacks of one server: look, plan one part, carry it out, and look again for who wants to see.</summary>
internal sealed class LoopbackWork(ServerJob job, LoopbackRequest request, Snapshot snapshot, DsrService service, PlanOptions options)
{
    public Snapshot Snapshot { get; } = snapshot;

    public DsrService Service { get; } = service;

    public PlanOptions Options { get; } = options;

    /// <summary>What is to be done with each server: one part of a plan.</summary>
    public static Func<ServerJob, Task> Of(LoopbackRequest request, Func<LoopbackWork, Plan> plan) => async job =>
    {
        LoopbackWork work = await BeginAsync(job, request).ConfigureAwait(false);
        if (await work.ApplyAsync(plan(work)).ConfigureAwait(false) && request.PassThru)
            await work.WriteLoopbacksAsync().ConfigureAwait(false);
    };

    /// <exception cref="FailureException">The server cannot be read, or what was named is not there.</exception>
    public static async Task<LoopbackWork> BeginAsync(ServerJob job, LoopbackRequest request)
    {
        Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
        IReadOnlyList<IPAddress> vips = request.VirtualIPAddresses.Count > 0
            ? request.VirtualIPAddresses
            : await VipsOnAsync(job, snapshot, request.LoopbackAlias).ConfigureAwait(false);
        var service = new DsrService(vips, request.Ports, trafficInterface: request.TrafficInterface);
        InterfaceGuard.Check(job.Server, snapshot, service);
        PlanOptions options = await PlanOptionsReader.ReadAsync(job, request.LoopbackAlias).ConfigureAwait(false);
        return new LoopbackWork(job, request, snapshot, service, options);
    }

    /// <summary>Carries a plan out. True if it was carried out, or there was nothing to do.</summary>
    /// <exception cref="FailureException">It was refused or failed.</exception>
    public async Task<bool> ApplyAsync(Plan plan) =>
        await PlanRun.ApplyAsync(job, plan, request.IsWhatIf, request.Removal).ConfigureAwait(false) is { Result: ApplyResult.Applied or ApplyResult.NothingToDo };

    /// <summary>The loopbacks that were named, or that hold the VIPs, as they were before.</summary>
    public DsrLoopback[] Loopbacks() => Loopbacks(Snapshot);

    /// <summary>Writes the loopbacks as they are now: those that were named, or that hold the VIPs.</summary>
    private async Task WriteLoopbacksAsync()
    {
        Snapshot now = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        foreach (DsrLoopback each in Loopbacks(now))
            job.Write(each);
    }

    /// <summary>
    /// The VIPs that are meant if none is named: those of the loopback that was named, or of the only one that has any; and for an empty one, those
    /// that it was made for.
    /// </summary>
    private static async Task<IReadOnlyList<IPAddress>> VipsOnAsync(ServerJob job, Snapshot snapshot, string? alias)
    {
        IReadOnlyList<LoopbackEntry> entries = job.Known(LoopbackInventory.Of(snapshot));
        LoopbackEntry[] named = entries.Where(each => alias is null || IsNamed(each, alias)).ToArray();
        if (alias is not null && named.Length == 0)
            throw new FailureException(Failures.LoopbackNotFound(job.Server, alias, entries.Select(each => each.Interface.Alias).ToArray()));
        LoopbackEntry[] meant = named.Where(each => each.Addresses.Count > 0).ToArray();
        if (meant.Length == 1)
            return meant[0].Addresses;
        if (named.Length == 1 && job.Server.Kind != DsrServerKind.Snapshot && named[0].Interface.Adapter?.DeviceInstanceId.TryGet(out string instanceId) == true
            && JournalRuns.MakerOf(await JournalRuns.ReadAsync(job).ConfigureAwait(false), instanceId) is { } maker)
        {
            return maker.VirtualIPAddresses;
        }

        throw new FailureException(Failures.VirtualIPAddressNotKnown(job.Server));
    }

    private DsrLoopback[] Loopbacks(Snapshot snapshot) => job.Known(LoopbackInventory.Of(snapshot))
        .Where(each => request.LoopbackAlias is { } alias ? IsNamed(each, alias) : each.Addresses.Intersect(Service.VirtualIPAddresses).Any())
        .Select(each => new DsrLoopback(job.Server, SafeText.Of(snapshot.ComputerName), each, request.TrafficInterface))
        .ToArray();

    private static bool IsNamed(LoopbackEntry entry, string alias) => string.Equals(entry.Interface.Alias, alias, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a command was asked to do with a loopback, as it was when it was asked.</summary>
/// <param name="VirtualIPAddresses">The VIPs that were named; none for those that the loopback has.</param>
/// <param name="LoopbackAlias">The loopback that was named, or null.</param>
/// <param name="IsWhatIf">True if nothing is to be done.</param>
/// <param name="PassThru">True if the loopbacks are to be written as they are afterwards.</param>
internal sealed record LoopbackRequest(IReadOnlyList<IPAddress> VirtualIPAddresses, string? LoopbackAlias, bool IsWhatIf, bool PassThru)
{
    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    /// <summary>The traffic interface that was named, by name or index, or null.</summary>
    public string? TrafficInterface { get; init; }

    /// <summary>How VIPs are taken out of service; null for a command that does not.</summary>
    public RemovalOptions? Removal { get; init; }
}
