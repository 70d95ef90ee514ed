using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
