using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>
/// The conditions of all firewall rules and connection security rules, a table for each of the seven classes: both kinds are in the same tables, and are told apart by the ids of their rules.
/// </summary>
internal sealed class FirewallFilters
{
    private static readonly (CimClass Class, CimProperty<string> Id)[] s_classes =
    [
        (NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId),
        (NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId),
        (NetApplicationFilterClass.Class, NetApplicationFilterClass.InstanceId),
        (NetServiceFilterClass.Class, NetServiceFilterClass.InstanceId),
        (NetInterfaceFilterClass.Class, NetInterfaceFilterClass.InstanceId),
        (NetInterfaceTypeFilterClass.Class, NetInterfaceTypeFilterClass.InstanceId),
        (NetSecurityFilterClass.Class, NetSecurityFilterClass.InstanceId),
    ];

    private readonly FilterTable[] _tables = new FilterTable[s_classes.Length];

    private FirewallFilters()
    {
    }

    /// <summary>The firewall rules of the active store with their filters; if rules or a class of filters could not be read, that failure.</summary>
    public static Reading<FirewallRule> Join(Snapshot snapshot)
    {
        int position = 0;
        return Join<FirewallRule>(snapshot, NetFirewallRuleClass.Class, (row, filters) => new FirewallRule(row, position++, filters));
    }

    /// <summary>The same of connection security rules. One that has a firewall rule's id has no filters that are its own for certain.</summary>
    public static Reading<ConnectionSecurityRule> JoinSecurity(Snapshot snapshot)
    {
        var taken = new Lazy<HashSet<string>>(() => new((snapshot.FirewallRules.Rows ?? []).Select(rule => rule.InstanceId), StringComparer.OrdinalIgnoreCase));
        return Join<ConnectionSecurityRule>(
            snapshot,
            NetConSecRuleClass.Class,
            (row, filters) => new ConnectionSecurityRule(row, row.Get(NetConSecRuleClass.InstanceId).TryGet(out string id) && taken.Value.Contains(id) ? null : filters));
    }

    private static Reading<T> Join<T>(Snapshot snapshot, CimClass @class, Func<CimRow, FirewallFilters, T> map)
        where T : TrafficRule
    {
        CimReading rules = snapshot.Read(@class, CimStore.Active);
        if (rules.Failure is not null)
            return Reading<T>.Failed(Reading<T>.NameOf(rules), rules.Failure);
        var filters = new FirewallFilters();
        if (rules.Rows?.Count > 0)
        {
            for (int i = 0; i < s_classes.Length; i++)
            {
                (CimClass of, CimProperty<string> id) = s_classes[i];
                CimReading reading = snapshot.Read(of, CimStore.Active);
                if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
                    return Reading<T>.Failed(Reading<T>.NameOf(reading), failure);
                filters._tables[i] = new FilterTable(rows, id);
            }
        }

        return Reading<T>.Map(rules, row => map(row, filters));
    }

    /// <summary>How many classes there are.</summary>
    public static int Count => s_classes.Length;

    /// <summary>The place of a class among them.</summary>
    public static int IndexOf(CimClass @class)
    {
        int index = 0;
        while (s_classes[index].Class != @class)
            index++;
        return index;
    }

    /// <summary>The filter that a rule has of the class at a place; null if it has none.</summary>
    public CimRow? Find(int index, int? position, string ruleId) => _tables[index].Find(position, ruleId);
}
