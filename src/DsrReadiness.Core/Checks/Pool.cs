using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>The servers that answer for the same VIPs. Each is judged once for a service, however many of the others ask.</summary>
/// <param name="members">The servers.</param>
/// <param name="witnesses">Computers that are no servers of the pool, and may have heard who answers for the VIPs.</param>
internal sealed class Pool(IReadOnlyList<PoolMember> members, IReadOnlyList<PoolMember>? witnesses = null)
{
    private readonly ConcurrentDictionary<(Snapshot Snapshot, DsrService Service), Lazy<ServerVerdict>> _verdicts = new();

    /// <summary>A pool of servers that are called by their computer names.</summary>
    public Pool(IEnumerable<Snapshot> snapshots, IEnumerable<Snapshot>? witnesses = null)
        : this(Named(snapshots), Named(witnesses ?? []))
    {
    }

    public IReadOnlyList<PoolMember> Members { get; } = members;

    /// <summary>Computers that are no servers of the pool, and may have heard who answers for the VIPs.</summary>
    public IReadOnlyList<PoolMember> Witnesses { get; } = witnesses ?? [];

    /// <summary>The members but for a server, which is known by its computer name as well.</summary>
    public IReadOnlyList<PoolMember> Others(Snapshot than) => Members
        .Where(member => member.Snapshot != than && !string.Equals(member.Snapshot.ComputerName, than.ComputerName, StringComparison.OrdinalIgnoreCase))
        .ToArray();

    private static PoolMember[] Named(IEnumerable<Snapshot> snapshots) =>
        snapshots.Select(snapshot => new PoolMember(snapshot.ComputerName, snapshot)).ToArray();

    /// <summary>What the checks find of a server by its snapshot alone.</summary>
    public ServerVerdict Judge(Snapshot snapshot, DsrService service, Catalogue observing) => _verdicts.GetOrAdd(
        (snapshot, service), key => new Lazy<ServerVerdict>(() => new CheckRunner(observing).Run(key.Snapshot, key.Service))).Value;
}
