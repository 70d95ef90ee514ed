using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A setting as it was read of one interface, in one family and store.</summary>
internal sealed class HostModelValue(HostInterface on, IPFamily family, string name, Toggle value, string text, bool isProven = true, bool forwards = false)
{
    /// <summary>False for a NULL of the persistent store whose row has nothing else either: what the next start brings then is not proven.</summary>
    public bool IsProven { get; } = isProven;

    /// <summary>True if the interface passes on what is for others.</summary>
    public bool Forwards { get; } = forwards;

    public HostInterface On { get; } = on;

    public IPFamily Family { get; } = family;

    /// <summary>The setting, its interface, family and store, for people.</summary>
    public string Name { get; } = name;

    public Toggle Value { get; } = value;

    /// <summary>The value as it was read, for people.</summary>
    public string Text { get; } = text;
}
