using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Cim.Classes;

/// <summary>
/// The conditions of all firewall rules and connection security rules, a table for each of the seven classes: both kinds are in the same tables, and are told apart by the ids of their rules.
/// </summary>
/// <param name="rows">The rows of each class; none where there is no rule to look them up for.</param>
internal sealed class FirewallFilters(IEnumerable<IReadOnlyList<CimRow>> rows)
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

    private readonly Table[] _tables = rows.Zip(s_classes, (of, each) => new Table(of, each.Id)).ToArray();

    /// <summary>The readings of the classes that are in force, in the order of their tables.</summary>
    public static ReadingId[] Reads { get; } = s_classes.Select(each => new ReadingId(each.Class, CimStore.Active)).ToArray();

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

    /// <summary>The rows of one class of filters, found by the id of the rule that each belongs to.</summary>
    private sealed class Table(IReadOnlyList<CimRow> rows, CimProperty<string> id)
    {
        private Dictionary<string, CimRow?>? _byId;

        /// <summary>
        /// The filter of a rule; null if there is none. Windows as a rule lists rules and filters in one order, so the rule's own position is
        /// tried first. Elsewhere, two filters of one id (a local rule's and a policy's) cannot be told apart and count as none.
        /// </summary>
        public CimRow? Find(int? position, string ruleId)
        {
            if (position is { } place && place < rows.Count && IsOf(ruleId, rows[place]))
                return rows[place];
            _byId ??= ById();
            return _byId.TryGetValue(ruleId, out CimRow? row) ? row : null;
        }

        private bool IsOf(string ruleId, CimRow row) =>
            row.Get(id).TryGet(out string its) && string.Equals(its, ruleId, StringComparison.OrdinalIgnoreCase);

        private Dictionary<string, CimRow?> ById()
        {
            var byId = new Dictionary<string, CimRow?>(rows.Count, StringComparer.OrdinalIgnoreCase);
            foreach (CimRow row in rows)
            {
                if (row.Get(id).TryGet(out string ruleId))
                    byId[ruleId] = byId.ContainsKey(ruleId) ? null : row;
            }

            return byId;
        }
    }
}
