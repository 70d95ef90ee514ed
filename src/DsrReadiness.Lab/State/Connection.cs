using System.Net;

namespace DsrReadiness.Lab.State;

/// <summary>A client that is connected.</summary>
internal sealed class Connection(IPAddress address, int port)
{
    public IPAddress Address { get; } = address;

    public int Port { get; } = port;
}
