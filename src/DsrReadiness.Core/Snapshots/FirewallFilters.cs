using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;

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

    private readonly Dictionary<CimClass, FilterTable> _tables = [];

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
        foreach ((CimClass @class, CimProperty<string> id) in s_classes)
        {
            CimReading reading = snapshot.Read(@class, CimStore.Active);
            if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
                return Reading<FirewallRule>.Failed(Reading<FirewallRule>.NameOf(reading), failure);
            filters._tables.Add(@class, new FilterTable(rows, id));
        }

        int position = 0;
        return Reading<FirewallRule>.Map(rules, row => new FirewallRule(row, position++, filters));
    }

    public FilterTable Of(CimClass @class) => _tables[@class];
}
