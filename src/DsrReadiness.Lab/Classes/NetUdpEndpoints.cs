using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Classes;

/// <summary>Bound UDP sockets.</summary>
internal sealed class NetUdpEndpoints : LabClass<Listener>
{
    public NetUdpEndpoints(Machine machine)
        : base(NetUdpEndpointClass.Class, machine)
    {
        Column(NetUdpEndpointClass.LocalAddress, listener => listener.Address);
        Column(NetUdpEndpointClass.LocalPort, listener => listener.Port);
        Column(NetUdpEndpointClass.OwningProcess, listener => listener.Process);
    }

    protected override IEnumerable<Listener> Items(CimStore store) => Machine.Listeners.Where(each => each.Protocol == TransportProtocol.Udp);
}
