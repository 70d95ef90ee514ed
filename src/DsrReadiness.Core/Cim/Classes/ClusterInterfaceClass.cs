namespace DsrReadiness.Cim.Classes;

/// <summary>
/// Network interfaces of the nodes of a failover cluster. An association joins them with the networks, too; <see cref="Network"/> says the same as a text, by the declaration that Microsoft's own
/// bindings (github.com/microsoft/wmi) were generated from.
/// </summary>
public static class ClusterInterfaceClass
{
    private static readonly CimClassBuilder s_class = new("root/MSCluster", "MSCluster_NetworkInterface", CimEvidence.DocumentedOnly, since: WindowsRelease.Server2008);

    /// <summary>The GUID of the adapter.</summary>
    public static readonly CimProperty<string> AdapterId = s_class.String("AdapterId", RedactionKind.Guid);

    /// <summary>The name of the network that it is connected to.</summary>
    public static readonly CimProperty<string> Network = s_class.String("Network", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>An interface that a failover cluster knows, on any of its nodes.</summary>
internal sealed class ClusterInterface(CimRow row)
{
    public Field<string> AdapterId => row.Get(ClusterInterfaceClass.AdapterId);

    public Field<string> Network => row.Get(ClusterInterfaceClass.Network);
}
