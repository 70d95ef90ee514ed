using System.Collections.Generic;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>IP interfaces: one row for each interface and family; the host model lives here.</summary>
public static class NetIPInterfaceClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetIPInterface", CimEvidence.Captured, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetIPInterface");

    /// <summary>Told apart from others together with the family; does not survive a restart.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>IPv4 or IPv6.</summary>
    public static CimProperty<IPFamily> AddressFamily { get; } = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>The connection name.</summary>
    public static CimProperty<string> InterfaceAlias { get; } = s_class.String("InterfaceAlias");

    /// <summary>May a packet whose source address this interface owns leave by another one? NULL in the persistent store: never set there.</summary>
    public static CimProperty<Toggle> WeakHostSend { get; } = s_class.Enum<Toggle>("WeakHostSend", CimType.UInt8);

    /// <summary>May a packet that arrives here be for an address of another interface? NULL in the persistent store: never set there.</summary>
    public static CimProperty<Toggle> WeakHostReceive { get; } = s_class.Enum<Toggle>("WeakHostReceive", CimType.UInt8);

    /// <summary>Are packets for others passed on?</summary>
    public static CimProperty<Toggle> Forwarding { get; } = s_class.Enum<Toggle>("Forwarding", CimType.UInt8);

    /// <summary>Are IPv6 router advertisements sent?</summary>
    public static CimProperty<Toggle> Advertising { get; } = s_class.Enum<Toggle>("Advertising", CimType.UInt8);

    /// <summary>Held in the active store only, and survives a restart all the same.</summary>
    public static CimProperty<Toggle> Dhcp { get; } = s_class.Enum<Toggle>("Dhcp", CimType.UInt8);

    /// <summary>Does Windows choose the metric?</summary>
    public static CimProperty<Toggle> AutomaticMetric { get; } = s_class.Enum<Toggle>("AutomaticMetric", CimType.UInt8);

    /// <summary>Added to a route's metric.</summary>
    public static CimProperty<uint> InterfaceMetric { get; } = s_class.UInt32("InterfaceMetric");

    /// <summary>Probes for duplicate addresses; the default is not documented.</summary>
    public static CimProperty<uint> DadTransmits { get; } = s_class.UInt32("DadTransmits");

    /// <summary>Is the interface connected?</summary>
    public static CimProperty<ConnectionState> ConnectionState { get; } = s_class.Enum<ConnectionState>("ConnectionState", CimType.UInt8);

    /// <summary>Bytes.</summary>
    public static CimProperty<uint> NlMtu { get; } = s_class.UInt32("NlMtu");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build(new CimWriting
    {
        AtStart = new Dictionary<CimProperty, object> { [WeakHostSend] = 0L, [WeakHostReceive] = 0L, [Forwarding] = 0L, [Advertising] = 0L, [AutomaticMetric] = 1L },
        Exclusion = (AutomaticMetric, 1L, InterfaceMetric), // Writing a metric turns the automatic one off.
    });
}
