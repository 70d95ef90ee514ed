using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Listeners;

/// <summary>The ready server with other sockets than its own.</summary>
internal static class Sockets
{
    /// <summary>The ready server without a socket.</summary>
    public static Server None()
    {
        Server server = Server.Ready();
        server.Rows(NetTcpConnectionClass.Class).Clear();
        server.Rows(NetUdpEndpointClass.Class).Clear();
        return server;
    }

    public static Server Tcp(this Server server, string address, int port, object? state = null, object? process = null) => server.Add(
        NetTcpConnectionClass.Class,
        CimStore.None,
        (NetTcpConnectionClass.LocalAddress, address),
        (NetTcpConnectionClass.LocalPort, port),
        (NetTcpConnectionClass.State, state ?? TcpState.Listen),
        (NetTcpConnectionClass.OwningProcess, process ?? 1234));

    public static Server Udp(this Server server, string address, int first, int? last = null)
    {
        for (int port = first; port <= (last ?? first); port++)
        {
            server.Add(
                NetUdpEndpointClass.Class,
                CimStore.None,
                (NetUdpEndpointClass.LocalAddress, address),
                (NetUdpEndpointClass.LocalPort, port),
                (NetUdpEndpointClass.OwningProcess, 900));
        }

        return server;
    }
}
