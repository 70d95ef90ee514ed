using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>The servers that answer for the same VIPs. Each is judged once for a service, however many of the others ask.</summary>
internal sealed class Pool(IReadOnlyList<PoolMember> members)
{
    private readonly ConcurrentDictionary<(Snapshot Snapshot, DsrService Service), Lazy<ServerVerdict>> _verdicts = new();

    /// <summary>A pool of servers that are called by their computer names.</summary>
    public Pool(IEnumerable<Snapshot> snapshots)
        : this(snapshots.Select(snapshot => new PoolMember(snapshot.ComputerName, snapshot)).ToArray())
    {
    }

    public IReadOnlyList<PoolMember> Members { get; } = members;

    /// <summary>The members but for a server, which is known by its computer name as well.</summary>
    public IReadOnlyList<PoolMember> Others(Snapshot than) => Members
        .Where(member => member.Snapshot != than && !string.Equals(member.Snapshot.ComputerName, than.ComputerName, StringComparison.OrdinalIgnoreCase))
        .ToArray();

    /// <summary>What the checks find of a server by its snapshot alone.</summary>
    public ServerVerdict Judge(Snapshot snapshot, DsrService service, Catalogue observing) => _verdicts.GetOrAdd(
        (snapshot, service), key => new Lazy<ServerVerdict>(() => new CheckRunner(observing).Run(key.Snapshot, key.Service))).Value;
}
