using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Connections;

/// <summary>What must not be asked, or cannot be: where the answer would be wrong, or somebody would be harmed.</summary>
internal static class Refusals
{
    /// <summary>Why a VIP cannot be asked at all; null if it can.</summary>
    public static string? Of(ConnectionRequest request, IPAddress vip, IReadOnlyList<IPAddress> own, Claims claims, RouteView view) =>
        SpecialAddresses.KindOf(vip) is { } kind ? $"{vip} is {kind}: no server can have it. Give the address that clients use."
        : own.Contains(vip) || view.IsOwned ? $"This computer owns {vip} itself, so its packets for it never leave. Ask from another computer of the segment that is neither a server nor the balancer."
        : request.Environment is DsrEnvironment.Azure or DsrEnvironment.GcpAgent || claims.IsFabric
            ? $"The network is a cloud's ({request.Environment ?? DsrEnvironment.Azure}): it answers ARP for every address and ignores routes of guests. Test from a client instead."
        : view.Failure is { } failure ? $"Cannot see the routes to {vip}: {failure}"
        : view.Foreign.Count > 0 ? $"There already is a route to {vip} alone that is not ours: {Wording.Some(view.Foreign, "; ")}. Remove it first."
        : view.Tenant is { } tenant ? $"{tenant} asks {vip} now. Wait until it ends."
        : view.Connections > 0 && !request.Force
            ? $"This computer has {view.Connections} connections to {vip}, which a route would divert. End them, or ask from another computer, or use -Force."
        : null;

    /// <summary>Why one server cannot be asked; null if it can, or does not answer ARP.</summary>
    public static string? Of(ConnectionServer server, IPAddress vip, ServerSight? sight, Sights sights)
    {
        if (server.Problem is { } problem)
            return problem;
        if (sight is null)
            return $"{server.Name} has no IPv{(vip.Family() == IPFamily.IPv6 ? 6 : 4)} address, which {vip} requires. Name one.";
        if (sight.WhyNot is { } why)
            return char.ToUpperInvariant(why[0]) + why.Substring(1) + ".";
        ServerSight[] twins = [.. sights.Twins(sight)];
        return twins.Length == 0 ? null
            : $"{sight.Address} has the same MAC address ({MacAddress.WithDashes(sight.LinkLayerAddress!)}) as {Wording.Some([.. twins.Select(each => each.Server.Name)])}: a frame cannot tell them apart. Name each server once.";
    }

    public static ConnectionResult Unresolved(IPAddress vip, ConnectionPort port, ServerSight sight) =>
        new(vip, port, sight.Server.Name, ConnectionOutcome.Unresolved, $"Nobody answers {(vip.Family() == IPFamily.IPv6 ? "ND" : "ARP")} for the server's own address {sight.Address}: it is down, unplugged, or on another segment.")
        {
            Address = sight.Address,
            Recommendation = "Start the server, or correct its address.",
        };
}
