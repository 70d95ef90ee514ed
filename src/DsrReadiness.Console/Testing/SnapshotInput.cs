using System;
using System.IO;

namespace DsrReadiness.Console.Testing;

/// <summary>One thing to judge: where to read it, or why there is nothing to read.</summary>
internal sealed class SnapshotInput
{
    private SnapshotInput(string name, Func<Stream>? open, string? problem)
    {
        Name = name;
        Open = open;
        Problem = problem;
    }

    /// <summary>The file's name as the user would write it.</summary>
    public string Name { get; }

    public Func<Stream>? Open { get; }

    /// <summary>Why there is nothing to read; null if there is.</summary>
    public string? Problem { get; }

    public static SnapshotInput From(string name, Func<Stream> open) => new(name, open, null);

    public static SnapshotInput Missing(string name, string problem) => new(name, null, problem);
}
