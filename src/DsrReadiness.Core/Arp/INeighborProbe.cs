using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Arp;

/// <summary>The port to asking a segment who has an address: by ARP for IPv4, by neighbour discovery for IPv6. It sends packets and changes nothing but the own neighbour table.</summary>
public interface INeighborProbe
{
    /// <summary>The addresses of the computer that asks, on interfaces with a wire.</summary>
    IReadOnlyList<ProbeAddress> Addresses();

    /// <summary>Asks once, whatever the own neighbour table has. Throws only when cancelled before it began.</summary>
    /// <param name="address">Who is asked for.</param>
    /// <param name="from">The own address, and interface, to ask from.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken);
}
