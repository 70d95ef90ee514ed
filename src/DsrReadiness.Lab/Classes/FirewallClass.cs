using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The class of firewall rules and those of their filters: each row is a rule. Left out, the store is the persistent one.</summary>
internal class FirewallClass : LabClass<FirewallRule>
{
    private readonly bool _isOfSecurityRules;

    /// <param name="contract">The class.</param>
    /// <param name="machine">The server.</param>
    /// <param name="instanceId">Its id.</param>
    /// <param name="isOfSecurityRules">Whether it holds conditions of connection security rules as well.</param>
    public FirewallClass(CimClass contract, Machine machine, CimProperty instanceId, bool isOfSecurityRules = false)
        : base(contract, machine)
    {
        _isOfSecurityRules = isOfSecurityRules;
        Column(instanceId, rule => rule.Id);
    }

    public override bool ReadingNeedsElevation => Machine.Behaviour.FirewallReadsNeedElevation;

    /// <summary>Why the conditions of a rule contradict one another, or null.</summary>
    protected static string? Contradiction(FirewallRule rule)
    {
        bool hasPorts = !FirewallValue.IsAny(rule.LocalPort) || !FirewallValue.IsAny(rule.RemotePort);
        if (hasPorts && rule.Protocol is not ("TCP" or "UDP"))
            return "Ports need the protocol TCP or UDP.";
        return !FirewallValue.IsAny(rule.IcmpType) && rule.Protocol is not ("ICMPv4" or "ICMPv6") ? "ICMP types need the protocol ICMPv4 or ICMPv6." : null;
    }

    protected sealed override IEnumerable<FirewallRule> Items(CimStore store) =>
        _isOfSecurityRules ? Machine.Firewall.Rules(store).Concat(Machine.Firewall.SecurityRules(store)) : Machine.Firewall.Rules(store);

    protected override CimOutcome? RefuseChange(FirewallRule item, CimStore store) => (item.Source, store) switch
    {
        (PolicyStoreSource.Local, not CimStore.Active) or (PolicyStoreSource.Dynamic, CimStore.Active) => null,
        _ => Refusal.NotSupported($"The rule is of source {item.Source}, and is not changed in the store {store}."),
    };

    protected sealed override string? RefuseTogether(FirewallRule item, IReadOnlyList<CimAssignment> assignments)
    {
        FirewallRule changed = item.Copy();
        Write(changed, assignments);
        return Contradiction(changed);
    }

    /// <summary>A column, which without <paramref name="write"/> is only given on creation.</summary>
    public FirewallClass With(CimProperty property, Func<FirewallRule, object?> read, Action<FirewallRule, object>? write = null, Func<FirewallRule, object, bool>? accepts = null)
    {
        Column(property, read, write, accepts);
        return this;
    }

    /// <summary>A condition that can be changed in the filter as well as given on creation.</summary>
    public FirewallClass Condition(CimProperty property, Func<FirewallRule, object?> read, string option) => With(
        property,
        read,
        (rule, value) => FirewallOption.Find(option)!.Apply(rule, new CimAssignment(property, value)),
        (rule, value) => FirewallOption.Find(option)!.Apply(rule.Copy(), new CimAssignment(property, value)) is null);

    /// <summary>The condition on interfaces. A rule keeps the alias that it was given, whatever becomes of the adapter.</summary>
    public FirewallClass Alias(CimProperty property) => With(
        property,
        rule => rule.InterfaceAlias,
        (rule, value) => rule.InterfaceAlias = FirewallValue.OrAny(FirewallValue.Texts(value)),
        (_, value) => AreAliases(FirewallValue.Texts(value)));

    protected bool AreAliases(IEnumerable<string> aliases) =>
        aliases.All(alias => string.Equals(alias, FirewallRule.Any, StringComparison.OrdinalIgnoreCase) || Machine.Find(alias) is not null);
}
