using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The network that an interface is connected to.</summary>
internal sealed class ConnectionProfile(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(NetConnectionProfileClass.InterfaceIndex);

    public Field<NetworkCategory> Category => row.Get(NetConnectionProfileClass.NetworkCategory);
}
