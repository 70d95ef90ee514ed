using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>Reads exactly one row, or that there is none.</summary>
internal sealed class RowFinder(ICimReader reader)
{
    /// <exception cref="ChangeFailedException">The row could not be read, or there are several.</exception>
    public async Task<RowState> ReadAsync(RowSelector row, CimStore store, ResolvedInterface? on, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> rows = await ReadAllAsync(row.Query(store, on), cancellationToken).ConfigureAwait(false);
        CimRow? found = rows.SingleOrDefaultOrRefuse(_ => true, row.ToString());
        return found is null ? RowState.Absent : RowState.Of(found);
    }

    /// <summary>All rows that a query finds.</summary>
    /// <exception cref="ChangeFailedException">They could not be read.</exception>
    public async Task<IReadOnlyList<CimRow>> ReadAllAsync(CimQuery query, CancellationToken cancellationToken)
    {
        CimReading reading = await reader.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure) ? rows : throw new ChangeFailedException(failure, "Reading " + query.Class.Name);
    }
}

/// <summary>Picking one row.</summary>
internal static class SingleRow
{
    /// <summary>The one row that meets the condition, or null if none does; several are refused: which one is meant is not ours to guess.</summary>
    public static CimRow? SingleOrDefaultOrRefuse(this IReadOnlyList<CimRow> rows, Func<CimRow, bool> condition, string what)
    {
        CimRow[] found = rows.Where(condition).Take(2).ToArray();
        return found.Length < 2
            ? found.FirstOrDefault()
            : throw new ChangeFailedException(FailureKind.InvalidParameter, $"There is more than one row for {what}, and the change is for one.");
    }
}
