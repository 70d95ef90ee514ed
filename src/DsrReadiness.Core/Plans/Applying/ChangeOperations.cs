using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Turns "this row is so and is to be so" into the one CIM operation that Windows has for it, by what the class says of how its rows are written.
/// </summary>
internal static class ChangeOperations
{
    /// <summary>
    /// The states to go through, the wanted one last. Where the persistent store lacks a row that cannot be created there alone, the row is created in both: it goes from the active store before
    /// if it is there, and afterwards if it is not wanted there.
    /// </summary>
    public static IEnumerable<IReadOnlyDictionary<CimStore, RowState>> Ways(
        RowSelector row, IReadOnlyDictionary<CimStore, RowState> present, IReadOnlyDictionary<CimStore, RowState> wanted)
    {
        if (row.Class.Writing.IsNeverPersistentAlone && wanted[CimStore.Persistent].IsPresent && !present[CimStore.Persistent].IsPresent)
        {
            if (present[CimStore.Active].IsPresent)
                yield return wanted.Keys.ToDictionary(each => each, _ => RowState.Absent);
            if (!wanted[CimStore.Active].IsPresent)
                yield return wanted.Keys.ToDictionary(each => each, _ => wanted[CimStore.Persistent]);
        }

        yield return wanted;
    }

    /// <summary>The operation, or null if there is nothing to do.</summary>
    /// <param name="row">The row.</param>
    /// <param name="store">The store that is to change.</param>
    /// <param name="on">The interface, as just looked up.</param>
    /// <param name="present">The row in each store, as just read.</param>
    /// <param name="wanted">What it is to become in each store.</param>
    /// <param name="options">Options for a creation.</param>
    public static CimOperation? ToReach(
        RowSelector row,
        CimStore store,
        ResolvedInterface? on,
        IReadOnlyDictionary<CimStore, RowState> present,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options)
    {
        RowState now = present[store];
        RowState then = wanted[store];
        if (now.Meets(then))
            return null;
        if (!then.IsPresent)
            return CimOperation.Delete(row.Query(IsInBothAndToGo(present, wanted) ? CimStore.None : store, on));
        return now.IsPresent ? Modify(row, IsToChangeInBoth(present, wanted) ? CimStore.None : store, on, now, then) : Create(row, store, on, present, wanted, options);
    }

    /// <summary>
    /// Such a row is deleted without naming a store, as the in-box cmdlets do; what is left in one of them afterwards is deleted there by name.
    /// </summary>
    private static bool IsInBothAndToGo(IReadOnlyDictionary<CimStore, RowState> present, IReadOnlyDictionary<CimStore, RowState> wanted) =>
        present.Count > 1 && present.Values.All(state => state.IsPresent) && wanted.Values.All(state => !state.IsPresent);

    /// <summary>
    /// A row that is to become the same in both stores is written once without naming one, which reaches both where Windows does as its pages say; a store that is still not as wanted
    /// afterwards is written by name. So it does not matter who is right.
    /// </summary>
    private static bool IsToChangeInBoth(IReadOnlyDictionary<CimStore, RowState> present, IReadOnlyDictionary<CimStore, RowState> wanted) =>
        present.Count > 1 && present.All(each => each.Value.IsPresent && !each.Value.Meets(wanted[each.Key]))
        && wanted.Values.All(state => state.Meets(wanted.Values.First()));

    private static CimOperation Modify(RowSelector row, CimStore store, ResolvedInterface? on, RowState now, RowState wanted)
    {
        CimQuery target = row.Query(store, on);
        CimAssignment[] differing = [.. now.DifferencesTo(wanted).Select(pair => new CimAssignment(pair.Key, pair.Value))];
        return row.Class.Writing.Method?.Invoke(differing, wanted) is { } method ? CimOperation.Invoke(target, method.Name, method.Arguments) : CimOperation.Modify(target, differing);
    }

    /// <summary>
    /// Leaving the store out puts a row into both on the releases whose pages say so; a store that is still without the row afterwards, or the only one that lacks it, is named.
    /// </summary>
    private static CimOperation Create(
        RowSelector row,
        CimStore store,
        ResolvedInterface? on,
        IReadOnlyDictionary<CimStore, RowState> present,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options)
    {
        CimWriting writing = row.Class.Writing;
        CimAssignment[] values =
        [
            .. row.Where.Select(condition => new CimAssignment(condition.Property, condition.Value)),
            .. writing.Given.Where(property => wanted[store][property] is not null).Select(property => new CimAssignment(property, wanted[store][property])),
        ];
        bool isInOne = present.Values.Any(state => state.IsPresent) || wanted.Values.Any(state => !state.IsPresent);
        return writing.Creation switch
        {
            CimCreation.Instance => CimOperation.Create(new CimQuery(row.Class, store), values, options),
            CimCreation.Method => CimOperation.Invoke(
                new CimQuery(row.Class),
                "Create",
                [
                    new CimAssignment("InterfaceIndex", CimType.UInt32, (long)on!.Index),
                    .. values,
                    .. isInOne ? new[] { new CimAssignment("PolicyStore", CimType.String, StoreName(store)) } : [],
                ]),
            _ => throw new ChangeFailedException(FailureKind.NotFound, $"{row} does not exist in {StoreName(store)}, and Windows has no way to create it."),
        };
    }

    private static string StoreName(CimStore store) => store switch
    {
        CimStore.Active => "ActiveStore",
        CimStore.Persistent => "PersistentStore",
        _ => throw new ArgumentOutOfRangeException(nameof(store), store, "The class has stores."),
    };
}
