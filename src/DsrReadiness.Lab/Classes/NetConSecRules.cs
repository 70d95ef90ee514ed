using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Connection security rules, which nothing here makes or changes.</summary>
internal sealed class NetConSecRules : LabClass<SecurityRule>
{
    public NetConSecRules(Machine machine)
        : base(NetConSecRuleClass.Class, machine)
    {
        Column(NetConSecRuleClass.InstanceId, rule => rule.Id);
        Column(NetConSecRuleClass.ElementName, rule => rule.ElementName);
        Column(NetConSecRuleClass.Enabled, rule => rule.Enabled);
        Column(NetConSecRuleClass.Profiles, rule => rule.Profiles);
        Column(NetConSecRuleClass.Mode, rule => rule.Mode);
        Column(NetConSecRuleClass.InboundSecurity, rule => rule.InboundSecurity);
        Column(NetConSecRuleClass.EnforcementStatus, rule => rule.Enforcement);
        Column(NetConSecRuleClass.Platforms, rule => rule.Platforms);
    }

    public override bool ReadingNeedsElevation => Machine.Behaviour.FirewallReadsNeedElevation;

    protected override IEnumerable<SecurityRule> Items(CimStore store) => Machine.Firewall.SecurityRules(store);
}
