using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Classes;

/// <summary>TCP listeners, and the connections that they have taken.</summary>
internal sealed class NetTcpConnections : LabClass<NetTcpConnections.Socket>
{
    public NetTcpConnections(Machine machine)
        : base(NetTcpConnectionClass.Class, machine)
    {
        Column(NetTcpConnectionClass.LocalAddress, socket => socket.Address);
        Column(NetTcpConnectionClass.LocalPort, socket => socket.Port);
        Column(NetTcpConnectionClass.State, socket => socket.State);
        Column(NetTcpConnectionClass.OwningProcess, socket => socket.Process);
    }

    protected override IEnumerable<Socket> Items(CimStore store)
    {
        Listener[] listeners = [.. Machine.Listeners.Where(each => each.Protocol == TransportProtocol.Tcp)];
        return listeners.Select(each => new Socket(each.Address, each.Port, TcpState.Listen, each.Process))
            .Concat(Machine.Connections.Select(each => new Socket(
                each.Address, each.Port, TcpState.Established, listeners.FirstOrDefault(listener => listener.Port == each.Port)?.Process ?? 0)));
    }

    internal sealed record Socket(IPAddress Address, int Port, TcpState State, int Process);
}
