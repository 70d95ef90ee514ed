using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>The snapshots that there are, sorted into the pools that a service file names.</summary>
internal sealed class KnownPools
{
    private readonly Dictionary<ServicePool, Pool> _pools = [];
    private readonly Pool? _all;

    /// <param name="snapshots">The snapshots.</param>
    /// <param name="pools">The pools of the file.</param>
    /// <param name="areOnePool">True if servers of which the file names no pool are one pool.</param>
    public KnownPools(IReadOnlyCollection<Snapshot> snapshots, IEnumerable<ServicePool> pools, bool areOnePool)
    {
        foreach (ServicePool pool in pools)
        {
            ILookup<bool, Snapshot> isMember = snapshots.ToLookup(snapshot => pool.Find(snapshot.ComputerName) is not null);
            _pools[pool] = new Pool(isMember[true], isMember[false]);
        }

        _all = areOnePool ? new Pool(snapshots) : null;
    }

    /// <summary>The pool of a server for a service; null if none is known.</summary>
    public Pool? Of(AskedService asked) => asked.Pool is { } pool ? _pools[pool] : _all;
}
