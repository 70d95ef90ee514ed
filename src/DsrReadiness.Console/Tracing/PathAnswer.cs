using System;
using System.Collections.Generic;
using DsrReadiness.Paths;

namespace DsrReadiness.Console.Tracing;

/// <summary>What became of one input: the paths, or the problem that stood in their way.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Traces">The paths; null if there are none.</param>
/// <param name="CollectedAt">When the snapshot was collected.</param>
/// <param name="Problem">The problem, with the input's name; null if there are paths.</param>
/// <param name="IsOurs">True if the problem is a fault of this program, not of the input.</param>
internal sealed record PathAnswer(string Name, IReadOnlyList<PathTrace>? Traces, DateTimeOffset CollectedAt, string? Problem, bool IsOurs)
{
    public static PathAnswer Of(string name, IReadOnlyList<PathTrace> traces, DateTimeOffset collectedAt) => new(name, traces, collectedAt, null, false);

    public static PathAnswer Failed(string name, string problem) => new(name, null, default, problem, false);

    public static PathAnswer Broken(string name, Exception bug)
    {
        string what = $"{bug.GetType().Name}: {bug.Message}";
        return new(name, null, default, $"{name}: no packet could be followed for a fault of dsr ({what}). Please report it with the snapshot.", true);
    }
}
