using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Connections;
using DsrReadiness.Host;
using DsrReadiness.Network;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>What of which servers is asked by packets, gathered from many threads: the servers of one service are asked together.</summary>
internal sealed class AskedServers
{
    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>Snapshots that stand beside the packets.</summary>
    public IReadOnlyList<Snapshot> Snapshots => _snapshots;

    /// <summary>Adds what is asked of a server.</summary>
    public void Add(DsrServer server, ConnectionServer asked, DsrService service, IReadOnlyList<ConnectionPort> ports)
    {
        lock (_gate)
            _entries.Add(new Entry(server, asked, service, ports));
    }

    /// <summary>Adds a snapshot of a server.</summary>
    public void Add(Snapshot snapshot)
    {
        lock (_gate)
            _snapshots.Add(snapshot);
    }

    /// <summary>The groups, by the computer that they are asked from, with the servers in their order. Groups of one inner list have no VIP in common, so that they can be asked side by side.</summary>
    public IEnumerable<(PacketOrigin Origin, IReadOnlyList<IReadOnlyList<Group>> Turns)> ByOrigin(IReadOnlyList<DsrServer> order)
    {
        var places = order.Select((server, i) => (server, i)).GroupBy(each => each.server).ToDictionary(same => same.Key, same => same.First().i);
        return _entries.OrderBy(each => places[each.Server]).GroupBy(each => each.Server.Access.Origin)
        .Select(origin => (origin.Key, Turns(origin.GroupBy(each => each.Key).Select(same => new Group(same.First().Service, same.First().Ports, [.. same])))));
    }

    /// <summary>How a server can be reached: a name is looked up, and of a snapshot or a lab the addresses on interfaces with a wire are taken.</summary>
    public static async Task<ConnectionServer> FindAsync(ServerJob job, Snapshot? snapshot, IEnumerable<IPAddress> vips)
    {
        if (snapshot is null || job.Server.Kind is not (DsrServerKind.Snapshot or DsrServerKind.Lab))
            return await ServerNames.FindAsync(job.Server.Name, job.Stopping).ConfigureAwait(false);
        if (snapshot.Addresses(CimStore.Active).Failure is { } failure)
            return new ConnectionServer(job.Server.Name, [], $"The addresses of {job.Server.Name} are not known ({failure.Kind}). Give its address instead.");
        var topology = new Topology(snapshot);
        return new ConnectionServer(job.Server.Name, [.. snapshot.Addresses(CimStore.Active).Rows!
            .Where(row => !topology.IsLoopback(row.InterfaceIndex))
            .Select(row => AddressText.Canonical(row.Address)).Except(vips).Where(address => !address.IsLinkLocal()).Distinct()]);
    }

    private static IReadOnlyList<IReadOnlyList<Group>> Turns(IEnumerable<Group> groups)
    {
        var turns = new List<List<Group>>();
        foreach (Group group in groups)
        {
            List<Group>? free = turns.Find(turn => !turn.SelectMany(each => each.Service.VirtualIPAddresses).Intersect(group.Service.VirtualIPAddresses).Any());
            if (free is null)
                turns.Add([group]);
            else
                free.Add(group);
        }

        return turns;
    }

    /// <summary>Servers that are asked the same.</summary>
    internal sealed record Group(DsrService Service, IReadOnlyList<ConnectionPort> Ports, IReadOnlyList<Entry> Entries)
    {
        public IReadOnlyList<ConnectionServer> Servers => [.. Entries.Select(each => each.Asked).GroupBy(each => each.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];

        private readonly Dictionary<string, DsrServer> _byName = Entries.GroupBy(each => each.Asked.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Server, StringComparer.OrdinalIgnoreCase);

        public DsrServer Find(string name) => _byName[name];
    }

    internal sealed record Entry(DsrServer Server, ConnectionServer Asked, DsrService Service, IReadOnlyList<ConnectionPort> Ports)
    {
        public (string?, string, string, string, DsrEnvironment?) Key =>
            (Service.Name, string.Join(",", Service.VirtualIPAddresses), string.Join(",", Ports), string.Join(",", Service.Balancers), Service.Environment);
    }
}
