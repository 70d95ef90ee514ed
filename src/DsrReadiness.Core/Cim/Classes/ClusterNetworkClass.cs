namespace DsrReadiness.Cim.Classes;

/// <summary>Networks of a failover cluster: what it takes for one, and what it uses it for.</summary>
public static class ClusterNetworkClass
{
    private static readonly CimClassBuilder s_class = new("root/MSCluster", "MSCluster_Network", CimEvidence.DocumentedOnly, since: WindowsRelease.Server2008);

    /// <summary>The network's name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Words);

    /// <summary>0: not used; 1: between the nodes; 3: for clients as well.</summary>
    public static readonly CimProperty<uint> Role = s_class.UInt32("Role");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A network of a failover cluster.</summary>
internal sealed class ClusterNetwork(CimRow row)
{
    public string Name { get; } = row.Require(ClusterNetworkClass.Name);

    /// <summary>0 if the cluster does not use it.</summary>
    public Field<uint> Role => row.Get(ClusterNetworkClass.Role);
}
