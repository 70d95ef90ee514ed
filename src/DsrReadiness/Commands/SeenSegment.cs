using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>What servers, side by side, have told of their segment.</summary>
internal sealed class SeenSegment
{
    private readonly object _gate = new();
    private readonly Dictionary<IServerAccess, (DsrServer Server, PoolMember Computer)> _computers = [];
    private readonly SortedSet<string> _unread = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Name, IPAddress Address)> _asked = [];
    private readonly List<(DsrServer Server, ArpProbe Probe)> _probes = [];

    /// <summary>The names of the computers that were looked at.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            lock (_gate)
                return [.. _computers.Values.Select(each => each.Computer.Name)];
        }
    }

    /// <summary>Looks at a computer.</summary>
    /// <exception cref="FailureException">There is no way to it.</exception>
    public async Task LookAsync(ServerJob job, IReadOnlyCollection<ReadingId> readings)
    {
        try
        {
            Snapshot snapshot = await job.ReadAsync(readings).ConfigureAwait(false);
            lock (_gate)
                _computers[job.Server.Access] = (job.Server, new PoolMember(snapshot.ComputerName, snapshot));
        }
        catch (FailureException)
        {
            lock (_gate)
                _unread.Add(job.Server.Name);
            throw;
        }
    }

    /// <summary>Asks the segment from a computer who has an address, unless that was asked from there before.</summary>
    public async Task AskAsync(ServerJob job, NeighborAsker asker, IPAddress address, int count)
    {
        lock (_gate)
        {
            if (!_asked.Add((job.Server.Name, address)))
                return;
        }

        job.Tell($"Asking from {job.Server} who has {address}.");
        ArpProbe probe = await asker.AskAsync(address, count, job.Stopping).ConfigureAwait(false);
        lock (_gate)
            _probes.Add((job.Server, probe));
    }

    /// <summary>Who answers for one VIP, once everything is seen.</summary>
    public DsrArp Judge(DsrService service, IPAddress vip)
    {
        PoolMember[] computers = [.. _computers.Values.Select(each => each.Computer).OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase)];
        ArpProbe[] probes = [.. _probes.Select(each => each.Probe).OrderBy(each => each.By, StringComparer.OrdinalIgnoreCase)];
        return new DsrArp(service, new ArpJudge(computers, probes, _unread).Judge(service, vip), Find);
    }

    /// <summary>The server of a computer that was looked at, or asked from.</summary>
    private DsrServer Find(string computerName) => _computers.Values.Where(each => each.Computer.Name == computerName).Select(each => each.Server)
        .Concat(_probes.Where(each => each.Probe.By == computerName).Select(each => each.Server)).First();
}
