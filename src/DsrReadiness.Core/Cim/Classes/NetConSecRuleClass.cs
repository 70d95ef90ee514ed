using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Connection security rules (IPsec) without their conditions, which are rows of the same filter classes as those of firewall rules.</summary>
public static class NetConSecRuleClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetConSecRule", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.PolicyRule, cmdlet: "Get-NetIPsecRule");

    /// <summary>The rule's own id, which is also the id of each of its filters.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>The rule's display name.</summary>
    public static readonly CimProperty<string> ElementName = s_class.String("ElementName", RedactionKind.RuleText);

    /// <summary>1 and 2, not a boolean.</summary>
    public static readonly CimProperty<RuleEnabled> Enabled = s_class.Enum<RuleEnabled>("Enabled", CimType.UInt16);

    /// <summary>A mask; 0 is any.</summary>
    public static readonly CimProperty<FirewallProfiles> Profiles = s_class.Enum<FirewallProfiles>("Profiles", CimType.UInt16);

    /// <summary>Transport or tunnel.</summary>
    public static readonly CimProperty<IPsecMode> Mode = s_class.Enum<IPsecMode>("Mode", CimType.UInt16);

    /// <summary>Whether inbound traffic has to be authenticated.</summary>
    public static readonly CimProperty<SecurityPolicy> InboundSecurity = s_class.Enum<SecurityPolicy>("InboundSecurity", CimType.UInt16);

    /// <summary>Of each part of the rule whether it is in force, and if not, why; told in the active store.</summary>
    public static readonly CimProperty<IReadOnlyList<RuleEnforcement>> EnforcementStatus = s_class.Enums<RuleEnforcement>("EnforcementStatus", CimType.UInt16);

    /// <summary>Versions of Windows, such as <c>6.2+</c>; empty for all.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> Platforms = s_class.Strings("Platforms", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A connection security rule (IPsec) with its conditions.</summary>
internal sealed class ConnectionSecurityRule(CimRow row, FirewallFilters? filters) : TrafficRule(null, filters)
{
    public override string InstanceId { get; } = row.Require(NetConSecRuleClass.InstanceId);

    public override Field<string> ElementName => row.Get(NetConSecRuleClass.ElementName);

    public override Field<RuleEnabled> Enabled => row.Get(NetConSecRuleClass.Enabled);

    public override Field<FirewallProfiles> Profiles => row.Get(NetConSecRuleClass.Profiles);

    public override Field<IReadOnlyList<RuleEnforcement>> Enforcement => row.Get(NetConSecRuleClass.EnforcementStatus);

    public override Field<IReadOnlyList<string>> Platforms => row.Get(NetConSecRuleClass.Platforms);

    public Field<IPsecMode> Mode => row.Get(NetConSecRuleClass.Mode);

    public Field<SecurityPolicy> InboundSecurity => row.Get(NetConSecRuleClass.InboundSecurity);
}
