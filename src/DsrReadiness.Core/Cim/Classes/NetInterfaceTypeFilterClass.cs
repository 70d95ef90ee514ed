namespace DsrReadiness.Cim.Classes;

/// <summary>Interface type conditions of firewall rules.</summary>
public static class NetInterfaceTypeFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetInterfaceTypeFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallInterfaceTypeFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static CimProperty<string> InstanceId { get; } = s_class.String("InstanceID");

    /// <summary>A mask; 0 is any.</summary>
    public static CimProperty<FirewallInterfaceTypes> InterfaceType { get; } = s_class.Enum<FirewallInterfaceTypes>("InterfaceType", CimType.UInt32);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
