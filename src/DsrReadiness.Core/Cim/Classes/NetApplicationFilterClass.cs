namespace DsrReadiness.Cim.Classes;

/// <summary>Program conditions of firewall rules.</summary>
public static class NetApplicationFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetApplicationFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallApplicationFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static CimProperty<string> InstanceId { get; } = s_class.String("InstanceID");

    /// <summary>The program; null, empty or Any is no limit; <c>System</c> is the kernel.</summary>
    public static CimProperty<string> AppPath { get; } = s_class.String("AppPath");

    /// <summary>The app container's SID.</summary>
    public static CimProperty<string> Package { get; } = s_class.String("Package");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
