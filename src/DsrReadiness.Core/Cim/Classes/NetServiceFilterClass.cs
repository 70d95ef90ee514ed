namespace DsrReadiness.Cim.Classes;

/// <summary>Service conditions of firewall rules.</summary>
public static class NetServiceFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetServiceFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallServiceFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>The service; null, empty or Any is no limit.</summary>
    public static readonly CimProperty<string> ServiceName = s_class.String("ServiceName", RedactionKind.Service);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
