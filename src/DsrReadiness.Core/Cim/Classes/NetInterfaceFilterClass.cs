using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Interface conditions of firewall rules.</summary>
public static class NetInterfaceFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetInterfaceFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallInterfaceFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>Connection names; Any is no limit.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> InterfaceAlias = s_class.Strings("InterfaceAlias", RedactionKind.Alias);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
