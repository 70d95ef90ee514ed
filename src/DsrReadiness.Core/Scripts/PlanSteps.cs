using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;

namespace DsrReadiness.Scripts;

/// <summary>The steps of a plan: what is missing, and back to what was there.</summary>
/// <param name="plan">The plan.</param>
/// <param name="loopback">How the loopback is to be named; null for as the plan names it.</param>
internal sealed class PlanSteps(Plan plan, string? loopback)
{
    private readonly PlanInterfaces _interfaces = new(plan, loopback);
    private bool _hadAddress;

    /// <exception cref="ScriptRefusedException">A change cannot be put into a script.</exception>
    public ScriptPlan Read()
    {
        if (plan.Changes.Count == 0 && plan.Refusals.Count > 0)
            throw new ScriptRefusedException("There is no plan: " + plan.Refusals[0].Reason, plan.Refusals[0].Recommendation ?? "Look at the plan.");
        List<ScriptChange> changes = plan.Changes.SelectMany(Read).ToList();
        if (changes.SelectMany(change => new[] { change.Do.On, change.Undo?.On }).OfType<ScriptInterface>().Distinct().GroupBy(on => on.Role).Any(group => group.Count() > 1))
            throw new ScriptRefusedException("The plan changes more than one loopback adapter, or more than one answering interface.", "Make a plan for each VIP.");
        ScriptInterface? traffic = changes.Select(change => change.Do.On).FirstOrDefault(on => on?.Role == "traffic");
        return new ScriptPlan(plan.ComputerName, plan.Service, traffic, changes, plan.Refusals.Select(refusal => "Check " + refusal.CheckId + " is left to you; the plan says why.").ToArray());
    }

    private IEnumerable<ScriptChange> Read(Change change)
    {
        CimClass @class = change.Row.Class;
        if (@class == LoopbackDeviceClass.Class)
            return [Device(change)];
        if (@class == NetFirewallRuleClass.Class)
            return PlanRules.Read(change);
        ScriptInterface on = _interfaces.Of(change.Row.On ?? throw PlanValues.Cannot(change));
        if (@class == NetIPAddressClass.Class)
            return [Address(change, on)];
        if (@class == NetRouteClass.Class)
            return [Route(change, on)];
        IPFamily? family = @class == NetIPInterfaceClass.Class ? (IPFamily)PlanValues.Number(PlanValues.Condition(change, NetIPInterfaceClass.AddressFamily), NetIPInterfaceClass.AddressFamily) : null;
        return change.To.Values.Where(pair => pair.Key != NetIPInterfaceClass.AutomaticMetric && pair.Key != NetAdapterClass.Name)
            .Select(pair => PlanSettings.Read(change, on, family, pair.Key, pair.Value));
    }

    private static ScriptChange Device(Change change)
    {
        ScriptStep make = new ScriptStep.MakeLoopback();
        ScriptStep remove = new ScriptStep.RemoveLoopback();
        return change.To.IsPresent
            ? new("The loopback adapter, which owns the VIP and has no wire to answer ARP on.", make, "The loopback adapter goes.", remove)
            : new("The loopback adapter goes.", remove, "The loopback adapter is back.", make);
    }

    private ScriptChange Address(Change change, ScriptInterface on)
    {
        IPAddress address = PlanValues.Parse(PlanValues.Condition(change, NetIPAddressClass.IPAddress), change);
        if (!change.To.IsPresent && address.IsLinkLocal())
        {
            return new(
                $"No automatic address on {on.Words}; a static one ends it as well.",
                new ScriptStep.RemoveAutomaticAddress(on, address),
                "Windows gives itself an automatic address again where DHCP is on.",
                null);
        }

        bool isFirst = !_hadAddress;
        _hadAddress = true;
        RowState? from = change.From?.Values.FirstOrDefault(state => state.IsPresent);
        int lengthBefore = from?[NetIPAddressClass.PrefixLength] is { } given ? PlanValues.Number(given, NetIPAddressClass.PrefixLength) : address.Family().Bits();
        bool skippedBefore = Equals(from?[NetIPAddressClass.SkipAsSource], true);
        var remove = new ScriptStep.RemoveAddress(on, address, isFirst);
        if (change.To.IsPresent)
        {
            var add = new ScriptStep.AddAddress(on, address, PlanValues.Number(change.To[NetIPAddressClass.PrefixLength], NetIPAddressClass.PrefixLength), true, isFirst);
            return from is null
                ? new($"The VIP {address} on {on.Words}.", add, $"{address} leaves {on.Words}. Drain the server at the balancer first.", remove)
                : throw new ScriptRefusedException(
                    $"{address} is there already and only its settings are wrong, which a script cannot set right safely.", "Let Invoke-DsrPlan do it, or take the address off and plan again.");
        }

        string words = $"{address} leaves {on.Words}. Drain the server at the balancer first.";
        return on.Role == "loopback"
            ? new(words, remove, $"{address} is back on {on.Words}.", new ScriptStep.AddAddress(on, address, lengthBefore, skippedBefore, isFirst))
            : new(words, remove, $"{address} is not put back: {on.Words} would answer for it.", null);
    }

    private static ScriptChange Route(Change change, ScriptInterface on)
    {
        IPAddress nextHop = PlanValues.Parse(PlanValues.Condition(change, NetRouteClass.NextHop), change);
        IPPrefix prefix = IPPrefix.TryParse(PlanValues.Text(PlanValues.Condition(change, NetRouteClass.DestinationPrefix)), out IPPrefix? parsed) ? parsed : throw PlanValues.Cannot(change);
        return new(
            $"The default route through {nextHop} leaves {on.Words}.",
            new ScriptStep.DefaultRoute(on, prefix, nextHop, false),
            $"The default route through {nextHop} is back.",
            new ScriptStep.DefaultRoute(on, prefix, nextHop, true));
    }
}
