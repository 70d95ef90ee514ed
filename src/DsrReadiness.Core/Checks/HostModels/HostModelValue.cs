using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A setting as it was read of one interface, in one family and store.</summary>
internal sealed class HostModelValue(HostInterface on, IPFamily family, string name, Toggle value, string text)
{
    public HostInterface On { get; } = on;

    public IPFamily Family { get; } = family;

    /// <summary>The setting, its interface, family and store, for people.</summary>
    public string Name { get; } = name;

    public Toggle Value { get; } = value;

    /// <summary>The value as it was read, for people.</summary>
    public string Text { get; } = text;
}
