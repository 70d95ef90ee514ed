using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Asks, once all servers are known: those of one VIP one after the other, VIPs side by side.</summary>
internal sealed class PacketRun(AskedServers asked, IReadOnlyList<DsrServer> order, PacketQuestion question, IReadOnlyList<DsrServer> beside, int throttle, bool isWhatIf)
{
    private const string Activity = "Sending packets";
    private readonly object _gate = new();
    private int _done;
    private int _total;

    /// <summary>Reads a server to hold it against packets. One that cannot be read is told of, and is asked all the same.</summary>
    public static async Task<Snapshot?> ReadAsync(ServerJob job, DsrServer server)
    {
        try
        {
            return await server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            job.Warn(e.Message + " Its packets are held against no checks.");
            return null;
        }
    }

    public async Task RunAsync(ServerJob job)
    {
        Snapshot?[] read = await Task.WhenAll(beside.Select(server => ReadAsync(job, server))).ConfigureAwait(false);
        Snapshot[] snapshots = [.. asked.Snapshots, .. read.OfType<Snapshot>()];
        foreach ((PacketOrigin origin, IReadOnlyList<IReadOnlyList<AskedServers.Group>> turns) in asked.ByOrigin(order))
        {
            if (origin.WhyNot() is { } failure)
            {
                job.Write(failure);
                continue;
            }

            (AskedServers.Group Group, ConnectionRequest Request)[][] requests = [.. turns.Select(turn => turn.Select(group => (group, RequestOf(group, turn.Count))).ToArray())];
            _done = 0;
            _total = requests.SelectMany(turn => turn).Sum(each => each.Request.VirtualIPAddresses.Sum(vip => each.Request.ServersFor(vip).Count() * each.Request.Ports.Count));
            TimeSpan lifetime = requests.SelectMany(turn => turn).Max(each => each.Request.LongestTurn);
            using PacketPorts ports = await origin.OpenAsync(lifetime, job.Stopping).ConfigureAwait(false);
            foreach (string left in await ports.Routes.CleanAsync(job.Stopping).ConfigureAwait(false))
                job.Warn("Removed " + left + ".");
            try
            {
                foreach ((AskedServers.Group Group, ConnectionRequest Request)[] turn in requests)
                    await AskAsync(job, origin, ports, turn, snapshots).ConfigureAwait(false);
            }
            finally
            {
                job.Progress(Activity, "Done", 100);
            }
        }
    }

    private async Task AskAsync(ServerJob job, PacketOrigin origin, PacketPorts ports, (AskedServers.Group Group, ConnectionRequest Request)[] turn, IReadOnlyCollection<Snapshot> snapshots)
    {
        using var free = new SemaphoreSlim(throttle);
        await Task.WhenAll(turn.Select(async each =>
        {
            await free.WaitAsync(job.Stopping).ConfigureAwait(false);
            try
            {
                var view = new SnapshotView(snapshots, each.Request);
                bool Approve(IReadOnlyList<RouteLease> leases) => MayAsk(job, origin, ports, each.Request, leases);
                void Tell(ConnectionResult result) => Show(job, each.Group, view, result, ports);
                await new ConnectionRunner(ports.Routes, ports.Neighbors, ports.Sockets, ports.Clock, Approve).RunAsync(each.Request, Tell, job.Stopping).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        })).ConfigureAwait(false);
    }

    /// <summary>Several services side by side ask one VIP each at a time.</summary>
    private ConnectionRequest RequestOf(AskedServers.Group group, int groups) => new(group.Service.VirtualIPAddresses, group.Ports, group.Servers)
    {
        Balancers = group.Service.Balancers,
        Environment = group.Service.Environment,
        Talk = question.Talk,
        Payload = question.Payload,
        Timeout = question.Timeout,
        Force = question.Force,
        Throttle = groups == 1 ? throttle : 1,
    };

    /// <summary>Shows each route, or asks once a VIP.</summary>
    private bool MayAsk(ServerJob job, PacketOrigin origin, PacketPorts ports, ConnectionRequest request, IReadOnlyList<RouteLease> leases)
    {
        IPAddress vip = leases[0].VirtualIPAddress;
        string questions = string.Join(", ", request.Ports);
        var byAddress = request.Servers.SelectMany(server => server.Addresses.Select(address => (address, server.Name))).ToLookup(each => each.address, each => each.Name);
        string NameOf(RouteLease lease) => byAddress[lease.Server].First() is { } name && name != lease.Server.ToString() ? $"{name} ({lease.Server})" : lease.Server.ToString();
        if (!isWhatIf)
            return job.MayDo(vip.ToString(), $"Send {questions} to {Wording.Some([.. leases.Select(NameOf)])}, one after the other, each by a route {ports.Scope}");
        foreach (RouteLease lease in leases)
            job.MayDo(origin.Name, $"Route {vip} by way of {NameOf(lease)} on {lease.Interface} {ports.Scope}, send {questions}, remove the route");
        return false;
    }

    /// <summary>Called on the threads of the runner.</summary>
    private void Show(ServerJob job, AskedServers.Group group, SnapshotView view, ConnectionResult result, PacketPorts ports)
    {
        lock (_gate)
        {
            job.Write(new DsrConnection(group.Find(result.Server), group.Service, view.Beside(result), ports.Clock.UtcNow));
            _done++;
            job.Progress(Activity, $"{_done} of {_total}: {result.Server}, {result.VirtualIPAddress}, {result.Port}", Math.Min(99, _done * 100 / Math.Max(1, _total)));
        }
    }
}
