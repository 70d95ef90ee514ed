using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The older class of an adapter's settings, of which only NetBIOS is looked at.</summary>
internal sealed class AdapterConfiguration(CimRow row)
{
    /// <summary>NULL for an adapter that IP has nothing to do with.</summary>
    public Field<uint> InterfaceIndex => row.Get(NetworkAdapterConfigurationClass.InterfaceIndex);

    public Field<NetBiosOptions> NetBios => row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions);
}
