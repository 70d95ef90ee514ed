using System;
using DsrReadiness.Checks.Drift;

namespace DsrReadiness.Console.Comparing;

/// <summary>What became of one server: a comparison, or the problem that stood in its way.</summary>
/// <param name="Comparison">The comparison; null if there is none.</param>
/// <param name="Earlier">The name of the earlier input.</param>
/// <param name="Later">The name of the later input.</param>
/// <param name="Problem">The problem, with the input's name; null if there is a comparison.</param>
/// <param name="IsOurs">True if the problem is a fault of this program, not of the input.</param>
internal sealed record ComparisonAnswer(ServerComparison? Comparison, string Earlier, string Later, string? Problem, bool IsOurs)
{
    public static ComparisonAnswer Failed(string problem) => new(null, string.Empty, string.Empty, problem, false);

    public static ComparisonAnswer Broken(string name, Exception bug)
    {
        string what = $"{bug.GetType().Name}: {bug.Message}";
        return new(null, string.Empty, string.Empty, $"{name}: it could not be compared for a fault of dsr ({what}). Please report it with the snapshots.", true);
    }
}
