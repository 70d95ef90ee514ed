using System.Net;

namespace DsrReadiness.Cim.Classes;

/// <summary>TCP connections and listeners.</summary>
public static class NetTcpConnectionClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetTCPConnection", CimEvidence.Referenced, otherKeys: InheritedKeys.Instance);

    /// <summary>The address that is listened on.</summary>
    public static CimProperty<IPAddress> LocalAddress { get; } = s_class.Address("LocalAddress");

    /// <summary>The port.</summary>
    public static CimProperty<uint> LocalPort { get; } = s_class.UInt16("LocalPort");

    /// <summary>2 is a listener.</summary>
    public static CimProperty<TcpState> State { get; } = s_class.Enum<TcpState>("State", CimType.UInt8);

    /// <summary>The process id; not on Windows Server 2012.</summary>
    public static CimProperty<uint> OwningProcess { get; } = s_class.UInt32(
        "OwningProcess", firstIn: WindowsRelease.Server2012R2);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
