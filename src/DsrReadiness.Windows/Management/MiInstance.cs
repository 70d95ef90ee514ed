using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Management.Infrastructure;

namespace DsrReadiness.Windows.Management;

/// <summary>An instance of MI.</summary>
internal sealed class MiInstance(CimInstance instance) : IMiInstance
{
    public CimInstance Instance { get; } = instance;

    /// <inheritdoc/>
    public bool TryGet(string property, out object? value)
    {
        CimProperty? found = Instance.CimInstanceProperties[property]; // null for a property that this release does not have
        value = Plain(found?.Value);
        return found is not null;
    }

    /// <summary>An object within another one as its values by name, since it does not outlive that; anything else as it is.</summary>
    public static object? Plain(object? value) => value switch
    {
        CimInstance embedded => ValuesOf(embedded),
        CimInstance[] embedded => Array.ConvertAll(embedded, ValuesOf),
        _ => value,
    };

    private static IReadOnlyDictionary<string, object?> ValuesOf(CimInstance embedded) =>
        embedded.CimInstanceProperties.ToDictionary(each => each.Name, each => (object?)each.Value, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Dispose() => Instance.Dispose();
}
