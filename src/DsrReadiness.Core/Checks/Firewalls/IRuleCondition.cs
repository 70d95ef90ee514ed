using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>One condition of firewall rules.</summary>
internal interface IRuleCondition
{
    Answer Ask(FirewallRule rule, RuleQuestion question);
}
