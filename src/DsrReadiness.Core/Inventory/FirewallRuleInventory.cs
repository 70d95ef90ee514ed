using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Inventory;

/// <summary>The firewall rules that plans have made, as they are kept on the server.</summary>
internal static class FirewallRuleInventory
{
    public static Fact<IReadOnlyList<FirewallRuleEntry>> Of(Snapshot snapshot)
    {
        CimReading rules = snapshot.Read(NetFirewallRuleClass.Class, CimStore.Persistent);
        if (!rules.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
            return Missing.Reading(rules.Class.Name + " (persistent store)", failure);
        return rows.Where(row => row.Get(NetFirewallRuleClass.RuleGroup).Is(OwnRules.Group)).Select(row => Entry(snapshot, row)).ToArray();
    }

    /// <summary>The ids of the rules that changes make or change.</summary>
    public static IReadOnlyCollection<string> IdsIn(IEnumerable<Change> changes) => changes
        .SelectMany(change => change.Row.Where)
        .Where(condition => condition.Property == NetFirewallRuleClass.InstanceId)
        .Select(condition => (string)condition.Value!)
        .Distinct()
        .ToArray();

    private static FirewallRuleEntry Entry(Snapshot snapshot, CimRow rule)
    {
        string id = rule.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty);
        CimRow? addresses = Filter(snapshot, NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId, id);
        CimRow? ports = Filter(snapshot, NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId, id);
        return new FirewallRuleEntry(
            id,
            rule.Get(NetFirewallRuleClass.ElementName).Or(string.Empty),
            rule.Get(NetFirewallRuleClass.Enabled).TryGet(out RuleEnabled enabled) ? enabled == RuleEnabled.True : null,
            Texts(addresses?.Get(NetAddressFilterClass.LocalAddress)),
            Texts(addresses?.Get(NetAddressFilterClass.RemoteAddress)),
            ports?.Get(NetProtocolPortFilterClass.Protocol).Or(string.Empty) ?? string.Empty,
            Texts(ports?.Get(NetProtocolPortFilterClass.LocalPort)));
    }

    private static CimRow? Filter(Snapshot snapshot, CimClass @class, CimProperty<string> instanceId, string id) =>
        (snapshot.Read(@class, CimStore.Persistent).Rows ?? []).FirstOrDefault(row => string.Equals(row.Get(instanceId).Or(string.Empty), id, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Texts(Field<IReadOnlyList<string>>? field) =>
        field is { HasValue: true } texts ? texts.Value.Where(text => !string.Equals(text, "Any", StringComparison.OrdinalIgnoreCase)).ToArray() : [];
}
