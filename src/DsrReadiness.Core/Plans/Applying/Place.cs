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
    /// <exception cref="ChangeFailedException">The interface is another one now, or the row cannot be read.</exception>
    public async Task<Sight?> TryLookAsync(CancellationToken cancellationToken)
    {
        ResolvedInterface? found = On is null ? null : await interfaces.FindAsync(On, cancellationToken).ConfigureAwait(false);
        return On is not null && found is null ? null : new Sight(found, await rows.ReadAsync(Row, Stores, found, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The row in one store, on the interface as it was just found.</summary>
    public Task<RowState> ReadAsync(CimStore store, ResolvedInterface? found, CancellationToken cancellationToken) => rows.ReadAsync(Row, store, found, cancellationToken);
}
