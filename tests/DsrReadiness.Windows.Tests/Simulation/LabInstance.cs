using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>An instance as MI would hand it out: values of exactly the .NET types of the declaration, and columns that no contract speaks of.</summary>
/// <param name="found">The query that found it, by which it is found again.</param>
/// <param name="values">Its properties.</param>
internal sealed class LabInstance(CimQuery found, IReadOnlyDictionary<string, object?> values) : IMiInstance
{
    public CimQuery Found { get; } = found;

    public bool IsDisposed { get; private set; }

    public bool TryGet(string property, out object? value)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return values.TryGetValue(property, out value);
    }

    public void Dispose() => IsDisposed = true;
}
