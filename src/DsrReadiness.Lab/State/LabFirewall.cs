using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>The firewall: local rules, which persist; rules of policy; and dynamic ones, which a restart forgets.</summary>
internal sealed class LabFirewall
{
    private readonly List<FirewallRule> _rules = [];
    private readonly List<SecurityRule> _securityRules = [];

    public IReadOnlyList<FirewallProfile> Profiles { get; } = [new("Domain"), new("Private"), new("Public")];

    /// <summary>The persistent store has the local rules, the active one all.</summary>
    public IEnumerable<FirewallRule> Rules(CimStore store) =>
        store == CimStore.Active ? _rules : _rules.Where(rule => rule.Source == PolicyStoreSource.Local);

    /// <summary>Connection security rules, in the stores as the others.</summary>
    public IEnumerable<SecurityRule> SecurityRules(CimStore store) =>
        store == CimStore.Active ? _securityRules : _securityRules.Where(rule => rule.Source == PolicyStoreSource.Local);

    public void Add(SecurityRule rule) => _securityRules.Add(rule);

    public bool Has(string id) => _rules.Exists(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));

    public FirewallRule Add(FirewallRule rule)
    {
        _rules.Add(rule);
        return rule;
    }

    public void Remove(FirewallRule rule) => _rules.Remove(rule);

    public void Restart() => _rules.RemoveAll(rule => rule.Source == PolicyStoreSource.Dynamic);
}
