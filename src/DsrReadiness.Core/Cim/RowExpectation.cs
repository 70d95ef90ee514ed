namespace DsrReadiness.Cim;

/// <summary>A row that must be so after a change, besides the row that was changed.</summary>
/// <param name="row">The row.</param>
/// <param name="store">The store that it is read from.</param>
/// <param name="state">What it must be.</param>
public sealed class RowExpectation(RowSelector row, CimStore store, RowState state)
{
    /// <summary>The row.</summary>
    public RowSelector Row { get; } = row;

    /// <summary>The store that it is read from.</summary>
    public CimStore Store { get; } = store;

    /// <summary>What it must be.</summary>
    public RowState State { get; } = state;
}
