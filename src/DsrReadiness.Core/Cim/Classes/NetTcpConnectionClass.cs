using System.Net;

namespace DsrReadiness.Cim.Classes;

/// <summary>TCP connections and listeners.</summary>
public static class NetTcpConnectionClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetTCPConnection", CimEvidence.Referenced, otherKeys: InheritedKeys.Instance);

    /// <summary>The address that is listened on.</summary>
    public static readonly CimProperty<IPAddress> LocalAddress = s_class.Address("LocalAddress");

    /// <summary>The port.</summary>
    public static readonly CimProperty<uint> LocalPort = s_class.UInt16("LocalPort");

    /// <summary>2 is a listener.</summary>
    public static readonly CimProperty<TcpState> State = s_class.Enum<TcpState>("State", CimType.UInt8);

    /// <summary>The process id; not on Windows Server 2012.</summary>
    public static readonly CimProperty<uint> OwningProcess = s_class.UInt32(
        "OwningProcess", firstIn: WindowsRelease.Server2012R2);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A TCP connection or listener.</summary>
internal sealed class TcpConnection(CimRow row)
{
    public IPAddress LocalAddress { get; } = row.Require(NetTcpConnectionClass.LocalAddress);

    public uint LocalPort { get; } = row.Require(NetTcpConnectionClass.LocalPort);

    public Field<TcpState> State => row.Get(NetTcpConnectionClass.State);

    public Field<uint> OwningProcess => row.Get(NetTcpConnectionClass.OwningProcess);
}
