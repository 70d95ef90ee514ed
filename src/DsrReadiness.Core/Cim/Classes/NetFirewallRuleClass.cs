using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Firewall rules without their conditions, which are rows of the filter classes.</summary>
public static class NetFirewallRuleClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetFirewallRule", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.PolicyRule, cmdlet: "Get-NetFirewallRule");

    /// <summary>The rule's own id, which is also the id of each of its filters: what rules and filters are joined by.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.RuleId);

    /// <summary>The rule's display name.</summary>
    public static readonly CimProperty<string> ElementName = s_class.String("ElementName", RedactionKind.RuleText);

    /// <summary>Text or an indirect string.</summary>
    public static readonly CimProperty<string> RuleGroup = s_class.String("RuleGroup", RedactionKind.RuleText);

    /// <summary>1 and 2, not a boolean.</summary>
    public static readonly CimProperty<RuleEnabled> Enabled = s_class.Enum<RuleEnabled>("Enabled", CimType.UInt16);

    /// <summary>Inbound or outbound.</summary>
    public static readonly CimProperty<FirewallDirection> Direction = s_class.Enum<FirewallDirection>("Direction", CimType.UInt16);

    /// <summary>Allow, allow bypass or block.</summary>
    public static readonly CimProperty<FirewallAction> Action = s_class.Enum<FirewallAction>("Action", CimType.UInt16);

    /// <summary>A mask; 0 is any.</summary>
    public static readonly CimProperty<FirewallProfiles> Profiles = s_class.Enum<FirewallProfiles>("Profiles", CimType.UInt16);

    /// <summary>Local, policy and so on; told in the active store.</summary>
    public static readonly CimProperty<PolicyStoreSource> PolicyStoreSourceType = s_class.Enum<PolicyStoreSource>("PolicyStoreSourceType", CimType.UInt16);

    /// <summary>The user that an app's rule belongs to.</summary>
    public static readonly CimProperty<string> Owner = s_class.String("Owner", RedactionKind.User);

    /// <summary>Of each part of the rule whether it is in force, and if not, why; told in the active store.</summary>
    public static readonly CimProperty<IReadOnlyList<RuleEnforcement>> EnforcementStatus = s_class.Enums<RuleEnforcement>("EnforcementStatus", CimType.UInt16);

    /// <summary>Versions of Windows, such as <c>6.2+</c>; empty for all.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> Platforms = s_class.Strings("Platforms", RedactionKind.Words);

    /// <summary>Ids of address lists that programs keep up to date.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> RemoteDynamicKeywordAddresses = s_class.Strings(
        "RemoteDynamicKeywordAddresses", RedactionKind.App, firstIn: WindowsRelease.Server2022);

    /// <summary>A tag of application control that a program must carry.</summary>
    public static readonly CimProperty<string> PolicyAppId = s_class.String("PolicyAppId", RedactionKind.App, firstIn: WindowsRelease.Server2025);

    /// <summary>The package that a program must belong to.</summary>
    public static readonly CimProperty<string> PackageFamilyName = s_class.String("PackageFamilyName", RedactionKind.App, firstIn: WindowsRelease.Server2025);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        Creation = CimCreation.Instance,
        Given = [ElementName, RuleGroup, Enabled, Direction, Action, Profiles],
    });
}

/// <summary>A firewall rule with its conditions.</summary>
internal sealed class FirewallRule(CimRow row, int position, FirewallFilters filters) : TrafficRule(position, filters)
{
    public override string InstanceId { get; } = row.Require(NetFirewallRuleClass.InstanceId);

    public override Field<string> ElementName => row.Get(NetFirewallRuleClass.ElementName);

    public override Field<RuleEnabled> Enabled => row.Get(NetFirewallRuleClass.Enabled);

    public Field<FirewallDirection> Direction => row.Get(NetFirewallRuleClass.Direction);

    public Field<FirewallAction> Action => row.Get(NetFirewallRuleClass.Action);

    public override Field<FirewallProfiles> Profiles => row.Get(NetFirewallRuleClass.Profiles);

    public Field<PolicyStoreSource> Source => row.Get(NetFirewallRuleClass.PolicyStoreSourceType);

    public Field<string> Owner => row.Get(NetFirewallRuleClass.Owner);

    public override Field<IReadOnlyList<RuleEnforcement>> Enforcement => row.Get(NetFirewallRuleClass.EnforcementStatus);

    public override Field<IReadOnlyList<string>> Platforms => row.Get(NetFirewallRuleClass.Platforms);

    public Field<IReadOnlyList<string>> DynamicKeywords => row.Get(NetFirewallRuleClass.RemoteDynamicKeywordAddresses);

    public Field<string> PolicyAppId => row.Get(NetFirewallRuleClass.PolicyAppId);

    public Field<string> PackageFamily => row.Get(NetFirewallRuleClass.PackageFamilyName);

    public Field<string> Program => Get(NetApplicationFilterClass.Class, NetApplicationFilterClass.AppPath);

    public Field<string> Package => Get(NetApplicationFilterClass.Class, NetApplicationFilterClass.Package);

    public Field<string> Service => Get(NetServiceFilterClass.Class, NetServiceFilterClass.ServiceName);

    public Field<FirewallAuthentication> Authentication => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.Authentication);

    public Field<FirewallEncryption> Encryption => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.Encryption);

    public Field<bool> OverridesBlockRules => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.OverrideBlockRules);

    public Field<string> LocalUsers => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.LocalUsers);

    public Field<string> RemoteUsers => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.RemoteUsers);

    public Field<string> RemoteMachines => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.RemoteMachines);
}
