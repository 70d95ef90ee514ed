using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Connections;
using DsrReadiness.Network.Sockets;

namespace DsrReadiness.Network;

/// <summary>Finds the own addresses of servers that are given by name.</summary>
internal static class ServerNames
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    /// <summary>Looks a name up; an address is what it is. A name that cannot be found is a server with a problem.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ConnectionServer> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (AddressText.TryParse(name, out IPAddress? address))
            return new ConnectionServer(name, [AddressText.Canonical(address)]);
        try
        {
            Task<IPAddress[]> found = Dns.GetHostAddressesAsync(name);
            return await Patience.WaitAsync(found, s_limit, cancellationToken).ConfigureAwait(false)
                ? new ConnectionServer(name, [.. (await found.ConfigureAwait(false)).Select(AddressText.Canonical).Distinct()])
                : NotFound(name, "DNS did not answer");
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return NotFound(name, e.Message.TrimEnd('.'));
        }
    }

    private static ConnectionServer NotFound(string name, string why) => new(name, [], $"Cannot find the address of {name}: {why}. Give its address instead of its name.");
}
