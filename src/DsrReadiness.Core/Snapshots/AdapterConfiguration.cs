using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The older class of an adapter's settings, of which NetBIOS and the servers are looked at that nothing else tells.</summary>
internal sealed class AdapterConfiguration(CimRow row)
{
    /// <summary>NULL for an adapter that IP has nothing to do with.</summary>
    public Field<uint> InterfaceIndex => row.Get(NetworkAdapterConfigurationClass.InterfaceIndex);

    public Field<NetBiosOptions> NetBios => row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions);

    public Field<string> DhcpServer => row.Get(NetworkAdapterConfigurationClass.DHCPServer);

    public Field<string> PrimaryWinsServer => row.Get(NetworkAdapterConfigurationClass.WINSPrimaryServer);

    public Field<string> SecondaryWinsServer => row.Get(NetworkAdapterConfigurationClass.WINSSecondaryServer);
}
