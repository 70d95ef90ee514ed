using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Desired;

/// <summary>A server as it is, as far as settings ask.</summary>
internal sealed class Now(HostContext context)
{
    private readonly Dictionary<(CimProperty Property, CimStore Store), ILookup<object, CimRow>> _rows = [];
    private readonly Lazy<FlowJudge> _firewall = new(() => new FlowJudge(context.Snapshot));

    public HostContext Context { get; } = context;

    public Snapshot Snapshot => Context.Snapshot;

    public FlowJudge Firewall => _firewall.Value;

    /// <summary>What the snapshot says of a row, in the stores that it has readings of; null where its interface is yet to be made.</summary>
    public Dictionary<CimStore, RowState>? Read(RowSelector row, IReadOnlyList<CimStore> stores, Place? on)
    {
        if (on is { Index: null })
            return null;
        CimCondition[] wanted = on is null ? [.. row.Where] : [.. row.Where, IsOf(row.Class, on.Index.Value)];
        var now = new Dictionary<CimStore, RowState>();
        foreach (CimStore store in stores)
        {
            if (Snapshot.Read(row.Class, store).Rows is { } rows)
                now.Add(store, Near(rows, wanted, store).Where(each => wanted.All(condition => Has(each, condition))).Select(RowState.Of).FirstOrDefault() ?? RowState.Absent);
        }

        return now;
    }

    /// <summary>The rows of which the condition is met that the fewest meet: a plan may have as many settings as there are rows.</summary>
    private IEnumerable<CimRow> Near(IReadOnlyList<CimRow> rows, CimCondition[] wanted, CimStore store) => wanted
        .Select(condition => (condition.Property, Key: condition.Property.KeyOf(condition.Value))).Where(each => each.Key is not null)
        .Select(each => RowsBy(each.Property, store, rows)[each.Key!]).OrderBy(found => found.Count()).FirstOrDefault() ?? rows;

    private ILookup<object, CimRow> RowsBy(CimProperty property, CimStore store, IReadOnlyList<CimRow> rows)
    {
        if (!_rows.TryGetValue((property, store), out ILookup<object, CimRow>? found))
        {
            found = rows.Select(row => (Row: row, Key: row.TryGetRaw(property, out object? raw) ? property.KeyOf(raw) : null)).Where(each => each.Key is not null).ToLookup(each => each.Key!, each => each.Row);
            _rows.Add((property, store), found);
        }

        return found;
    }

    private CimCondition IsOf(CimClass @class, uint index) => @class.Find("InterfaceIndex") is { } property
        ? new CimCondition(property, (long)index)
        : new CimCondition(@class.Find("Name")!, Context.Topology.AliasOf(index));

    private static bool Has(CimRow row, CimCondition condition) =>
        row.TryGetRaw(condition.Property, out object? raw) && condition.Property.Same(raw, condition.Value);
}
