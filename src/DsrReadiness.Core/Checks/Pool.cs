using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>
/// The servers that answer for the same VIPs. Whatever one server asks of all others is worked out once for all of them, so that a large pool
/// costs no more a server than a small one.
/// </summary>
internal sealed class Pool
{
    private readonly ILookup<string, PoolMember> _byName;
    private readonly Lazy<PoolAddresses> _addresses;
    private readonly ConcurrentDictionary<IPAddress, Lazy<IReadOnlyList<PoolMember>>> _askers = new();
    private readonly ConcurrentDictionary<DsrService, Lazy<PoolOutcomes>> _outcomes = new();
    private readonly ConcurrentDictionary<(Snapshot Snapshot, DsrService Service), Lazy<ServerVerdict>> _verdicts = new();

    /// <param name="members">The servers.</param>
    /// <param name="witnesses">Computers that are no servers of the pool, and may have heard who answers for the VIPs.</param>
    public Pool(IEnumerable<Snapshot> members, IEnumerable<Snapshot>? witnesses = null)
    {
        Members = Named(members);
        Witnesses = Named(witnesses ?? []);
        _byName = Members.ToLookup(member => member.Name, StringComparer.OrdinalIgnoreCase);
        _addresses = new Lazy<PoolAddresses>(() => new PoolAddresses(Members));
    }

    public IReadOnlyList<PoolMember> Members { get; }

    /// <summary>Computers that are no servers of the pool, and may have heard who answers for the VIPs.</summary>
    public IReadOnlyList<PoolMember> Witnesses { get; }

    /// <summary>Under which MAC addresses the members answer.</summary>
    public PoolAddresses Addresses => _addresses.Value;

    /// <summary>The members that are a server, which is known by its computer name.</summary>
    public IReadOnlyCollection<PoolMember> Same(Snapshot server) => _byName[server.ComputerName].ToArray();

    public int CountOthers(Snapshot than) => Members.Count - Same(than).Count;

    /// <summary>The computers that may have asked the network who has an address: a server that holds it itself never asks.</summary>
    public IReadOnlyList<PoolMember> AskersFor(IPAddress address) => _askers.GetOrAdd(
        address,
        key => new Lazy<IReadOnlyList<PoolMember>>(() => [.. Members.Concat(Witnesses).Where(computer => !computer.Holds(key).TryGet(out bool holds, out _) || !holds)])).Value;

    /// <summary>What the checks find of a server by its snapshot alone.</summary>
    public ServerVerdict Judge(Snapshot snapshot, DsrService service, Catalogue observing) => _verdicts.GetOrAdd(
        (snapshot, service), key => new Lazy<ServerVerdict>(() => new CheckRunner(observing).Run(key.Snapshot, key.Service))).Value;

    /// <summary>How the checks come out on the members.</summary>
    public PoolOutcomes Outcomes(DsrService service, Catalogue observing) => _outcomes.GetOrAdd(
        service, key => new Lazy<PoolOutcomes>(() => new PoolOutcomes([.. Members.AsParallel().AsOrdered().Select(member => Judge(member.Snapshot, key, observing))]))).Value;

    private static PoolMember[] Named(IEnumerable<Snapshot> snapshots) =>
        snapshots.Select(snapshot => new PoolMember(snapshot.ComputerName, snapshot)).ToArray();
}
