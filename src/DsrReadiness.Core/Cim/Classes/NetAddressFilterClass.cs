using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Address conditions of firewall rules.</summary>
public static class NetAddressFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetAddressFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallAddressFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>Any, addresses, ranges, prefixes, masks or keywords.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> LocalAddress = s_class.Strings("LocalAddress", RedactionKind.Words);

    /// <summary>Any, addresses, ranges, prefixes, masks or keywords.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> RemoteAddress = s_class.Strings("RemoteAddress", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
