using System.Collections.Generic;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>An instance with the values that the test gave it.</summary>
internal sealed class ScriptedInstance(Dictionary<string, object?> values) : IMiInstance
{
    public bool IsDisposed { get; private set; }

    public bool TryGet(string property, out object? value) => values.TryGetValue(property, out value);

    public void Dispose() => IsDisposed = true;
}
