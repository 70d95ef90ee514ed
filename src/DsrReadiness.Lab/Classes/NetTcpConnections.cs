using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Classes;

/// <summary>TCP listeners; a lab has no connections.</summary>
internal sealed class NetTcpConnections : LabClass<Listener>
{
    public NetTcpConnections(Machine machine)
        : base(NetTcpConnectionClass.Class, machine)
    {
        Column(NetTcpConnectionClass.LocalAddress, listener => listener.Address);
        Column(NetTcpConnectionClass.LocalPort, listener => listener.Port);
        Column(NetTcpConnectionClass.State, _ => TcpState.Listen);
        Column(NetTcpConnectionClass.OwningProcess, listener => listener.Process);
    }

    protected override IEnumerable<Listener> Items(CimStore store) => Machine.Listeners.Where(each => each.Protocol == TransportProtocol.Tcp);
}
