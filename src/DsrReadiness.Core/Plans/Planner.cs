using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Plans.Parts;
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
        var plan = new PlanBuilder(context);
        try
        {
            RefuseWhatIsNotOurs(context);
            Build(plan, options ?? new PlanOptions());
        }
        catch (PlanRefusedException e)
        {
            return Plans.Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }

        return new Plan(snapshot.ComputerName, service, plan.Changes, WhatIsLeft(snapshot, service, plan.Changes));
    }

    private static void RefuseWhatIsNotOurs(CheckContext context)
    {
        if (context.VipBelongsOnTrafficInterface)
        {
            throw new PlanRefusedException(new Refusal(
                "H06",
                $"In environment {context.Environment} the VIP is kept on the traffic interface by the agent or the cluster, and is not ours to move.",
                "Set the VIP up there; or give the environment, if this is not where the server stands."));
        }

        ServerVerdict verdict = new CheckRunner(s_decisive).Run(context.Snapshot, context.Service);
        CheckResult? decisive = verdict.Results.FirstOrDefault(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error);
        if (decisive is not null)
            throw new PlanRefusedException(decisive.ToRefusal());
    }

    /// <summary>The order closes before it opens: nothing lets the VIP in until everything that keeps it quiet is in place.</summary>
    private static void Build(PlanBuilder plan, PlanOptions options)
    {
        CheckContext context = plan.Context;
        IReadOnlyDictionary<IPAddress, PlannedInterface> loopbacks = LoopbackChoice.Choose(context, options);
        foreach (PlannedInterface loopback in loopbacks.Values.Distinct())
        {
            IPFamily[] families = loopbacks.Where(pair => pair.Value.Equals(loopback)).Select(pair => pair.Key.Family()).Distinct().OrderBy(family => family).ToArray();
            LoopbackPart.Add(plan, loopback, families);
            AddressPart.AddApipaRemovals(plan, loopback);
            RoutePart.AddRemovals(plan, loopback);
            foreach (IPFamily family in families)
                HostModelPart.AddLoopback(plan, loopback, family);
        }

        foreach (KeyValuePair<IPAddress, PlannedInterface> pair in loopbacks)
        {
            AddressPart.AddRemovals(plan, pair.Key);
            AddressPart.AddVip(plan, pair.Value, pair.Key);
        }

        FirewallPart.Add(plan);
        if (!context.TrafficInterface.TryGet(out HostInterface? trafficInterface, out Missing? missing))
            throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));
        foreach (IPFamily family in context.Families)
            HostModelPart.AddTrafficInterface(plan, PlannedInterface.Existing(trafficInterface), family);
    }

    /// <summary>What a check finds wrong, or cannot see, and no change answers: for the administrator to do.</summary>
    private static Refusal[] WhatIsLeft(Snapshot snapshot, DsrService service, IReadOnlyList<Change> changes)
    {
        var answered = new HashSet<string>(changes.SelectMany(change => Answers(change.CheckId)));
        return new CheckRunner(Catalogue.All).Run(snapshot, service).Results
            .Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error && !answered.Contains(result.Id))
            .Select(result => result.ToRefusal())
            .ToArray();
    }

    /// <summary>Some changes set right what several checks look at.</summary>
    private static string[] Answers(string checkId) => checkId switch
    {
        "A01" => ["A01", "A02", "A03", "V01"],
        "M01" or "M02" => [checkId, "M05"],
        "V01" => ["V01", "V02", "V03", "V04", "V05", "V06", "V10", "V13"],
        "V02" => ["V02", "V10", "V13"],
        "V03" or "V06" or "V08" or "V10" => [checkId, "V13"],
        "W01" => ["W01", "W02"],
        _ => [checkId],
    };
}
