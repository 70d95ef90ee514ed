using System;
using System.Diagnostics;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Sockets;

/// <summary>
/// Sends real packets by .NET's own sockets, each with hop limit 1: a server that does not own the VIP cannot pass one on to another that would answer.
/// </summary>
/// <param name="mark">What marks the packets that take a leased route; null where the whole computer takes it.</param>
internal sealed class ConnectionSockets(uint? mark) : IConnectionSockets
{
    /// <inheritdoc/>
    public async Task<Observation> AskAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var since = Stopwatch.StartNew();
        try
        {
            Observation seen = question.Port.Protocol switch
            {
                ConnectionProtocol.Tcp => await TcpTalk.AskAsync(question, Open, since, cancellationToken).ConfigureAwait(false),
                ConnectionProtocol.Udp => await UdpTalk.AskAsync(question, Open, since, cancellationToken).ConfigureAwait(false),
                _ => await EchoTalk.AskAsync(question, Open, since, cancellationToken).ConfigureAwait(false),
            };
            cancellationToken.ThrowIfCancellationRequested();
            return seen;
        }
        catch (SocketException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Meaning(e, since.Elapsed);
        }
    }

    /// <summary>What an error of a socket says of the other side, or of this one.</summary>
    internal static Observation Meaning(SocketException error, TimeSpan elapsed) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset => new Observation(Reply.Refused, elapsed) { Detail = error.Message },
        SocketError.TimedOut => new Observation(Reply.Silent, elapsed) { Detail = error.Message },
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown => new Observation(Reply.Unreachable, elapsed) { Detail = error.Message },
        _ => new Observation(Reply.Failed, elapsed) { Detail = error.Message },
    };

    private Socket Open(Question question, SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(question.Address.AddressFamily, type, protocol);
        try
        {
            socket.Ttl = 1;
            if (question.IsLeased && mark is { } marked)
                LinuxSocket.Mark(socket, marked);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Makes the socket for a question.</summary>
internal delegate Socket OpenSocket(Question question, SocketType type, ProtocolType protocol);
