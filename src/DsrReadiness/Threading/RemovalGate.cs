using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Host;
using DsrReadiness.Inventory;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Threading;

/// <summary>What stands before taking VIPs out of service: a question, which says how many clients are connected, and waiting for them to go.</summary>
internal static class RemovalGate
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);

    /// <summary>True if it may be done now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="ports">The ports to the server, of which only those to look are used.</param>
    /// <param name="vips">The VIPs.</param>
    /// <param name="action">What is to be done, as the beginning of a question.</param>
    /// <param name="options">How to go about it.</param>
    /// <exception cref="FailureException">There is nobody to answer, or connections are left after the time that they were given.</exception>
    public static async Task<bool> PassAsync(ServerJob job, ServerPorts ports, IReadOnlyCollection<IPAddress> vips, string action, RemovalOptions options)
    {
        string names = string.Join(", ", vips);
        Fact<int> connections = await CountAsync(job, ports, vips).ConfigureAwait(false);
        if (!options.IsForced && !job.MayTakeOut($"{action} on {job.Server}? {Tell(names, connections)}", options.AsksAlways))
        {
            job.Warn($"{job.Server}: declined. Nothing was changed.");
            return false;
        }

        if (options.DrainLimit is { } limit)
            await DrainAsync(job, ports, vips, limit).ConfigureAwait(false);
        else if (options.IsForced && !(connections.TryGet(out int count, out _) && count == 0))
            job.Warn($"{job.Server}: {Tell(names, connections)}");
        return true;
    }

    /// <summary>Waits until nobody is connected to the VIPs.</summary>
    /// <exception cref="FailureException">Connections are left after the time that they were given, or cannot be counted.</exception>
    public static async Task DrainAsync(ServerJob job, ServerPorts ports, IReadOnlyCollection<IPAddress> vips, TimeSpan limit)
    {
        TimeSpan start = ports.Clock.Elapsed;
        string activity = "Draining " + job.Server;
        try
        {
            while (true)
            {
                if (!(await CountAsync(job, ports, vips).ConfigureAwait(false)).TryGet(out int count, out Missing? missing))
                    throw new FailureException(Failures.ReadingFailed(job.Server, missing.Reason + " Nothing was changed.", missing.Recommendation));
                if (count == 0)
                    return;
                TimeSpan passed = ports.Clock.Elapsed - start;
                if (passed >= limit)
                    throw new FailureException(Failures.NotDrained(job.Server, string.Join(", ", vips), Words(count), limit));
                job.Progress(activity, Words(count), (int)(passed.Ticks * 99 / limit.Ticks));
                await ports.Clock.DelayAsync(s_interval, job.Stopping).ConfigureAwait(false);
            }
        }
        finally
        {
            job.Progress(activity, "Done", 100);
        }
    }

    private static async Task<Fact<int>> CountAsync(ServerJob job, ServerPorts ports, IReadOnlyCollection<IPAddress> vips) => EstablishedConnections.Count(
        await SnapshotCollector.CollectAsync(ports.Reader, ports.Clock, EstablishedConnections.Reads, "DsrReadiness", job.Stopping).ConfigureAwait(false), vips);

    private static string Tell(string names, Fact<int> connections) => connections.TryGet(out int count, out Missing? missing)
        ? $"{names} has {Words(count)}."
        : $"Cannot tell how many connections {names} has: {missing.Reason}";

    private static string Words(int count) => count switch { 0 => "no established connections", 1 => "1 established connection", _ => count + " established connections" };
}
