using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Connection security rules (IPsec) without their conditions, which are rows of the same filter classes as those of firewall rules.</summary>
public static class NetConSecRuleClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetConSecRule", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.PolicyRule, cmdlet: "Get-NetIPsecRule");

    /// <summary>The rule's own id, which is also the id of each of its filters.</summary>
    public static CimProperty<string> InstanceId { get; } = s_class.String("InstanceID");

    /// <summary>The rule's display name.</summary>
    public static CimProperty<string> ElementName { get; } = s_class.String("ElementName");

    /// <summary>1 and 2, not a boolean.</summary>
    public static CimProperty<RuleEnabled> Enabled { get; } = s_class.Enum<RuleEnabled>("Enabled", CimType.UInt16);

    /// <summary>A mask; 0 is any.</summary>
    public static CimProperty<FirewallProfiles> Profiles { get; } = s_class.Enum<FirewallProfiles>("Profiles", CimType.UInt16);

    /// <summary>Transport or tunnel.</summary>
    public static CimProperty<IPsecMode> Mode { get; } = s_class.Enum<IPsecMode>("Mode", CimType.UInt16);

    /// <summary>Whether inbound traffic has to be authenticated.</summary>
    public static CimProperty<SecurityPolicy> InboundSecurity { get; } = s_class.Enum<SecurityPolicy>("InboundSecurity", CimType.UInt16);

    /// <summary>Of each part of the rule whether it is in force, and if not, why; told in the active store.</summary>
    public static CimProperty<IReadOnlyList<RuleEnforcement>> EnforcementStatus { get; } = s_class.Enums<RuleEnforcement>("EnforcementStatus", CimType.UInt16);

    /// <summary>Versions of Windows, such as <c>6.2+</c>; empty for all.</summary>
    public static CimProperty<IReadOnlyList<string>> Platforms { get; } = s_class.Strings("Platforms");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
