using System;
using System.IO;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>One thing to judge: where to read it, or why there is nothing to read.</summary>
internal sealed class SnapshotInput
{
    private SnapshotInput(string name, Func<Stream>? open, string? problem, Snapshot? snapshot = null)
    {
        Name = name;
        Open = open;
        Problem = problem;
        Snapshot = snapshot;
    }

    /// <summary>The file's name as the user would write it.</summary>
    public string Name { get; }

    public Func<Stream>? Open { get; }

    /// <summary>Why there is nothing to read; null if there is.</summary>
    public string? Problem { get; }

    /// <summary>What was read of it before; null if that is still to be done.</summary>
    public Snapshot? Snapshot { get; }

    /// <summary>An input that was read before.</summary>
    public static SnapshotInput Of(string name, Snapshot snapshot) => new(name, null, null, snapshot);

    public static SnapshotInput From(string name, Func<Stream> open) => new(name, open, null);

    public static SnapshotInput Missing(string name, string problem) => new(name, null, problem);
}
