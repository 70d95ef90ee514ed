using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A TCP connection or listener.</summary>
internal sealed class TcpConnection(CimRow row)
{
    public IPAddress LocalAddress { get; } = row.Require(NetTcpConnectionClass.LocalAddress);

    public uint LocalPort { get; } = row.Require(NetTcpConnectionClass.LocalPort);

    public Field<TcpState> State => row.Get(NetTcpConnectionClass.State);

    public Field<uint> OwningProcess => row.Get(NetTcpConnectionClass.OwningProcess);
}
