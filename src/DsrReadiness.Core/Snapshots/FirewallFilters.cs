using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>
/// The conditions of all firewall rules, a table for each of the seven classes. Filters of IPsec rules are in the same tables and join no
/// firewall rule.
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

    /// <summary>The rules of the active store with their filters; if rules or a class of filters could not be read, that failure.</summary>
    public static Reading<FirewallRule> Join(Snapshot snapshot)
    {
        CimReading rules = snapshot.Read(NetFirewallRuleClass.Class, CimStore.Active);
        if (rules.Failure is not null)
            return Reading<FirewallRule>.Failed(Reading<FirewallRule>.NameOf(rules), rules.Failure);
        var filters = new FirewallFilters();
        for (int i = 0; i < s_classes.Length; i++)
        {
            (CimClass @class, CimProperty<string> id) = s_classes[i];
            CimReading reading = snapshot.Read(@class, CimStore.Active);
            if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
                return Reading<FirewallRule>.Failed(Reading<FirewallRule>.NameOf(reading), failure);
            filters._tables[i] = new FilterTable(rows, id);
        }

        int position = 0;
        return Reading<FirewallRule>.Map(rules, row => new FirewallRule(row, position++, filters));
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
    public CimRow? Find(int index, int position, string ruleId) => _tables[index].Find(position, ruleId);
}
