using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// What a step looks at: a row, on an interface that is told by its identity. The interface and the row in each store are asked for side by side, so that a glance is one turn of waiting. It keeps nothing of what
/// it saw: whoever asks a person, or waits, looks again afterwards, since the server may have restarted meanwhile and the index may belong to another adapter.
/// </summary>
internal sealed class Look(RowSelector row, InterfaceRef? on, IReadOnlyList<CimStore> stores, InterfaceResolver interfaces, RowFinder rows)
{
    public RowSelector Row { get; } = row;

    public IReadOnlyList<CimStore> Stores { get; } = stores;

    /// <summary>An address is asked for on all interfaces: it may stand elsewhere.</summary>
    private bool IsAnywhere { get; } = on is not null && row.Class == NetIPAddressClass.Class;

    /// <summary>What is there now, to act by.</summary>
    /// <exception cref="ChangeFailedException">The interface is gone, or another one now, or the row cannot be read.</exception>
    public async Task<Sight> TakeAsync(CancellationToken cancellationToken) => Present(await TryTakeAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>What is there now, to act by, if the interface is there.</summary>
    /// <remarks>
    /// Rows are read by an index, which may change hands around the reading: what was read then is another adapter's. So the interface is found once more afterwards, and all of it is read again until the two agree.
    /// </remarks>
    /// <exception cref="ChangeFailedException">The interface is another one now, or the row cannot be read.</exception>
    public async Task<Sight> TryTakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Sight seen = await TryGlanceAsync(cancellationToken).ConfigureAwait(false);
            if (on is null || seen.IsGone)
                return seen.Sure(seen.On);
            ResolvedInterface? still = await interfaces.FindAsync(on, cancellationToken).ConfigureAwait(false);
            if (still is not null && Row.IsSame(still, seen.On!))
                return seen.Sure(still);
        }
    }

    /// <summary>What is there now, in one turn: enough to see what became of an operation, and not to begin another.</summary>
    /// <exception cref="ChangeFailedException">The interface is gone, or another one now, or the row cannot be read.</exception>
    public async Task<Sight> GlanceAsync(CancellationToken cancellationToken) => Present(await TryGlanceAsync(cancellationToken).ConfigureAwait(false));

    /// <remarks>Rows are read where the interface was seen last. Where it is found elsewhere, they are read again there.</remarks>
    private async Task<Sight> TryGlanceAsync(CancellationToken cancellationToken)
    {
        if (on is null)
            return See(null, await ReadAsync(null, cancellationToken).ConfigureAwait(false));
        ResolvedInterface? at = interfaces.LastSeen(on);
        while (true)
        {
            Task<IReadOnlyList<CimRow>[]> reading = at is null && !IsAnywhere ? Task.FromResult<IReadOnlyList<CimRow>[]>([]) : ReadAsync(at, cancellationToken);
            ResolvedInterface? found = await SideBySide.FirstOfAsync(interfaces.FindAsync(on, cancellationToken), reading).ConfigureAwait(false);
            if (found is null || (at is not null && Row.IsSame(found, at)))
                return See(found, await reading.ConfigureAwait(false));
            at = found;
        }
    }

    private Task<IReadOnlyList<CimRow>[]> ReadAsync(ResolvedInterface? at, CancellationToken cancellationToken) => Task.WhenAll(
        Stores.Select(store => rows.ReadAllAsync(IsAnywhere ? new CimQuery(Row.Class, store, Row.Where) : Row.Query(store, at), cancellationToken)));

    private Sight See(ResolvedInterface? found, IReadOnlyList<CimRow>[] read)
    {
        bool IsHere(CimRow row) => !IsAnywhere || row.Get(NetIPAddressClass.InterfaceIndex).Is(found!.Index);
        if (on is not null && found is null)
            return new Sight(null, null, IsAnywhere ? [.. read.SelectMany(each => each)] : []);
        var here = new Dictionary<CimStore, RowState>();
        for (int i = 0; i < Stores.Count; i++)
            here.Add(Stores[i], read[i].SingleOrDefaultOrRefuse(IsHere, Row.ToString()) is { } row ? RowState.Of(row) : RowState.Absent);
        return new Sight(found, here, [.. read.SelectMany(each => each).Where(row => !IsHere(row))]);
    }

    private Sight Present(Sight seen) => !seen.IsGone ? seen : throw new ChangeFailedException(FailureKind.NotFound, $"{on!.Alias} is not there any more.");
}

/// <summary>What was seen in one look.</summary>
/// <param name="on">The interface; null for a row that belongs to none.</param>
/// <param name="rows">The row in each store; null if the interface is gone.</param>
/// <param name="elsewhere">The same address on other interfaces.</param>
internal sealed class Sight(ResolvedInterface? on, IReadOnlyDictionary<CimStore, RowState>? rows, IReadOnlyList<CimRow> elsewhere)
{
    /// <summary>The interface; null for a row that belongs to none, and if it is gone.</summary>
    public ResolvedInterface? On { get; } = on;

    /// <summary>True if the interface is gone.</summary>
    public bool IsGone => rows is null;

    /// <summary>The row in each store.</summary>
    public IReadOnlyDictionary<CimStore, RowState> Rows => rows ?? throw new InvalidOperationException("The interface is gone.");

    /// <summary>The same address on other interfaces.</summary>
    public IReadOnlyList<CimRow> Elsewhere { get; } = elsewhere;

    /// <summary>True if it can be acted by: it is the row of that interface, and nobody waited since.</summary>
    public bool IsSure { get; private init; }

    /// <summary>The same once it is sure where the interface is.</summary>
    public Sight Sure(ResolvedInterface? found) => new(found, rows, Elsewhere) { IsSure = true };

    /// <summary>The same in some of the stores.</summary>
    public Sight In(IReadOnlyDictionary<CimStore, RowState> some) => new(On, some, Elsewhere) { IsSure = IsSure };
}
