using System;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Objects in a file that cannot be read for certain.</summary>
internal sealed class SavedTextException(int at, string problem) : Exception(problem)
{
    /// <summary>Where: the byte in JSON, the line in XML.</summary>
    public int At { get; } = at;
}
