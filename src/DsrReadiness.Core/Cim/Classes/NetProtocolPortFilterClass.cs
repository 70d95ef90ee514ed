using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Protocol and port conditions of firewall rules.</summary>
public static class NetProtocolPortFilterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetProtocolPortFilter", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetFirewallPortFilter");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>TCP, UDP, ICMPv4, ICMPv6, Any or a number.</summary>
    public static readonly CimProperty<string> Protocol = s_class.String("Protocol", RedactionKind.Words);

    /// <summary>Any, ports, ranges or keywords.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> LocalPort = s_class.Strings("LocalPort", RedactionKind.Words);

    /// <summary>Any, ports, ranges or keywords.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> RemotePort = s_class.Strings("RemotePort", RedactionKind.Words);

    /// <summary>Any, types, or types and codes.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> IcmpType = s_class.Strings("IcmpType", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
