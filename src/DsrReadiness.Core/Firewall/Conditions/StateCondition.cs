using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is switched on.</summary>
internal sealed class StateCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        Field<RuleEnabled> enabled = rule.Enabled;
        return enabled.Is(RuleEnabled.True) ? Answer.Yes
            : enabled.Is(RuleEnabled.False) ? Answer.No
            : Answer.Unknown("state", enabled);
    }
}
