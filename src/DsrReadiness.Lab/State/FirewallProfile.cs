using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.State;

/// <summary>A firewall profile: what was set locally, what policy says, and what holds.</summary>
internal sealed class FirewallProfile(string name)
{
    private readonly Dictionary<CimProperty, long> _local = [];
    private readonly Dictionary<CimProperty, long> _policy = [];

    public string Name { get; } = name;

    /// <summary>The interfaces that it leaves out, by name.</summary>
    public IReadOnlyList<string> DisabledInterfaceAliases { get; set; } = ["NotConfigured"];

    /// <summary>The persistent store's value: not configured unless it was set.</summary>
    public long Local(CimProperty property) => _local.TryGetValue(property, out long value) ? value : NotConfigured(property);

    public void SetLocal(CimProperty property, long value) => _local[property] = value;

    public void SetPolicy(CimProperty property, long value) => _policy[property] = value;

    /// <summary>The active store's value.</summary>
    public long Effective(CimProperty property)
    {
        if (_policy.TryGetValue(property, out long value))
            return value;
        long local = Local(property);
        return local != NotConfigured(property) ? local : Default(property);
    }

    private static bool IsAction(CimProperty property) => property == NetFirewallProfileClass.DefaultInboundAction;

    private static long NotConfigured(CimProperty property) => IsAction(property) ? (long)FirewallAction.NotConfigured : (long)GpoBoolean.NotConfigured;

    private static long Default(CimProperty property) => IsAction(property) ? (long)FirewallAction.Block : (long)GpoBoolean.True;
}
