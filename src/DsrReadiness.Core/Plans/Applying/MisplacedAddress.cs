using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Finds an address that was meant for an interface whose index changed hands between the look and the write, and that stands now on an adapter which answers for it.
/// </summary>
internal sealed class MisplacedAddress(RowFinder rows)
{
    /// <summary>The operation that takes the address off again; null if it did not land on a stranger.</summary>
    /// <param name="row">The address.</param>
    /// <param name="store">The store to look into.</param>
    /// <param name="used">The interface by whose index it was written.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ChangeFailedException">It cannot be seen.</exception>
    public async Task<CimOperation?> ToRemoveAsync(RowSelector row, CimStore store, ResolvedInterface used, CancellationToken cancellationToken)
    {
        IReadOnlyList<CimRow> adapters = await rows.ReadAllAsync(new CimQuery(NetAdapterClass.Class), cancellationToken).ConfigureAwait(false);
        CimRow? owner = adapters.FirstOrDefault(each => each.Get(NetAdapterClass.InterfaceIndex).Is(used.Index));
        if (owner is null || NetAdapter.IsLoopbackId(owner.Get(NetAdapterClass.ComponentID).Or(string.Empty))
            || string.Equals(owner.Get(NetAdapterClass.InterfaceGuid).Or(string.Empty), used.Reference.InterfaceGuid, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        RowState there = await rows.ReadAsync(row, store, used, cancellationToken).ConfigureAwait(false);
        return there.IsPresent ? CimOperation.Delete(row.Query(store, used)) : null;
    }
}
