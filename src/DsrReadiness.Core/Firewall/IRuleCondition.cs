using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>One condition of firewall rules.</summary>
internal interface IRuleCondition
{
    Answer Ask(FirewallRule rule, RuleQuestion question);
}
