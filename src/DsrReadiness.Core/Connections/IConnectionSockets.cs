using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Connections;

/// <summary>A question for one address.</summary>
/// <param name="Address">Who is asked: a VIP, or a server's own address.</param>
/// <param name="Port">What is asked.</param>
/// <param name="Talk">What is asked on a TCP connection.</param>
/// <param name="Payload">What a datagram holds.</param>
/// <param name="Timeout">How long an answer may take.</param>
/// <param name="IsLeased">True to send by the route that was leased for the address.</param>
internal sealed record Question(IPAddress Address, ConnectionPort Port, ConnectionTalk Talk, Payload? Payload, TimeSpan Timeout, bool IsLeased);

/// <summary>The port to the network: sends packets, each with hop limit 1, and tells what came back. It never throws for what the other side does.</summary>
internal interface IConnectionSockets
{
    /// <exception cref="OperationCanceledException">It was cancelled, and nothing is left open.</exception>
    Task<Observation> AskAsync(Question question, CancellationToken cancellationToken);
}
