using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Plans;

/// <summary>
/// Makes the smallest ordered list of changes that makes a server ready: a pure function of a snapshot and a service. What is not a plan's to decide is refused
/// with its reason.
/// </summary>
internal static class Planner
{
    /// <summary>Without these nothing can be planned: what they find wrong is for a person to decide.</summary>
    private static readonly Catalogue s_decisive = new(
        new TrafficInterfaceIsKnownCheck(), new HostModelIsConfigurableCheck(), new VipIsUsableCheck());

    /// <summary>Plans to make a server ready.</summary>
    public static Plan Plan(Snapshot snapshot, DsrService service, PlanOptions? options = null)
    {
        var context = new CheckContext(snapshot, service);
        Change[] changes;
        try
        {
            RefuseWhatIsNotOurs(context);
            changes = Changes(context, options ?? new PlanOptions());
        }
        catch (PlanRefusedException e)
        {
            return Plans.Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }

        return new Plan(snapshot.ComputerName, service, changes, WhatIsLeft(snapshot, service, changes));
    }

    /// <summary>Why a VIP is left where it is kept by an agent or a cluster, whose own tools do it.</summary>
    public static Refusal KeptElsewhere(HostContext context, string cure) => new(
        "H06",
        $"In environment {context.Environment} the VIP is kept on the traffic interface by the agent or the cluster, and is not ours to move.",
        $"{cure}; or give the environment, if this is not where the server stands.");

    private static Change[] Changes(CheckContext context, PlanOptions options)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out Missing? missing))
            throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));
        var now = new Now(context);
        return [.. Prepared.For(context.Service, LoopbackChoice.ForSetUp(context, options), Place.Existing(traffic, Role.Traffic), Scope.All, now).SelectMany(setting => setting.Missing(now))];
    }

    private static void RefuseWhatIsNotOurs(CheckContext context)
    {
        if (context.VipBelongsOnTrafficInterface)
            throw new PlanRefusedException(KeptElsewhere(context, "Set the VIP up there"));
        ServerVerdict verdict = new CheckRunner(s_decisive).Run(context.Snapshot, context.Service);
        CheckResult? decisive = verdict.Results.FirstOrDefault(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error);
        if (decisive is not null)
            throw new PlanRefusedException(decisive.ToRefusal());
    }

    /// <summary>What a check finds wrong, or cannot see, and no change answers: for the administrator to do.</summary>
    private static Refusal[] WhatIsLeft(Snapshot snapshot, DsrService service, IReadOnlyList<Change> changes)
    {
        var answered = new HashSet<string>(changes.SelectMany(change => change.Setting!.Answers));
        return new CheckRunner(Catalogue.All).Run(snapshot, service).Results
            .Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error && !answered.Contains(result.Id))
            .Select(result => result.ToRefusal())
            .ToArray();
    }
}
