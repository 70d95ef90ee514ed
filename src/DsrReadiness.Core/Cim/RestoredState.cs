using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Cim;

/// <summary>What undoing a change has to reach: the row as it was, as far as the change touched it.</summary>
internal static class RestoredState
{
    /// <summary>What Windows takes a NULL of the persistent store for when it starts.</summary>
    private static readonly Dictionary<CimProperty, object> s_defaults = new()
    {
        [NetIPInterfaceClass.WeakHostSend] = 0L,
        [NetIPInterfaceClass.WeakHostReceive] = 0L,
        [NetIPInterfaceClass.Forwarding] = 0L,
        [NetIPInterfaceClass.Advertising] = 0L,
        [NetIPInterfaceClass.AutomaticMetric] = 1L,
        [NetIPAddressClass.SkipAsSource] = false,
        [NetworkAdapterConfigurationClass.TcpipNetbiosOptions] = 0L,
    };

    /// <summary>What a row that was removed is made again with. The rest is Windows' own, or tells the row apart.</summary>
    private static readonly HashSet<CimProperty> s_given =
    [
        NetIPAddressClass.AddressFamily, NetIPAddressClass.PrefixLength, NetIPAddressClass.SkipAsSource,
        NetRouteClass.AddressFamily, NetRouteClass.RouteMetric,
        NetFirewallRuleClass.ElementName, NetFirewallRuleClass.RuleGroup, NetFirewallRuleClass.Enabled,
        NetFirewallRuleClass.Direction, NetFirewallRuleClass.Action, NetFirewallRuleClass.Profiles,
    ];

    public static RowState For(RowState before, RowState to)
    {
        if (!before.IsPresent)
            return RowState.Absent;
        if (!to.IsPresent)
            return RowState.Present(before.Values.Where(pair => s_given.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));
        var values = new Dictionary<CimProperty, object?>();
        foreach (CimProperty property in to.Values.Keys)
        {
            if (before[property] is { } value)
                values.Add(property, value);
            else if (s_defaults.TryGetValue(property, out object? standsFor))
                values.Add(property, standsFor);
        }

        // Writing a metric turns the automatic one off, so where it was automatic only that is put back.
        if (values.TryGetValue(NetIPInterfaceClass.AutomaticMetric, out object? automatic) && NetIPInterfaceClass.AutomaticMetric.Same(automatic, 1L))
            values.Remove(NetIPInterfaceClass.InterfaceMetric);
        return RowState.Present(values);
    }

    /// <summary>True if the row already is as it was, in effect: a NULL equals the default that it stands for.</summary>
    public static bool IsMet(RowState present, RowState restored) => present.IsPresent == restored.IsPresent
        && restored.Values.All(pair => pair.Key.Same(present[pair.Key] ?? Default(pair.Key), pair.Value));

    /// <summary>
    /// True if everything that a change from one state to another touches is still as it was or already as it is to be: nobody else had a hand in it.
    /// </summary>
    public static bool IsBetween(RowState present, RowState seen, RowState wanted)
    {
        if (!present.IsPresent)
            return !seen.IsPresent || !wanted.IsPresent;
        if (!seen.IsPresent && !wanted.IsPresent)
            return false;
        IEnumerable<CimProperty> touched = wanted.IsPresent ? wanted.Values.Keys : seen.Values.Keys.Where(s_given.Contains);
        return touched.All(property => (seen.IsPresent && Same(property, present, seen)) || (wanted.IsPresent && Same(property, present, wanted)));
    }

    private static bool Same(CimProperty property, RowState one, RowState other) =>
        property.Same(one[property] ?? Default(property), other[property] ?? Default(property));

    private static object? Default(CimProperty property) => s_defaults.TryGetValue(property, out object? value) ? value : null;
}
