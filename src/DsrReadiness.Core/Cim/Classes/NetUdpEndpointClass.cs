using System.Net;

namespace DsrReadiness.Cim.Classes;

/// <summary>UDP listeners.</summary>
public static class NetUdpEndpointClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetUDPEndpoint", CimEvidence.Referenced, otherKeys: InheritedKeys.Instance);

    /// <summary>The address that is bound.</summary>
    public static readonly CimProperty<IPAddress> LocalAddress = s_class.Address("LocalAddress");

    /// <summary>The port.</summary>
    public static readonly CimProperty<uint> LocalPort = s_class.UInt16("LocalPort");

    /// <summary>The process id; Windows Server 2016 and later.</summary>
    public static readonly CimProperty<uint> OwningProcess = s_class.UInt32(
        "OwningProcess", firstIn: WindowsRelease.Server2016);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A bound UDP socket.</summary>
internal sealed class UdpEndpoint(CimRow row)
{
    public IPAddress LocalAddress { get; } = row.Require(NetUdpEndpointClass.LocalAddress);

    public uint LocalPort { get; } = row.Require(NetUdpEndpointClass.LocalPort);

    public Field<uint> OwningProcess => row.Get(NetUdpEndpointClass.OwningProcess);
}
