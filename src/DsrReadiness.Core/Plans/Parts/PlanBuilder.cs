using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Plans.Parts;

/// <summary>Collects the changes of a plan: looks up what a row is now, and leaves out what is as it is to be.</summary>
internal sealed class PlanBuilder(CheckContext context)
{
    private static readonly CimStore[] s_active = [CimStore.Active];
    private static readonly CimStore[] s_both = [CimStore.Active, CimStore.Persistent];
    private static readonly CimStore[] s_none = [CimStore.None];

    private readonly List<Change> _changes = [];

    public CheckContext Context { get; } = context;

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>The stores of a class whose values are held in both.</summary>
    public static IReadOnlyList<CimStore> BothStores => s_both;

    /// <summary>The stores of a class, or of a property, that is held in the active one only.</summary>
    public static IReadOnlyList<CimStore> ActiveStore => s_active;

    /// <summary>For a class without stores.</summary>
    public static IReadOnlyList<CimStore> NoStore => s_none;

    /// <summary>Adds a change as it is.</summary>
    public void Add(Change change) => _changes.Add(change);

    /// <summary>Sets values of a row, if they are not so already.</summary>
    public void Set(
        string checkId,
        string text,
        PlannedInterface on,
        CimClass @class,
        IReadOnlyList<CimStore> stores,
        RowState to,
        bool isShared = false,
        bool mayBeAbsent = false,
        IReadOnlyList<RowExpectation>? proofs = null,
        params IReadOnlyList<CimCondition> where)
    {
        var row = new RowSelector(@class, on.Reference, where);
        Dictionary<CimStore, RowState>? from = on.Index is { } index ? Now(row, stores, index) : null;
        if (from is not null && from.Count == stores.Count && from.Values.All(state => RestoredState.IsMet(state, to) || (mayBeAbsent && !state.IsPresent)))
            return;
        Add(new Change
        {
            Text = text,
            CheckId = checkId,
            Row = row,
            Stores = stores,
            To = to,
            From = Narrow(from, to),
            Proofs = proofs ?? [],
            IsShared = isShared,
            MayBeAbsent = mayBeAbsent,
        });
    }

    /// <summary>Removes a row from the stores, if it is in one of them.</summary>
    public void Remove(string checkId, string text, PlannedInterface on, CimClass @class, string? warning, params IReadOnlyList<CimCondition> where)
    {
        var row = new RowSelector(@class, on.Reference, where);
        Dictionary<CimStore, RowState> from = Now(row, s_both, on.Index!.Value);
        if (from.Values.Any(state => state.IsPresent))
            Add(new Change { Text = text, CheckId = checkId, Row = row, Stores = s_both, To = RowState.Absent, From = from, Warning = warning });
    }

    /// <summary>What the snapshot says of a row, in the stores that it has readings of.</summary>
    public Dictionary<CimStore, RowState> Now(RowSelector row, IReadOnlyList<CimStore> stores, uint? index)
    {
        var now = new Dictionary<CimStore, RowState>();
        foreach (CimStore store in stores)
        {
            if (Context.Snapshot.Read(row.Class, store).Rows is { } rows)
                now.Add(store, rows.Where(each => Matches(each, row, index)).Select(RowState.Of).FirstOrDefault() ?? RowState.Absent);
        }

        return now;
    }

    private static Dictionary<CimStore, RowState>? Narrow(Dictionary<CimStore, RowState>? from, RowState to) => from?.ToDictionary(
        pair => pair.Key,
        pair => pair.Value.IsPresent ? RowState.Present(to.Values.Keys.ToDictionary(each => each, each => pair.Value[each])) : RowState.Absent);

    private bool Matches(CimRow each, RowSelector row, uint? index)
    {
        bool OfInterface() => row.Class.Find("InterfaceIndex") is { } property
            ? Has(each, new CimCondition(property, (long)index!.Value))
            : Has(each, new CimCondition(row.Class.Find("Name")!, AliasOf(index!.Value)));
        return (row.On is null || OfInterface()) && row.Where.All(condition => Has(each, condition));
    }

    private string AliasOf(uint index) => Context.Topology.Find(index).TryGet(out HostInterface? found, out _) ? found.Alias : string.Empty;

    private static bool Has(CimRow row, CimCondition condition) =>
        row.TryGetRaw(condition.Property, out object? raw) && condition.Property.Same(raw, condition.Value);
}
