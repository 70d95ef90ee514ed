using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
