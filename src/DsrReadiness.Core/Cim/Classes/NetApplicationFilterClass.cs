namespace DsrReadiness.Cim.Classes;

/// <summary>Program conditions of firewall rules.</summary>
public static class NetApplicationFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetApplicationFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallApplicationFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>The program; null, empty or Any is no limit; <c>System</c> is the kernel.</summary>
    public static readonly CimProperty<string> AppPath = s_class.String("AppPath", RedactionKind.Program);

    /// <summary>The app container's SID.</summary>
    public static readonly CimProperty<string> Package = s_class.String("Package", RedactionKind.App);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
