using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>What was seen in one look.</summary>
/// <param name="on">The interface, or null for a row that belongs to none.</param>
/// <param name="rows">The row in each store.</param>
internal sealed class Sight(ResolvedInterface? on, IReadOnlyDictionary<CimStore, RowState> rows)
{
    public ResolvedInterface? On { get; } = on;

    public IReadOnlyDictionary<CimStore, RowState> Rows { get; } = rows;
}
