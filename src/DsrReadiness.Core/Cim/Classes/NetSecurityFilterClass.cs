namespace DsrReadiness.Cim.Classes;

/// <summary>Conditions of firewall rules on who the peer is.</summary>
public static class NetSecurityFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetNetworkLayerSecurityFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallSecurityFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>Must the connection be authenticated?</summary>
    public static readonly CimProperty<FirewallAuthentication> Authentication = s_class.Enum<FirewallAuthentication>("Authentication", CimType.UInt16);

    /// <summary>Must it be encrypted?</summary>
    public static readonly CimProperty<FirewallEncryption> Encryption = s_class.Enum<FirewallEncryption>("Encryption", CimType.UInt16);

    /// <summary>Does the rule go before block rules?</summary>
    public static readonly CimProperty<bool> OverrideBlockRules = s_class.Boolean("OverrideBlockRules");

    /// <summary>SDDL.</summary>
    public static readonly CimProperty<string> LocalUsers = s_class.String("LocalUsers", RedactionKind.User);

    /// <summary>SDDL.</summary>
    public static readonly CimProperty<string> RemoteUsers = s_class.String("RemoteUsers", RedactionKind.User);

    /// <summary>SDDL.</summary>
    public static readonly CimProperty<string> RemoteMachines = s_class.String("RemoteMachines", RedactionKind.User);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
