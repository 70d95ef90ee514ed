using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The rules of the active store, each with its filters; if rules or a class of filters could not be read, that failure.</summary>
internal static class RuleReadings
{
    /// <summary>Firewall rules.</summary>
    public static Reading<FirewallRule> Firewall(Snapshot snapshot)
    {
        int position = 0;
        return Join<FirewallRule>(snapshot, NetFirewallRuleClass.Class, (row, filters) => new FirewallRule(row, position++, filters));
    }

    /// <summary>Connection security rules. One that has a firewall rule's id has no filters that are its own for certain.</summary>
    public static Reading<ConnectionSecurityRule> ConnectionSecurity(Snapshot snapshot)
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
        CimReading[] readings = [.. rules.Rows?.Count > 0 ? FirewallFilters.Reads.Select(each => snapshot.Read(each.Class, each.Store)) : []];
        if (readings.FirstOrDefault(each => each.Failure is not null) is { } failed)
            return Reading<T>.Failed(Reading<T>.NameOf(failed), failed.Failure!);
        var filters = new FirewallFilters(readings.Select(each => each.Rows!));
        return Reading<T>.Map(rules, row => map(row, filters));
    }
}
