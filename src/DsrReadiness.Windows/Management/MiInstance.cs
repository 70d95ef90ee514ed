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
        value = found?.Value;
        return found is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => Instance.Dispose();
}
