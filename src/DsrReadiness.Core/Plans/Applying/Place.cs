using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Where a step works: a row, on an interface that is told by its identity. It remembers nothing: whoever asks a person, or waits, looks again afterwards, since the server may have
/// restarted meanwhile and the index may belong to another adapter.
/// </summary>
internal sealed class Place(RowSelector row, InterfaceRef? on, IReadOnlyList<CimStore> stores, InterfaceResolver interfaces, RowFinder rows)
{
    public RowSelector Row { get; } = row;

    public InterfaceRef? On { get; } = on;

    public IReadOnlyList<CimStore> Stores { get; } = stores;

    /// <summary>What is there now.</summary>
    /// <exception cref="ChangeFailedException">The interface is gone, or another one now, or the row cannot be read.</exception>
    public async Task<Sight> LookAsync(CancellationToken cancellationToken) => await TryLookAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new ChangeFailedException(FailureKind.NotFound, $"{On!.Alias} is not there any more.");

    /// <summary>What is there now; null if the interface is gone.</summary>
    /// <remarks>
    /// Rows are read by an index, which may change hands between finding the interface and reading them: what was read then is another adapter's. So the interface is found once more
    /// afterwards, and all of it is read again until the two agree.
    /// </remarks>
    /// <exception cref="ChangeFailedException">The interface is another one now, or the row cannot be read.</exception>
    public async Task<Sight?> TryLookAsync(CancellationToken cancellationToken)
    {
        if (On is null)
            return new Sight(null, await rows.ReadAsync(Row, Stores, null, cancellationToken).ConfigureAwait(false));
        ResolvedInterface? found = await interfaces.FindAsync(On, cancellationToken).ConfigureAwait(false);
        while (found is not null)
        {
            Dictionary<CimStore, RowState> read = await rows.ReadAsync(Row, Stores, found, cancellationToken).ConfigureAwait(false);
            ResolvedInterface? still = await interfaces.FindAsync(On, cancellationToken).ConfigureAwait(false);
            if (still?.Index == found.Index)
                return new Sight(still, read);
            found = still;
        }

        return null;
    }
}
