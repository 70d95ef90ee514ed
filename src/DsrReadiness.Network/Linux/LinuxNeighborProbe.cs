using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Json;
using DsrReadiness.Network.Sockets;

namespace DsrReadiness.Network.Linux;

/// <summary>
/// Asks the segments of a Linux computer: makes the kernel forget its entry and send something, and reads what entry it makes then. What is sent is an empty datagram with hop limit 1 to the port
/// that discards.
/// </summary>
internal sealed class LinuxNeighborProbe : INeighborProbe
{
    private const int Discard = 9;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4); // the kernel gives up after three questions, a second apart
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(160);
    private readonly IpTool _tool = new();
    private readonly Lazy<IReadOnlyList<ProbeAddress>> _addresses;

    public LinuxNeighborProbe() => _addresses = new(ReadAddresses);

    /// <inheritdoc/>
    public IReadOnlyList<ProbeAddress> Addresses() => _addresses.Value;

    /// <inheritdoc/>
    public async Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken)
    {
        await _tool.RunAsync(IpCommand.Forget(address, from.InterfaceAlias), null, cancellationToken).ConfigureAwait(false); // that it was not there is no failure
        var since = Stopwatch.StartNew();
        TimeSpan pause = s_firstPause;
        try
        {
            Provoke(address, from);
            while (true)
            {
                ToolResult shown = await _tool.RunAsync(IpCommand.Neighbor(address, from.InterfaceAlias), null, cancellationToken).ConfigureAwait(false);
                if (shown.Status != 0)
                    return Failed(shown.Complaint);
                IpNeighbor? entry = IpJson.Neighbor(shown.Output);
                if (entry?.LinkLayerAddress is { } mac && !entry.States.Contains("INCOMPLETE") && !entry.States.Contains("FAILED"))
                    return ProbeReply.Of(mac);
                if (entry?.States.Contains("FAILED") == true || since.Elapsed > s_limit)
                    return ProbeReply.Silence;
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                pause = pause < s_longestPause ? pause + pause : s_longestPause;
            }
        }
        catch (SocketException e)
        {
            return Failed(e.Message);
        }
        catch (JsonFormatException e)
        {
            return Failed("The output of ip is not understood: " + e.Message);
        }
    }

    private static ProbeReply Failed(string message) => ProbeReply.Failed(new CimFailure(FailureKind.Failed, message));

    private static void Provoke(IPAddress address, ProbeAddress from)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Ttl = 1 };
        LinuxSocket.BindToDevice(socket, from.InterfaceAlias);
        socket.SendTo([], new IPEndPoint(address, Discard));
    }

    private IReadOnlyList<ProbeAddress> ReadAddresses()
    {
        ToolResult shown = _tool.RunAsync(IpCommand.Addresses(), null, CancellationToken.None).GetAwaiter().GetResult();
        return shown.Status == 0 ? IpJson.Addresses(shown.Output) : [];
    }
}
