using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>From the socket to the wire: the host model on send, and the route of the reply.</summary>
internal sealed class WayOut(HostView host, DsrService service)
{
    /// <summary>The host model on send; tells whether the reply may leave by any interface.</summary>
    public Hop Send(PathPacket packet, HostLink owner, out bool? anywhere)
    {
        Hop At(string statement, string reading, string consequence, HopOutcome outcome = HopOutcome.Passes) =>
            new(HopKind.Send, owner.Name, statement, reading, consequence, outcome);
        if (HostModelGeneration.HasFixedModel(host.Snapshot) == true)
        {
            anywhere = packet.Family == IPFamily.IPv4;
            return At($"This release is a {(anywhere == true ? "weak" : "strong")} host for {packet.Family}, always.", host.Snapshot.OperatingSystems.Name, Consequence(anywhere, owner));
        }

        Field<Toggle> toggle = host.Row(owner.Index, packet.Family)?.WeakHostSend ?? default;
        anywhere = toggle.Is(Toggle.Enabled) ? true : toggle.Is(Toggle.Disabled) ? false : null;
        string statement = $"Weak host send ({packet.Family}) of {owner.Name} is {toggle}.";
        if (anywhere is null && RouteChoice.Best(host, packet.Client, _ => true) is { Count: > 0 } best && best.All(route => route.InterfaceIndex == owner.Index))
            return At(statement, host.RowsName, $"Either way the reply leaves by {owner.Name}, which has the best route.");
        return At(statement, host.RowsName, Consequence(anywhere, owner),
            anywhere is null ? HopOutcome.Undetermined : HopOutcome.Passes);
    }

    /// <summary>The route of the reply, and where it leads.</summary>
    public Hop Route(PathPacket packet, HostLink owner, bool? anywhere)
    {
        string reading = host.Snapshot.Routes.Name;
        Hop At(string? on, string statement, string consequence, HopOutcome outcome) => new(HopKind.Route, on, statement, reading, consequence, outcome);
        if (host.Snapshot.Routes.Failure is { } failure)
            return At(null, $"The routes could not be read ({failure.Kind}).", "Where the reply goes cannot be told.", HopOutcome.Undetermined);
        IReadOnlyList<Route>? best = RouteChoice.Best(host, packet.Client, route => anywhere != false || route.InterfaceIndex == owner.Index);
        if (best is null)
            return At(null, $"Several routes to {packet.Client} are equally long, and not all of their metrics could be read.", "Where the reply goes cannot be told.", HopOutcome.Undetermined);
        if (best.Count == 0)
        {
            string from = anywhere == false ? $"{owner.Name} has no route" : "There is no route";
            return At(anywhere == false ? owner.Name : null, $"{from} to {packet.Client}.", "The reply cannot leave: it is dropped.", HopOutcome.Dropped);
        }

        Route taken = best.FirstOrDefault(route => packet.Probe is null && IsBalancer(route)) ?? best.FirstOrDefault(IsServerItself) ?? best.FirstOrDefault(IsSilent)
            ?? best.FirstOrDefault(route => host.Link(route.InterfaceIndex).HasNoWire) ?? best[0];
        HostLink by = host.Link(taken.InterfaceIndex);
        string statement = $"The best route to {packet.Client} is {RouteChoice.Describe(host, taken)}.";
        if (by.HasNoWire)
            return At(by.Name, statement, $"{by.Name} has no wire: the reply is lost.", HopOutcome.Dropped);
        if (packet.Probe is null && IsBalancer(taken) && !packet.Client.Equals(taken.NextHop.Or(packet.Client)))
            return At(by.Name, statement, "That is the balancer: the reply comes back to it, and not straight to the client.", HopOutcome.Dropped);
        if (IsServerItself(taken))
            return At(by.Name, statement, $"{taken.NextHop} is an address of the server itself: the reply goes nowhere.", HopOutcome.Dropped);
        if (IsSilent(taken))
            return At(by.Name, statement, $"{taken.NextHop} is Unreachable in the neighbour table: the reply does not leave.", HopOutcome.Dropped);
        bool mayBeBalancer = packet.Probe is null && !taken.NextHop.HasValue; // The answer to a probe goes there anyway.
        if (mayBeBalancer || by.Kind == LinkKind.Untold)
            return At(by.Name, statement, "Where the reply goes cannot be told.", HopOutcome.Undetermined);
        return At(by.Name, statement, packet.Probe is null ? $"The reply leaves by {by.Name} for the client, past the balancer." : $"The reply leaves by {by.Name} for the balancer.", HopOutcome.Passes);
    }

    private bool IsServerItself(Route route) => route.NextHop.TryGet(out IPAddress hop) && host.Has(hop);

    /// <summary>Windows asked for the MAC address of the next hop, and nobody answered.</summary>
    private bool IsSilent(Route route) => route.NextHop.TryGet(out IPAddress hop)
        && host.Neighbors(hop).Any(row => row.InterfaceIndex.Is(route.InterfaceIndex) && row.State.Is(NeighborState.Unreachable));

    /// <summary>A balancer by its address, or by the MAC address that answers for both.</summary>
    private bool IsBalancer(Route route) => service.Balancers.Any(balancer =>
        route.NextHop.Is(balancer) || (route.NextHop.HasValue && Heard(route.NextHop.Value) is { } mac && mac == Heard(balancer)));

    private string? Heard(IPAddress address) => host.Neighbors(address)
        .Where(row => row.State.Or(NeighborState.Reachable) is not (NeighborState.Unreachable or NeighborState.Incomplete))
        .Select(row => new string([.. row.LinkLayerAddress.Or(string.Empty).ToUpperInvariant().Where(char.IsLetterOrDigit)])).FirstOrDefault(mac => mac.Trim('0').Length > 0);

    private static string Consequence(bool? anywhere, HostLink owner) => anywhere switch
    {
        true => "The reply may leave by any interface.",
        false => $"The reply may leave by {owner.Name} only.",
        null => "By which interfaces the reply may leave cannot be told.",
    };
}
