using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>Direct server return never needs the firewall off, on neither of the two interfaces; a rule for the VIP is enough.</summary>
internal sealed class FirewallIsOnCheck() : Check(new CheckInfo(
    "W04",
    "FirewallIsOn",
    "The firewall is on",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [.. ReadingId.Interfaces, new(NetConnectionProfileClass.Class), new(NetFirewallProfileClass.Class, CimStore.Active)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            yield return Unknown(missing);
        IEnumerable<HostInterface> known = on is null ? [] : [on];
        foreach (HostInterface each in known.Concat(Loopbacks(context)).Distinct())
        {
            yield return FirewallState.Of(context.Snapshot, each).TryGet(out FirewallState? state, out missing)
                ? Judge(context, state)
                : Unknown(missing, each.Alias);
        }
    }

    /// <summary>The loopbacks that have a network category. One that is missing is another check's to report.</summary>
    private static IEnumerable<HostInterface> Loopbacks(CheckContext context)
    {
        foreach (Fact<HostInterface> each in context.Loopbacks())
        {
            if (each.TryGet(out HostInterface? loopback, out _) && loopback.Kind != InterfaceKind.BuiltInLoopback)
                yield return loopback;
        }
    }

    private Finding Judge(CheckContext context, FirewallState state)
    {
        switch (state.IsOff)
        {
            case null:
                return Unknown(state.WhyNotKnownWhetherOff(), state.On.Alias);
            case false:
                return Passed(state.On.Alias, $"The {state.Name} is on.", "on", "on");
        }

        bool isOff = state.Profile.Enabled.Is(GpoBoolean.False);
        string profile = $"Set-NetFirewallProfile -Name {state.Profile.Category} " + (isOff ? "-Enabled True" : "-DisabledInterfaceAliases NotConfigured");
        string then = isOff ? "switch the profile on" : "let the profile leave no interface out";
        return Failed(
            state.On.Alias,
            $"The {state.Name} {(isOff ? "is off" : "leaves the interface out")}: nothing is filtered there.",
            state.IgnoresLocalRules
                ? $"Allow the service by a rule in the group policy that switches local rules off, unless one does, and then {then}."
                : Advice.Run($"Allow the service by a rule first, unless one does, and then {then}.", [FirewallRule.Commands(Flow.OfAll(context.Service), context.Snapshot), profile]),
            "on",
            isOff ? "off" : "left out");
    }
}
