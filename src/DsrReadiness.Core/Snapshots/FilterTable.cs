using System;
using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Snapshots;

/// <summary>The rows of one class of filters, found by the id of the rule that each belongs to.</summary>
internal sealed class FilterTable(IReadOnlyList<CimRow> rows, CimProperty<string> id)
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
