using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Drift;

/// <summary>Finds the odd one in a pool: what a check finds here, and otherwise on more than half of the servers.</summary>
/// <param name="observing">The checks that are compared.</param>
internal sealed class SameAsPoolCheck(Catalogue observing) : Check(new CheckInfo(
    "R02",
    "The checks come out as on most servers of the pool",
    [Severity.Warning],
    observing.Reads).With(Outcome.Passed, Outcome.Failed, Outcome.NotApplicable))
{
    /// <summary>With two that differ there is no odd one.</summary>
    private const int Fewest = 3;

    private static readonly Outcome?[] s_outcomes = [Outcome.Passed, Outcome.Failed, Outcome.Unknown, Outcome.NotApplicable];

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Pool is not { } pool)
            return [NotApplicable("No snapshots of the pool are given.")];
        int servers = pool.CountOthers(context.Snapshot) + 1;
        if (servers < Fewest)
            return [NotApplicable($"Of a pool of {servers} none is the odd one: give at least {Fewest} servers.")];
        ServerVerdict own = pool.Judge(context.Snapshot, context.Service, observing);
        PoolOutcomes all = pool.Outcomes(context.Service, observing);
        ServerVerdict[] same = [.. pool.Same(context.Snapshot).Select(member => pool.Judge(member.Snapshot, context.Service, observing))];
        Finding[] odd = [.. Enumerable.Range(0, observing.Checks.Count).Select(check => Compare(check, own.Results[check], all, same, servers)).OfType<Finding>()];
        return odd.Length > 0 ? odd : [Passed(null, $"No check comes out otherwise than on most of the {servers} servers of the pool.")];
    }

    /// <summary>Only what is so on more than half of all is compared with, and then it cannot be what this server has.</summary>
    private Finding? Compare(int check, CheckResult own, PoolOutcomes all, ServerVerdict[] same, int servers)
    {
        int CountOthers(Outcome outcome) => all.Count(check, outcome) - same.Count(verdict => verdict.Results[check].Outcome == outcome);
        if (s_outcomes.FirstOrDefault(outcome => outcome != own.Outcome && CountOthers(outcome!.Value) * 2 > servers) is not { } most)
            return null;
        string name = own.Id + " " + own.Name;
        return Failed(
            name,
            $"{name} is {own.Outcome} here, and {most} on {CountOthers(most)} of the {servers} servers of the pool. Here: {own.Reason}",
            $"Compare this server with {all.First(check, most).ComputerName}, and set them up alike.",
            most.ToString(),
            own.Outcome.ToString());
    }
}
