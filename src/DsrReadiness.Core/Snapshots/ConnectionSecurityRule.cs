using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
