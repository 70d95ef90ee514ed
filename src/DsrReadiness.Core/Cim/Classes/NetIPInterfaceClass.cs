using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>IP interfaces: one row for each interface and family; the host model lives here.</summary>
public static class NetIPInterfaceClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetIPInterface", CimEvidence.Captured, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetIPInterface");

    /// <summary>Told apart from others together with the family; does not survive a restart.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>IPv4 or IPv6.</summary>
    public static readonly CimProperty<IPFamily> AddressFamily = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>The connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>May a packet whose source address this interface owns leave by another one? NULL in the persistent store: never set there.</summary>
    public static readonly CimProperty<Toggle> WeakHostSend = s_class.Enum<Toggle>("WeakHostSend", CimType.UInt8);

    /// <summary>May a packet that arrives here be for an address of another interface? NULL in the persistent store: never set there.</summary>
    public static readonly CimProperty<Toggle> WeakHostReceive = s_class.Enum<Toggle>("WeakHostReceive", CimType.UInt8);

    /// <summary>Are packets for others passed on?</summary>
    public static readonly CimProperty<Toggle> Forwarding = s_class.Enum<Toggle>("Forwarding", CimType.UInt8);

    /// <summary>Are IPv6 router advertisements sent?</summary>
    public static readonly CimProperty<Toggle> Advertising = s_class.Enum<Toggle>("Advertising", CimType.UInt8);

    /// <summary>Held in the active store only, and survives a restart all the same.</summary>
    public static readonly CimProperty<Toggle> Dhcp = s_class.Enum<Toggle>("Dhcp", CimType.UInt8);

    /// <summary>Does Windows choose the metric?</summary>
    public static readonly CimProperty<Toggle> AutomaticMetric = s_class.Enum<Toggle>("AutomaticMetric", CimType.UInt8);

    /// <summary>Added to a route's metric.</summary>
    public static readonly CimProperty<uint> InterfaceMetric = s_class.UInt32("InterfaceMetric");

    /// <summary>Probes for duplicate addresses; the default is not documented.</summary>
    public static readonly CimProperty<uint> DadTransmits = s_class.UInt32("DadTransmits");

    /// <summary>Is the interface connected?</summary>
    public static readonly CimProperty<ConnectionState> ConnectionState = s_class.Enum<ConnectionState>("ConnectionState", CimType.UInt8);

    /// <summary>Bytes.</summary>
    public static readonly CimProperty<uint> NlMtu = s_class.UInt32("NlMtu");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        AtStart = new Dictionary<CimProperty, object> { [WeakHostSend] = 0L, [WeakHostReceive] = 0L, [Forwarding] = 0L, [Advertising] = 0L, [AutomaticMetric] = 1L },
        Exclusion = (AutomaticMetric, 1L, InterfaceMetric), // Writing a metric turns the automatic one off.
    });
}

/// <summary>One interface of the IP stack, in one family and one store.</summary>
internal sealed class IPInterface(CimRow row)
{
    private static readonly CimProperty[] s_settings =
    [
        NetIPInterfaceClass.WeakHostSend, NetIPInterfaceClass.WeakHostReceive, NetIPInterfaceClass.Forwarding, NetIPInterfaceClass.Advertising, NetIPInterfaceClass.AutomaticMetric,
        NetIPInterfaceClass.InterfaceMetric, NetIPInterfaceClass.DadTransmits, NetIPInterfaceClass.NlMtu,
    ];

    public uint InterfaceIndex { get; } = row.Require(NetIPInterfaceClass.InterfaceIndex);

    public IPFamily Family { get; } = row.Require(NetIPInterfaceClass.AddressFamily);

    public Field<string> Alias => row.Get(NetIPInterfaceClass.InterfaceAlias);

    public Field<Toggle> WeakHostSend => row.Get(NetIPInterfaceClass.WeakHostSend);

    public Field<Toggle> WeakHostReceive => row.Get(NetIPInterfaceClass.WeakHostReceive);

    public Field<Toggle> Forwarding => row.Get(NetIPInterfaceClass.Forwarding);

    /// <summary>Router advertisements, of IPv6.</summary>
    public Field<Toggle> Advertising => row.Get(NetIPInterfaceClass.Advertising);

    public Field<uint> DadTransmits => row.Get(NetIPInterfaceClass.DadTransmits);

    public Field<Toggle> Dhcp => row.Get(NetIPInterfaceClass.Dhcp);

    public Field<uint> Metric => row.Get(NetIPInterfaceClass.InterfaceMetric);

    /// <summary>True if the row holds any setting. In the persistent store one that holds none is there for every interface, whether or not its settings survive a restart.</summary>
    public bool HoldsSettings => s_settings.Any(setting => row.TryGetRaw(setting, out object? raw) && raw is not null);

    public Field<ConnectionState> ConnectionState => row.Get(NetIPInterfaceClass.ConnectionState);
}
