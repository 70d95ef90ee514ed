namespace DsrReadiness.Cim.Classes;

/// <summary>Interface type conditions of firewall rules.</summary>
public static class NetInterfaceTypeFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetInterfaceTypeFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallInterfaceTypeFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>A mask; 0 is any.</summary>
    public static readonly CimProperty<FirewallInterfaceTypes> InterfaceType = s_class.Enum<FirewallInterfaceTypes>("InterfaceType", CimType.UInt32);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
