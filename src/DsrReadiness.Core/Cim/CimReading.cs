using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace DsrReadiness.Cim;

/// <summary>The answer to one query: rows, or the failure that came in their place.</summary>
public sealed class CimReading
{
    private CimReading(CimClass @class, CimStore store, IReadOnlyList<CimRow>? rows, CimFailure? failure)
    {
        Class = @class;
        Store = store;
        Rows = rows;
        Failure = failure;
    }

    /// <summary>The class that was read.</summary>
    public CimClass Class { get; }

    /// <summary>The store that was read.</summary>
    public CimStore Store { get; }

    /// <summary>The rows, or null if the reading failed.</summary>
    public IReadOnlyList<CimRow>? Rows { get; }

    /// <summary>The failure, or null if there are rows.</summary>
    public CimFailure? Failure { get; }

    /// <summary>A reading that brought rows, possibly none.</summary>
    public static CimReading Of(CimClass @class, CimStore store, IReadOnlyList<CimRow> rows) => new(@class, store, rows, null);

    /// <summary>A reading that failed.</summary>
    public static CimReading Failed(CimClass @class, CimStore store, CimFailure failure) => new(@class, store, null, failure);

    /// <summary>The rows, or the failure.</summary>
    public bool TryGetRows([NotNullWhen(true)] out IReadOnlyList<CimRow>? rows, [NotNullWhen(false)] out CimFailure? failure)
    {
        rows = Rows;
        failure = Failure;
        return rows is not null;
    }
}
