using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>The neighbour table (ARP and ND).</summary>
public static class NetNeighborClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetNeighbor", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetNeighbor");

    /// <summary>The interface.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>IPv4 or IPv6.</summary>
    public static readonly CimProperty<IPFamily> AddressFamily = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>The neighbour's address.</summary>
    public static readonly CimProperty<IPAddress> IPAddress = s_class.Address("IPAddress");

    /// <summary>The MAC address that answered; separators differ.</summary>
    public static readonly CimProperty<string> LinkLayerAddress = s_class.String("LinkLayerAddress", RedactionKind.Mac);

    /// <summary>How sure the entry is.</summary>
    public static readonly CimProperty<NeighborState> State = s_class.Enum<NeighborState>("State", CimType.UInt8);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>An entry of the neighbour table.</summary>
internal sealed class Neighbor(CimRow row)
{
    public IPAddress Address { get; } = row.Require(NetNeighborClass.IPAddress);

    public Field<uint> InterfaceIndex => row.Get(NetNeighborClass.InterfaceIndex);

    public Field<string> LinkLayerAddress => row.Get(NetNeighborClass.LinkLayerAddress);

    public Field<NeighborState> State => row.Get(NetNeighborClass.State);
}
