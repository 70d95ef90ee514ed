using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for inbound traffic.</summary>
internal sealed class DirectionCondition : IRuleCondition<FirewallRule>
{
    public Answer Ask(FirewallRule rule, RuleQuestion question)
    {
        Field<FirewallDirection> direction = rule.Direction;
        return direction.Is(FirewallDirection.Inbound) ? Answer.Yes
            : direction.Is(FirewallDirection.Outbound) ? Answer.No
            : Answer.Unknown("direction", direction);
    }
}
