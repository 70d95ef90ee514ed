using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Drift;

/// <summary>Finds the odd one in a pool: what a check finds here, and otherwise on more than half of the servers.</summary>
/// <param name="observing">The checks that are compared.</param>
internal sealed class SameAsPoolCheck(Catalogue observing) : Check(new CheckInfo(
    "R02",
    "SameAsPool",
    "The checks come out as on most servers of the pool",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable],
    DriftReads.Of(observing)))
{
    /// <summary>With two that differ there is no odd one.</summary>
    private const int Fewest = 3;

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Pool is not { } pool)
            return [NotApplicable("No snapshots of the pool are given.")];
        Snapshot[] servers = [context.Snapshot, .. pool.Others(context.Snapshot).Select(member => member.Snapshot)];
        if (servers.Length < Fewest)
            return [NotApplicable($"Of a pool of {servers.Length} none is the odd one: give at least {Fewest} servers.")];
        ServerVerdict[] verdicts = [.. servers.Select(each => pool.Judge(each, context.Service, observing))];
        Finding[] odd = [.. Enumerable.Range(0, observing.Checks.Count).Select(check => Compare(verdicts, check)).OfType<Finding>()];
        return odd.Length > 0 ? odd : [Passed(null, $"No check comes out otherwise than on most of the {servers.Length} servers of the pool.")];
    }

    private Finding? Compare(ServerVerdict[] verdicts, int check)
    {
        CheckResult own = verdicts[0].Results[check];
        IGrouping<Outcome, ServerVerdict> most = verdicts.GroupBy(verdict => verdict.Results[check].Outcome).OrderByDescending(group => group.Count()).First();
        if (most.Count() * 2 <= verdicts.Length || most.Key == own.Outcome)
            return null;
        string name = own.Id + " " + own.Name;
        return Failed(
            name,
            $"{name} is {own.Outcome} here, and {most.Key} on {most.Count()} of the {verdicts.Length} servers of the pool. Here: {own.Reason}",
            $"Compare this server with {most.First().ComputerName}, and set them up alike.",
            most.Key.ToString(),
            own.Outcome.ToString());
    }
}
