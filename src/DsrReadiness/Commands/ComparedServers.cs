using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>What servers are compared with: their earlier snapshots, their pool, and their journals. The first two are read once for all servers.</summary>
internal sealed class ComparedServers(IReadOnlyList<DsrServer>? earlier, IReadOnlyList<DsrServer>? pool)
{
    private static readonly ServicePool s_all = new(null, []);
    private readonly object _reading = new();
    private readonly Dictionary<ServicePool, Pool> _pools = [];
    private Task<Snapshot[]>? _earlier;
    private Task<Snapshot[]>? _pool;

    /// <summary>What is known of a server beside its snapshot.</summary>
    /// <exception cref="Errors.FailureException">There is no way to one of the servers that it is compared with.</exception>
    public async Task<CheckInputs> ForAsync(ServerJob job, Snapshot snapshot, AskedService asked)
    {
        Task<Snapshot[]> readingEarlier;
        Task<Snapshot[]> readingPool;
        lock (_reading)
        {
            readingEarlier = _earlier ??= ReadAsync(earlier, job.Stopping);
            readingPool = _pool ??= ReadAsync(pool, job.Stopping);
        }

        Snapshot[] members = await readingPool.ConfigureAwait(false);

        Snapshot[] known = await readingEarlier.ConfigureAwait(false);
        Snapshot? own = known.LastOrDefault(each => string.Equals(each.ComputerName, snapshot.ComputerName, StringComparison.OrdinalIgnoreCase));
        return new CheckInputs(own ?? known.FirstOrDefault(), PoolOf(asked, members), ReadJournal(job.Server, snapshot.ComputerName), asked.Others);
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
        catch (JournalStoreException e)
        {
            return Failed(e.InnerException is UnauthorizedAccessException ? FailureKind.AccessDenied : FailureKind.Failed, e.Message);
        }
    }

    private static CimReading Failed(FailureKind kind, string message) =>
        CimReading.Failed(JournalDeviceClass.Class, CimStore.None, new CimFailure(kind, message));

    /// <summary>The servers that were given as the pool; of these, where a service file tells the pool, those of that one.</summary>
    private Pool? PoolOf(AskedService asked, Snapshot[] members)
    {
        if (pool is null)
            return null;
        lock (_pools)
        {
            if (_pools.TryGetValue(asked.Pool ?? s_all, out Pool? known))
                return known;
            ILookup<bool, Snapshot> isMember = members.ToLookup(member => asked.Pool is null || asked.Pool.Find(member.ComputerName) is not null);
            Pool made = new(isMember[true], isMember[false]);
            _pools.Add(asked.Pool ?? s_all, made);
            return made;
        }
    }
}
