using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>A server of a pool.</summary>
/// <param name="name">What it is called: its computer name, or whatever tells it from the others.</param>
/// <param name="snapshot">Its snapshot.</param>
internal sealed class PoolMember(string name, Snapshot snapshot)
{
    public string Name { get; } = name;

    public Snapshot Snapshot { get; } = snapshot;
}
