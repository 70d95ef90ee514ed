using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A bound UDP socket.</summary>
internal sealed class UdpEndpoint(CimRow row)
{
    public IPAddress LocalAddress { get; } = row.Require(NetUdpEndpointClass.LocalAddress);

    public uint LocalPort { get; } = row.Require(NetUdpEndpointClass.LocalPort);

    public Field<uint> OwningProcess => row.Get(NetUdpEndpointClass.OwningProcess);
}
