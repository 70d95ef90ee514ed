using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>
/// What to read, as data: a class, a store, and conditions that each row meets. How it is asked is the reader's affair: a query, or for
/// classes of namespace <c>dsr</c> a method call.
/// </summary>
/// <param name="class">The class.</param>
/// <param name="store">The store; <see cref="CimStore.None"/> for a class without stores.</param>
/// <param name="conditions">Conditions that all must hold; none for every row.</param>
public sealed class CimQuery(CimClass @class, CimStore store = CimStore.None, params IReadOnlyList<CimCondition> conditions)
{
    /// <summary>The class.</summary>
    public CimClass Class { get; } = @class;

    /// <summary>The store; <see cref="CimStore.None"/> for a class without stores.</summary>
    public CimStore Store { get; } = store;

    /// <summary>Conditions that all must hold; none for every row.</summary>
    public IReadOnlyList<CimCondition> Conditions { get; } = conditions;

    /// <inheritdoc/>
    public override string ToString() =>
        Class.Name + (Store == CimStore.None ? string.Empty : "/" + Store)
        + (Conditions.Count == 0 ? string.Empty : " where " + string.Join(" and ", Conditions));
}
