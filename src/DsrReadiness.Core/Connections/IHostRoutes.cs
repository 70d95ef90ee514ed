using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Connections;

/// <summary>A route to one VIP by way of one server.</summary>
/// <param name="VirtualIPAddress">The VIP.</param>
/// <param name="Server">The server's own address, on a segment of this computer.</param>
/// <param name="Interface">The name of the interface of that segment.</param>
/// <param name="InterfaceIndex">Its index.</param>
internal sealed record RouteLease(IPAddress VirtualIPAddress, IPAddress Server, string Interface, uint InterfaceIndex);

/// <summary>What stands in the way of a lease for a VIP.</summary>
/// <param name="Foreign">Routes for the VIP alone that somebody else made, in words.</param>
/// <param name="Tenant">Another run that asks the VIP now, in words; null if there is none.</param>
/// <param name="Connections">How many connections of this computer a route would divert; 0 where it diverts nobody.</param>
/// <param name="IsOwned">True if the VIP is an address of this computer, on an interface without a wire too.</param>
/// <param name="Failure">Why it could not be seen; null if it was.</param>
internal sealed record RouteView(IReadOnlyList<string> Foreign, string? Tenant = null, int Connections = 0, bool IsOwned = false, string? Failure = null);

/// <summary>The port to the routes of this computer: looks, leases, gives back. It never throws for what the system does.</summary>
internal interface IHostRoutes
{
    /// <summary>Why routes cannot be changed at all: no right, or no such system; null if they can.</summary>
    RouteRefusal? Refusal();

    /// <summary>Takes away what runs that are dead have left, and says in words what it was.</summary>
    Task<IReadOnlyList<string>> CleanAsync(CancellationToken cancellationToken);

    /// <summary>Looks for what stands in the way.</summary>
    Task<RouteView> LookAsync(IPAddress vip, CancellationToken cancellationToken);

    /// <summary>Makes the route, marked as ours, and proves that packets take it; says why not, or null. What failed has left nothing.</summary>
    Task<string?> LeaseAsync(RouteLease lease, CancellationToken cancellationToken);

    /// <summary>Takes the route away; says in words if it had been taken away before, or cannot be, or null. Never cancelled: a route is given back whatever happens.</summary>
    Task<string?> GiveBackAsync(RouteLease lease);
}

/// <summary>Why routes cannot be changed.</summary>
/// <param name="IsRight">True if a right is missing.</param>
/// <param name="Message">In words, with what to do.</param>
internal sealed record RouteRefusal(bool IsRight, string Message);
