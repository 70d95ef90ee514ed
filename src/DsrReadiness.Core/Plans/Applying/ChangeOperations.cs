using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Turns "this row is so and is to be so" into the one CIM operation that Windows has for it. All peculiarities of how the classes are
/// written are here.
/// </summary>
internal static class ChangeOperations
{
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
        CimAssignment[] differing = now.DifferencesTo(wanted).Select(pair => new CimAssignment(pair.Key, pair.Value)).ToArray();
        if (row.Class == NetAdapterClass.Class)
            return ModifyAdapter(target, wanted);
        if (row.Class == NetworkAdapterConfigurationClass.Class)
            return CimOperation.Invoke(target, "SetTcpipNetbios", differing);
        return CimOperation.Modify(target, differing);
    }

    /// <summary>An adapter's row cannot be modified: its name and whether it is enabled have methods of their own.</summary>
    private static CimOperation ModifyAdapter(CimQuery target, RowState wanted)
    {
        if (wanted[NetAdapterClass.InterfaceAdminStatus] is { } status)
            return CimOperation.Invoke(target, NetAdapterClass.InterfaceAdminStatus.Same(status, (long)AdminStatus.Up) ? "Enable" : "Disable");
        return CimOperation.Invoke(target, "Rename", new CimAssignment("NewName", CimType.String, wanted[NetAdapterClass.Name]));
    }

    private static CimOperation Create(
        RowSelector row,
        CimStore store,
        ResolvedInterface? on,
        IReadOnlyDictionary<CimStore, RowState> present,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimAssignment> options)
    {
        if (row.Class == NetFirewallRuleClass.Class)
            return CimOperation.Create(new CimQuery(row.Class, store), [.. Keys(row), .. Writable(wanted[store])], options);
        if (row.Class == NetIPAddressClass.Class)
            return CreateByMethod(row, store, on!, present, wanted, AddressParameters);
        if (row.Class == NetRouteClass.Class)
            return CreateByMethod(row, store, on!, present, wanted, RouteParameters);
        throw new ChangeFailedException(
            FailureKind.NotFound, $"{row} does not exist in {StoreName(store)}, and Windows has no way to create it.");
    }

    /// <summary>
    /// Addresses and routes are made by the static method Create. Leaving the store out puts them into both on the releases whose pages say so; a store that is
    /// still without the row afterwards, or the only one that lacks it, is named.
    /// </summary>
    private static CimOperation CreateByMethod(
        RowSelector row,
        CimStore store,
        ResolvedInterface on,
        IReadOnlyDictionary<CimStore, RowState> present,
        IReadOnlyDictionary<CimStore, RowState> wanted,
        IReadOnlyList<CimProperty> parameters)
    {
        var given = new List<CimAssignment> { new("InterfaceIndex", CimType.UInt32, (long)on.Index) };
        Dictionary<CimProperty, object?> values = wanted[store].Values.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (CimCondition condition in row.Where)
            values[condition.Property] = condition.Value;
        given.AddRange(parameters.Where(values.ContainsKey).Select(parameter => new CimAssignment(parameter, values[parameter])));
        if (present.Values.Any(state => state.IsPresent) || wanted.Values.Any(state => !state.IsPresent))
            given.Add(new CimAssignment("PolicyStore", CimType.String, StoreName(store)));
        return CimOperation.Invoke(new CimQuery(row.Class), "Create", given);
    }

    private static CimProperty[] AddressParameters { get; } =
    [
        NetIPAddressClass.IPAddress, NetIPAddressClass.AddressFamily, NetIPAddressClass.PrefixLength, NetIPAddressClass.SkipAsSource,
    ];

    private static CimProperty[] RouteParameters { get; } =
    [
        NetRouteClass.DestinationPrefix, NetRouteClass.AddressFamily, NetRouteClass.NextHop, NetRouteClass.RouteMetric,
    ];

    private static IEnumerable<CimAssignment> Keys(RowSelector row) => row.Where.Select(condition => new CimAssignment(condition.Property, condition.Value));

    /// <summary>What the provider tells of a rule but takes from nobody is left out, should the row have come from a reading.</summary>
    private static IEnumerable<CimAssignment> Writable(RowState wanted) => wanted.Values
        .Where(pair => pair.Key != NetFirewallRuleClass.InstanceId && pair.Key != NetFirewallRuleClass.PolicyStoreSourceType && pair.Value is not null)
        .Select(pair => new CimAssignment(pair.Key, pair.Value));

    private static string StoreName(CimStore store) => store switch
    {
        CimStore.Active => "ActiveStore",
        CimStore.Persistent => "PersistentStore",
        _ => throw new ArgumentOutOfRangeException(nameof(store), store, "The class has stores."),
    };
}
