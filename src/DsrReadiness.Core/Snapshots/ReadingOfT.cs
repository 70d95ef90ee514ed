using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DsrReadiness.Cim;

namespace DsrReadiness.Snapshots;

/// <summary>What one class says of a server, typed: rows, or the failure that came in their place.</summary>
/// <typeparam name="T">The typed row.</typeparam>
internal sealed class Reading<T>(string name, IReadOnlyList<T>? rows, CimFailure? failure)
    where T : class
{
    /// <summary>The class and store, for people.</summary>
    public string Name { get; } = name;

    /// <summary>The rows, or null if the reading failed.</summary>
    public IReadOnlyList<T>? Rows { get; } = rows;

    /// <summary>The failure, or null if there are rows.</summary>
    public CimFailure? Failure { get; } = failure;

    /// <summary>The row of a class that has one, or null.</summary>
    public T? Single => Rows is { Count: > 0 } ? Rows[0] : null;

    public static Reading<T> Of(string name, IReadOnlyList<T> rows) => new(name, rows, null);

    public static Reading<T> Failed(string name, CimFailure failure) => new(name, null, failure);

    /// <summary>Types each row. One row that cannot be told apart fails the reading: what it would have said is unknown.</summary>
    public static Reading<T> Map(CimReading reading, Func<CimRow, T> map)
    {
        string name = NameOf(reading);
        if (!reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure))
            return Failed(name, failure);
        T[] typed = new T[rows.Count];
        for (int i = 0; i < typed.Length; i++)
        {
            try
            {
                typed[i] = map(rows[i]);
            }
            catch (MalformedRowException e)
            {
                string message = string.Format(CultureInfo.InvariantCulture, "in row {0} of {1}, {2}", i + 1, typed.Length, e.Message);
                return Failed(name, new CimFailure(FailureKind.Malformed, message));
            }
        }

        return Of(name, typed);
    }

    /// <summary>The rows, or the failure.</summary>
    public bool TryGet([NotNullWhen(true)] out IReadOnlyList<T>? rows, [NotNullWhen(false)] out CimFailure? failure)
    {
        rows = Rows;
        failure = Failure;
        return rows is not null;
    }

    /// <summary>The class and store of a raw reading, for people.</summary>
    public static string NameOf(CimReading reading) => reading.Store switch
    {
        CimStore.Active => reading.Class.Name + " (active store)",
        CimStore.Persistent => reading.Class.Name + " (persistent store)",
        _ => reading.Class.Name,
    };
}
