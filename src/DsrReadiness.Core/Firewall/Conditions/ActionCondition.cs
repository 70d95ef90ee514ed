using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule does what it is asked about: allow or block.</summary>
internal sealed class ActionCondition : IRuleCondition<FirewallRule>
{
    public Answer Ask(FirewallRule rule, RuleQuestion question)
    {
        Field<FirewallAction> action = rule.Action;
        bool asksForAllow = question.Role == FirewallAction.Allow;
        if (action.Is(FirewallAction.Allow))
            return asksForAllow;
        if (action.Is(FirewallAction.Block))
            return !asksForAllow;
        if (action.Is(FirewallAction.AllowBypass))
            return asksForAllow ? new Answer(Match.Part, "overrides block rules, for which a connection must be authenticated") : Answer.No;
        return Answer.Unknown("action", action);
    }
}
