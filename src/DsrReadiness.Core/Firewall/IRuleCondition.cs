using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall;

/// <summary>One condition of rules.</summary>
internal interface IRuleCondition<in TRule>
    where TRule : TrafficRule
{
    Answer Ask(TRule rule, RuleQuestion question);
}
