using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Cim;

/// <summary>Names one row of a class: by an interface, and by values that do not change.</summary>
/// <param name="class">The class.</param>
/// <param name="on">The interface that the row belongs to; null for rows that belong to none.</param>
/// <param name="where">What else tells the row apart.</param>
public sealed class RowSelector(CimClass @class, InterfaceRef? on, params IReadOnlyList<CimCondition> where)
{
    /// <summary>The class.</summary>
    public CimClass Class { get; } = @class;

    /// <summary>The interface that the row belongs to; null for rows that belong to none.</summary>
    public InterfaceRef? On { get; } = on;

    /// <summary>What else tells the row apart.</summary>
    public IReadOnlyList<CimCondition> Where { get; } = where;

    /// <summary>The query that finds the row now that the interface has been looked up.</summary>
    internal CimQuery Query(CimStore store, ResolvedInterface? on)
    {
        if (On is null)
            return new CimQuery(Class, store, Where);
        if (on is null)
            throw new ArgumentNullException(nameof(on), "The interface has to be looked up first.");
        return new CimQuery(Class, store, [ConditionFor(Class, on), .. Where]);
    }

    /// <summary>True if both name one row.</summary>
    internal bool NamesSame(RowSelector other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <summary>True if the row is asked for in the same way at both: of an interface that moved or was renamed, what was read is perhaps another's.</summary>
    internal bool IsSame(ResolvedInterface one, ResolvedInterface other) => ConditionFor(Class, one).Value.Equals(ConditionFor(Class, other).Value);

    /// <summary>How the rows of a class name their interface: most by its index, some by its name or its GUID.</summary>
    private static CimCondition ConditionFor(CimClass @class, ResolvedInterface on)
    {
        if (@class == NetAdapterBindingClass.Class)
            return new CimCondition(NetAdapterBindingClass.Name, on.Alias);
        if (@class == NetAdapterClass.Class && on.Reference.InterfaceGuid is { } guid)
            return new CimCondition(NetAdapterClass.InterfaceGuid, guid);
        CimProperty index = @class.Find("InterfaceIndex") ?? throw new ArgumentException($"Rows of {@class.Name} do not belong to an interface.", nameof(@class));
        return new CimCondition(index, (long)on.Index);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Class.Name + (On is null ? string.Empty : " of " + On) + string.Concat(Where.Select(condition => ", " + condition));
}
