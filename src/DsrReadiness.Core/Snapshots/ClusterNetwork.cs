using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A network of a failover cluster.</summary>
internal sealed class ClusterNetwork(CimRow row)
{
    public string Name { get; } = row.Require(ClusterNetworkClass.Name);

    /// <summary>0 if the cluster does not use it.</summary>
    public Field<uint> Role => row.Get(ClusterNetworkClass.Role);
}

/// <summary>An interface that a failover cluster knows, on any of its nodes.</summary>
internal sealed class ClusterInterface(CimRow row)
{
    public Field<string> AdapterId => row.Get(ClusterInterfaceClass.AdapterId);

    public Field<string> Network => row.Get(ClusterInterfaceClass.Network);
}
