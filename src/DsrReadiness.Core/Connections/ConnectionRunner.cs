using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Arp;
using DsrReadiness.Time;

namespace DsrReadiness.Connections;

/// <summary>Asks servers for a VIP, one after the other, each by a route of its own; several VIPs side by side.</summary>
/// <param name="routes">Leases routes.</param>
/// <param name="neighbors">Asks the segment.</param>
/// <param name="sockets">Sends packets.</param>
/// <param name="clock">Waits.</param>
/// <param name="approve">Asked once a VIP, with the routes that are needed for it, before the first; null to take that for granted. Servers that nobody approves of have no result.</param>
internal sealed class ConnectionRunner(IHostRoutes routes, INeighborProbe neighbors, IConnectionSockets sockets, IClock clock, Func<IReadOnlyList<RouteLease>, bool>? approve = null)
{
    private const string Here = "this computer";
    private const int Questions = 2; // of two that answer, one is heard now and the other then
    private const int SideBySide = 8;

    /// <summary>Asks, and hands out each result as soon as it is known, from any thread.</summary>
    public async Task RunAsync(ConnectionRequest request, Action<ConnectionResult> tell, CancellationToken cancellationToken)
    {
        var asker = new NeighborAsker(Here, neighbors, clock);
        IReadOnlyList<IPAddress> own = [.. neighbors.Addresses().Select(each => each.Address)];
        ServerSight[] servers = await FindAsync(asker, request, cancellationToken).ConfigureAwait(false);
        string[] balancers = [.. (await EachAsync(request.Balancers, SideBySide, balancer => asker.AskAsync(balancer, 1, cancellationToken)).ConfigureAwait(false))
            .SelectMany(each => each.Answers.Keys).Select(each => each.LinkLayerAddress).Distinct()];
        var sights = request.VirtualIPAddresses.Select(vip => vip.Family()).Distinct().ToDictionary(family => family, family => new Sights([.. servers.Where(each => each.Address.Family() == family)]));
        await EachAsync(request.VirtualIPAddresses, request.Throttle, async vip =>
        {
            await AskAsync(request, vip, sights[vip.Family()], balancers, own, asker, tell, cancellationToken).ConfigureAwait(false);
            return vip;
        }).ConfigureAwait(false);
    }

    /// <summary>Looks for all servers, before a route diverts anything.</summary>
    private static Task<ServerSight[]> FindAsync(NeighborAsker asker, ConnectionRequest request, CancellationToken cancellationToken)
    {
        HashSet<IPFamily> families = [.. request.VirtualIPAddresses.Select(vip => vip.Family())];
        var wanted = request.Servers.SelectMany(server => server.Addresses.Where(address => families.Contains(address.Family())).Select(address => (server, address)));
        return EachAsync(wanted, SideBySide, async each =>
        {
            ArpProbe probe = await asker.AskAsync(each.address, 1, cancellationToken).ConfigureAwait(false);
            (string LinkLayerAddress, string Interface)? found = probe.Answers.Keys.Select(key => ((string, string)?)key).FirstOrDefault();
            string? why = probe.HoldsAddress ? $"{each.address} is an address of {Here}: a server cannot ask itself as the balancer does" : probe.WhyNot;
            return new ServerSight(each.server, each.address, found?.LinkLayerAddress, found?.Interface, why);
        });
    }

    private async Task AskAsync(
        ConnectionRequest request,
        IPAddress vip,
        Sights sights,
        IReadOnlyCollection<string> balancers,
        IReadOnlyList<IPAddress> own,
        NeighborAsker asker,
        Action<ConnectionResult> tell,
        CancellationToken cancellationToken)
    {
        ArpProbe probe = await asker.AskAsync(vip, Questions, cancellationToken).ConfigureAwait(false);
        var claims = new Claims(probe, sights, balancers);
        RouteView view = await routes.LookAsync(vip, cancellationToken).ConfigureAwait(false);
        string? refusal = Refusals.Of(request, vip, own, claims, view);
        Turn[] turns = [.. request.ServersFor(vip).Select(server => TurnOf(server, vip, sights, refusal))];
        RouteLease[] leases = [.. turns.Select(each => each.Lease).OfType<RouteLease>()];
        bool isApproved = leases.Length > 0 && approve?.Invoke(leases) != false;
        foreach (Turn turn in turns.Where(each => each.Lease is null || isApproved))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ServerSight? sight = turn.Sight;
            IEnumerable<ConnectionResult> results = turn.Lease is { } lease ? await AskAsync(request, lease, sight!, asker, cancellationToken).ConfigureAwait(false)
                : turn.WhyNot is { } why ? request.Ports.Select(port => new ConnectionResult(vip, port, turn.Server.Name, ConnectionOutcome.NotAsked, why) { Address = sight?.Address })
                : request.Ports.Select(port => Refusals.Unresolved(vip, port, sight!));
            string?[] warnings = sight is null ? [claims.Warning] : [claims.WarningOf(sight, vip), claims.Warning];
            foreach (ConnectionResult result in results)
                tell(result with { LinkLayerAddress = sight?.LinkLayerAddress is { } mac ? Host.MacAddress.WithDashes(mac) : null, Claims = claims.Text, Warnings = [.. warnings.OfType<string>()] });
        }
    }

    /// <summary>What is to become of a server: a route to it, or why there is none; neither for one that nobody answers for.</summary>
    private Turn TurnOf(ConnectionServer server, IPAddress vip, Sights sights, string? refusal)
    {
        ServerSight? sight = sights.Choose(server);
        string? why = refusal ?? Refusals.Of(server, vip, sight, sights);
        return why is not null || sight?.LinkLayerAddress is null
            ? new Turn(server, sight, why, null)
            : new Turn(server, sight, null, new RouteLease(vip, sight.Address, sight.Interface!, neighbors.Addresses().First(each => each.InterfaceAlias == sight.Interface).InterfaceIndex));
    }

    private async Task<IReadOnlyList<ConnectionResult>> AskAsync(
        ConnectionRequest request, RouteLease lease, ServerSight sight, NeighborAsker asker, CancellationToken cancellationToken)
    {
        IPAddress vip = lease.VirtualIPAddress;
        Question Ask(IPAddress address, ConnectionPort port, bool isLeased) =>
            new(address, port, request.Talk, request.Payload ?? Payload.Usual(port), request.Timeout, isLeased);
        Observation[] controls = await EachAsync(request.Ports, SideBySide, port => sockets.AskAsync(Ask(sight.Address, port, false), cancellationToken)).ConfigureAwait(false);
        if (await routes.LeaseAsync(lease, cancellationToken).ConfigureAwait(false) is { } refused)
            return [.. request.Ports.Select(port => new ConnectionResult(vip, port, sight.Server.Name, ConnectionOutcome.NotAsked, refused) { Address = sight.Address })];
        string? lost;
        List<ConnectionEvidence> seen = [];
        try
        {
            Observation? echo = null;
            for (int i = 0; i < request.Ports.Count; i++)
            {
                Observation observed = await sockets.AskAsync(Ask(vip, request.Ports[i], true), cancellationToken).ConfigureAwait(false);
                if (observed.Reply == Reply.Silent && request.Ports[i].Protocol != ConnectionProtocol.Icmp)
                    echo ??= await sockets.AskAsync(Ask(vip, ConnectionPort.Echo, true) with { Timeout = TimeSpan.FromSeconds(1) }, cancellationToken).ConfigureAwait(false);
                seen.Add(new ConnectionEvidence(vip, request.Ports[i], request.Talk, sight.Server.Name, sight.Address, observed, controls[i], echo));
            }
        }
        finally
        {
            lost = await routes.GiveBackAsync(lease).ConfigureAwait(false);
        }

        bool isGone = seen.Any(each => each.Outcome == ConnectionOutcome.Forwarded) && await IsGoneAsync(asker, sight, cancellationToken).ConfigureAwait(false);
        return [.. seen.Select(each => lost is null
            ? isGone && each.Outcome == ConnectionOutcome.Forwarded ? Refusals.Unresolved(vip, each.Port, sight) : ConnectionJudge.Judge(each)
            : new ConnectionResult(vip, each.Port, each.Server, ConnectionOutcome.NotAsked, lost) { Address = each.Address })];
    }

    /// <summary>"Unreachable" is said by whom the packet was passed on to; or by this computer, if the server has gone away meanwhile.</summary>
    private static async Task<bool> IsGoneAsync(NeighborAsker asker, ServerSight sight, CancellationToken cancellationToken) =>
        (await asker.AskAsync(sight.Address, 1, cancellationToken).ConfigureAwait(false)) is { WasAsked: true, Answers.Count: 0 };

    /// <summary>Does the same with each, a few at a time, and gives the results in their order.</summary>
    private static async Task<TResult[]> EachAsync<TItem, TResult>(IEnumerable<TItem> items, int atOnce, Func<TItem, Task<TResult>> work)
    {
        using var free = new SemaphoreSlim(atOnce);
        async Task<TResult> OneAsync(TItem item)
        {
            await free.WaitAsync().ConfigureAwait(false);
            try
            {
                return await work(item).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        }

        return await Task.WhenAll(items.Select(OneAsync)).ConfigureAwait(false);
    }

    private sealed record Turn(ConnectionServer Server, ServerSight? Sight, string? WhyNot, RouteLease? Lease);
}
