using System.Net;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.State;

/// <summary>A socket that waits for clients.</summary>
internal sealed class Listener(TransportProtocol protocol, IPAddress address, int port, int process)
{
    public TransportProtocol Protocol { get; } = protocol;

    public IPAddress Address { get; } = address;

    public int Port { get; } = port;

    public int Process { get; } = process;
}
