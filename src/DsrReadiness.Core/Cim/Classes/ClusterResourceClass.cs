namespace DsrReadiness.Cim.Classes;

/// <summary>Resources of a failover cluster, where there is one.</summary>
public static class ClusterResourceClass
{
    private static readonly CimClassBuilder s_class = new("root/MSCluster", "MSCluster_Resource", CimEvidence.DocumentedOnly, since: WindowsRelease.Server2008);

    /// <summary>The resource's name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Words);

    /// <summary><c>IP Address</c> and <c>IPv6 Address</c> hold addresses.</summary>
    public static readonly CimProperty<string> Type = s_class.String("Type", RedactionKind.Words);

    /// <summary>2 is online.</summary>
    public static readonly CimProperty<uint> State = s_class.UInt32("State");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A resource of a failover cluster.</summary>
internal sealed class ClusterResource(CimRow row)
{
    public string Name { get; } = row.Require(ClusterResourceClass.Name);

    public Field<string> Type => row.Get(ClusterResourceClass.Type);
}
