using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall.Conditions;

namespace DsrReadiness.Firewall;

/// <summary>A rule that flows are held against, with what it says of all of them.</summary>
internal sealed class CandidateRule(FirewallRule rule)
{
    private Answer[]? _always;
    private ValueList<IPRange>? _addresses;
    private ValueList<PortRange>? _ports;

    public FirewallRule Rule { get; } = rule;

    /// <summary>The local addresses that it is for.</summary>
    public ValueList<IPRange> LocalAddresses => _addresses ??= RuleAddresses.Read(Rule.LocalAddresses);

    /// <summary>The local ports that it is for.</summary>
    public ValueList<PortRange> LocalPorts => _ports ??= RulePorts.Read(Rule.LocalPorts);

    /// <summary>What limits the rule whatever is asked of it; found once, and empty for most.</summary>
    public IReadOnlyList<Answer> Always =>
        _always ??= RuleConditions.OfRule.Select(condition => condition.Ask(Rule)).Where(answer => answer != Answer.Yes).ToArray();
}
