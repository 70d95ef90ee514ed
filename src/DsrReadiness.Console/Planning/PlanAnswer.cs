using System;
using DsrReadiness.Plans;

namespace DsrReadiness.Console.Planning;

/// <summary>What became of one input: a plan, or the problem that stood in its way.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Plan">The plan; null if there is none.</param>
/// <param name="CollectedAt">When the snapshot was collected.</param>
/// <param name="Problem">The problem, with the input's name; null if there is a plan.</param>
/// <param name="IsOurs">True if the problem is a fault of this program, not of the input.</param>
internal sealed record PlanAnswer(string Name, Plan? Plan, DateTimeOffset CollectedAt, string? Problem, bool IsOurs)
{
    public static PlanAnswer Of(string name, Plan plan, DateTimeOffset collectedAt) => new(name, plan, collectedAt, null, false);

    public static PlanAnswer Failed(string name, string problem) => new(name, null, default, problem, false);

    public static PlanAnswer Broken(string name, Exception bug)
    {
        string what = $"{bug.GetType().Name}: {bug.Message}";
        return new(name, null, default, $"{name}: there is no plan for a fault of dsr ({what}). Please report it with the snapshot.", true);
    }
}
