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
    private readonly Lazy<FlowJudge> _firewall = new(() => new FlowJudge(context.Snapshot));

    public HostContext Context { get; } = context;

    public Snapshot Snapshot => Context.Snapshot;

    public FlowJudge Firewall => _firewall.Value;

    /// <summary>What the snapshot says of a row, in the stores that it has readings of; null where its interface is yet to be made.</summary>
    public Dictionary<CimStore, RowState>? Read(RowSelector row, IReadOnlyList<CimStore> stores, Place? on)
    {
        if (on is { Index: null })
            return null;
        var now = new Dictionary<CimStore, RowState>();
        foreach (CimStore store in stores)
        {
            if (Snapshot.Read(row.Class, store).Rows is { } rows)
                now.Add(store, rows.Where(each => Matches(each, row, on)).Select(RowState.Of).FirstOrDefault() ?? RowState.Absent);
        }

        return now;
    }

    private bool Matches(CimRow each, RowSelector row, Place? on) =>
        (on is null || IsOf(each, row.Class, on.Index!.Value)) && row.Where.All(condition => Has(each, condition));

    private bool IsOf(CimRow each, CimClass @class, uint index) => @class.Find("InterfaceIndex") is { } property
        ? Has(each, new CimCondition(property, (long)index))
        : Has(each, new CimCondition(@class.Find("Name")!, Context.Topology.AliasOf(index)));

    private static bool Has(CimRow row, CimCondition condition) =>
        row.TryGetRaw(condition.Property, out object? raw) && condition.Property.Same(raw, condition.Value);
}
