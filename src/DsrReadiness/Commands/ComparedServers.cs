using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>What servers are compared with: their earlier snapshots, their pool, and their journals. The first two are read once for all servers.</summary>
internal sealed class ComparedServers(IReadOnlyList<DsrServer>? earlier, IReadOnlyList<DsrServer>? pool)
{
    private readonly object _reading = new();
    private Task<Snapshot[]>? _earlier;
    private Task<Pool?>? _pool;

    /// <summary>What is known of a server beside its snapshot.</summary>
    /// <exception cref="Errors.FailureException">There is no way to one of the servers that it is compared with.</exception>
    public async Task<CheckInputs> ForAsync(ServerJob job, Snapshot snapshot)
    {
        Task<Snapshot[]> readingEarlier;
        Task<Pool?> readingPool;
        lock (_reading)
        {
            readingEarlier = _earlier ??= ReadAsync(earlier, job.Stopping);
            readingPool = _pool ??= ReadPoolAsync(job.Stopping);
        }

        Snapshot[] known = await readingEarlier.ConfigureAwait(false);
        Snapshot? own = known.LastOrDefault(each => string.Equals(each.ComputerName, snapshot.ComputerName, StringComparison.OrdinalIgnoreCase));
        return new CheckInputs(own ?? known.FirstOrDefault(), await readingPool.ConfigureAwait(false), ReadJournal(job.Server, snapshot.ComputerName));
    }

    private static Task<Snapshot[]> ReadAsync(IReadOnlyList<DsrServer>? servers, CancellationToken cancellationToken) =>
        Task.WhenAll((servers ?? []).Select(server => server.Access.TakeSnapshotAsync(null, cancellationToken)));

    private static CimReading? ReadJournal(DsrServer server, string computerName)
    {
        if (server.Access.Journals is not { } journals)
            return null;
        try
        {
            return JournalDevices.Read(JournalReader.ReadAll(journals, computerName, repair: false));
        }
        catch (JournalFormatException e)
        {
            return Failed(FailureKind.Malformed, e.Message);
        }
        catch (UnauthorizedAccessException e)
        {
            return Failed(FailureKind.AccessDenied, e.Message);
        }
        catch (IOException e)
        {
            return Failed(FailureKind.Failed, e.Message);
        }
    }

    private static CimReading Failed(FailureKind kind, string message) =>
        CimReading.Failed(JournalDeviceClass.Class, CimStore.None, new CimFailure(kind, message));

    private async Task<Pool?> ReadPoolAsync(CancellationToken cancellationToken) =>
        pool is null ? null : new Pool(await ReadAsync(pool, cancellationToken).ConfigureAwait(false));
}
