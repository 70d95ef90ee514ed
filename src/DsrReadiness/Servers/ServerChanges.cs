using System;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Servers;

/// <summary>What changing a server takes, for as long as it is not disposed.</summary>
/// <param name="Ports">The ports, for the applier alone.</param>
/// <param name="Journals">Where its journals are kept.</param>
/// <param name="IsElevated">False if it is known that the caller may not change it.</param>
/// <param name="CanReachDevices">False from another computer: plug and play takes orders from its own one only.</param>
/// <param name="Way">The way to the server, if it has to be closed.</param>
internal sealed record ServerChanges(ServerPorts Ports, IJournalStore Journals, bool IsElevated, bool CanReachDevices, IDisposable? Way = null) : IDisposable
{
    /// <summary>Closes the way to the server.</summary>
    public void Dispose() => Way?.Dispose();
}
