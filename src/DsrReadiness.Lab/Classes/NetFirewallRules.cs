using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using FirewallRule = DsrReadiness.Lab.State.FirewallRule;

namespace DsrReadiness.Lab.Classes;

/// <summary>
/// Firewall rules. Conditions come as options of the creation, and one that is not known is silently left out: the rule is then wider than was
/// meant.
/// </summary>
internal sealed class NetFirewallRules : FirewallClass
{
    /// <summary>Properties that Windows takes on creation, and that no row of the contract shows.</summary>
    private static readonly string[] s_notShown = ["Description", "DisplayName"];

    public NetFirewallRules(Machine machine)
        : base(NetFirewallRuleClass.Class, machine, NetFirewallRuleClass.InstanceId)
    {
        Column(NetFirewallRuleClass.ElementName, rule => rule.ElementName, (rule, value) => rule.ElementName = (string)value, (_, value) => IsName(value));
        Column(NetFirewallRuleClass.RuleGroup, rule => rule.Group, (rule, value) => rule.Group = (string)value);
        Column(NetFirewallRuleClass.Enabled, rule => rule.Enabled, (rule, value) => rule.Enabled = (long)value, (_, value) => value is 1L or 2L);
        Column(NetFirewallRuleClass.Direction, rule => rule.Direction, (rule, value) => rule.Direction = (long)value, (_, value) => value is 1L or 2L);
        Column(NetFirewallRuleClass.Action, rule => rule.Action, (rule, value) => rule.Action = (long)value, (_, value) => value is 2L or 3L or 4L);
        Column(NetFirewallRuleClass.Profiles, rule => rule.Profiles, (rule, value) => rule.Profiles = (long)value, (_, value) => (long)value <= 7);
        Column(NetFirewallRuleClass.PolicyStoreSourceType, rule => rule.Source);
        Column(NetFirewallRuleClass.Owner, rule => rule.Owner, (rule, value) => rule.Owner = (string)value);
        Column(NetFirewallRuleClass.EnforcementStatus, rule => rule.Enforcement);
        Column(NetFirewallRuleClass.Platforms, rule => rule.Platforms);
        Column(NetFirewallRuleClass.RemoteDynamicKeywordAddresses, rule => rule.DynamicKeywords);
        Column(NetFirewallRuleClass.PolicyAppId, rule => rule.PolicyAppId);
        Column(NetFirewallRuleClass.PackageFamilyName, rule => rule.PackageFamily);
        Method("Enable", (rule, _) => Switch(rule, RuleEnabled.True));
        Method("Disable", (rule, _) => Switch(rule, RuleEnabled.False));
    }

    protected override CimOutcome Create(CimOperation operation)
    {
        CimStore? store = operation.Target.Store != CimStore.None ? operation.Target.Store : CreationStores.Parse(Text(operation.Options, CreationStores.Parameter));
        if (store is null)
            return Refusal.InvalidParameter("PolicyStore is not known.");
        string id = Text(operation.Assignments, NetFirewallRuleClass.InstanceId.Name) ?? Machine.NewGuid();
        if (!IsName(id))
            return Refusal.InvalidParameter("InstanceID is not possible.");
        if (Machine.Firewall.Has(id))
            return Refusal.Of(FailureKind.AlreadyExists, "The rule exists already. (Windows System Error 183)");
        var rule = new FirewallRule(id, store == CimStore.Active ? PolicyStoreSource.Dynamic : PolicyStoreSource.Local);
        string? refusal = Assign(rule, operation.Assignments) ?? Condition(rule, operation.Options) ?? Contradiction(rule);
        if (refusal is not null)
            return Refusal.InvalidParameter(refusal);
        Machine.Firewall.Add(rule);
        return CimOutcome.Done();
    }

    protected override CimOutcome Delete(FirewallRule item, CimStore store)
    {
        Machine.Firewall.Remove(item);
        return CimOutcome.Done();
    }

    private static CimOutcome Switch(FirewallRule rule, RuleEnabled enabled)
    {
        rule.Enabled = (long)enabled;
        return CimOutcome.Done();
    }

    /// <summary>The store holds rules as text with this separator.</summary>
    private static bool IsName(object value) => value is string text && text.Trim().Length > 0 && text.IndexOf('|') < 0;

    private static string? Text(IReadOnlyList<CimAssignment> assignments, string name) =>
        assignments.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))?.Value as string;

    private string? Assign(FirewallRule rule, IReadOnlyList<CimAssignment> assignments)
    {
        CimAssignment[] shown = assignments.Where(each =>
            !string.Equals(each.Name, NetFirewallRuleClass.InstanceId.Name, StringComparison.OrdinalIgnoreCase)
            && !s_notShown.Contains(each.Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (Refuse(rule, shown) is { } refusal)
            return refusal;
        Write(rule, shown);
        return rule.ElementName is null ? "ElementName, the name that is shown, is missing." : null;
    }

    private string? Condition(FirewallRule rule, IReadOnlyList<CimAssignment> options)
    {
        foreach (CimAssignment given in options)
        {
            FirewallOption? option = Machine.Behaviour.UnknownFirewallOptions.Contains(given.Name) ? null : FirewallOption.Find(given.Name);
            if (option?.Apply(rule, given) is { } refusal)
                return refusal;
        }

        return AreAliases(rule.InterfaceAlias) ? null : "InterfaceAlias names no interface.";
    }
}
