using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Checks.Firewalls;

/// <summary>Direct server return never needs the firewall off, on neither of the two interfaces; a rule for the VIP is enough. Profiles are on only while the services run that filter.</summary>
internal sealed class FirewallIsOnCheck() : Check(new CheckInfo(
    "W04",
    "The firewall is on",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new(NetConnectionProfileClass.Class), new(NetFirewallProfileClass.Class, CimStore.Active)],
    CheckNeeds.Port))
{
    private const string Running = "Running";

    /// <summary>Windows Defender Firewall, and the engine that filters for it.</summary>
    private static readonly string[] s_services = ["MpsSvc", "BFE"];

    public override IEnumerable<Finding> Evaluate(CheckContext context) => JudgeProfiles(context).Concat(JudgeServices(context.Snapshot.WindowsServices));

    /// <summary>The traffic interface, and the loopbacks that have a network category. A loopback that is missing is another check's to report.</summary>
    private IEnumerable<Finding> JudgeProfiles(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            yield return Unknown(missing);
        IEnumerable<HostInterface> known = on is null ? [] : [on];
        foreach (HostInterface each in known.Concat(context.KnownLoopbacks().Where(loopback => loopback.Kind != InterfaceKind.BuiltInLoopback)).Distinct())
        {
            yield return FirewallState.Of(context.Snapshot, each).TryGet(out FirewallState? state, out missing)
                ? Judge(context, state)
                : Unknown(missing, each.Alias);
        }
    }

    /// <summary>A service that the snapshot does not list is not known to be stopped.</summary>
    private IEnumerable<Finding> JudgeServices(Reading<WindowsService> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<WindowsService>? services, out Missing? missing))
        {
            yield return Unknown(missing);
            yield break;
        }

        foreach (WindowsService service in services.Where(each => s_services.Contains(each.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (!service.State.TryGet(out string state))
                yield return Unknown(Missing.Property("State of the service " + service.Name, service.State), service.Name);
            else if (!string.Equals(state, Running, StringComparison.OrdinalIgnoreCase))
                yield return Stopped(service, state);
        }
    }

    private Finding Stopped(WindowsService service, string state)
    {
        string name = Array.Find(s_services, each => string.Equals(each, service.Name, StringComparison.OrdinalIgnoreCase))!;
        bool isDisabled = service.StartMode.TryGet(out string mode) && string.Equals(mode, "Disabled", StringComparison.OrdinalIgnoreCase);
        return Failed(
            name,
            $"The service {name} is {ServerText.Short(state)}: the profiles say what holds while it runs, and what is filtered now is not known.",
            Advice.Run(isDisabled ? "Let the service start, and start it." : "Start the service.", ServiceCommands.Start(name, isDisabled)),
            Running,
            state);
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
        string profile = FirewallAdvice.SwitchOn(state.Profile.Category, isOff);
        string then = isOff ? "switch the profile on" : "let the profile leave no interface out";
        return Failed(
            state.On.Alias,
            $"The {state.Name} {(isOff ? "is off" : "leaves the interface out")}: nothing is filtered there.",
            state.IgnoresLocalRules
                ? $"Allow the service by a rule in the group policy that switches local rules off, unless one does, and then {then}."
                : Advice.Run($"Allow the service by a rule first, unless one does, and then {then}.", [FirewallRule.Commands(Flow.OfAll(context.Service, context.Environment), context.Snapshot), profile]),
            "on",
            isOff ? "off" : "left out");
    }
}
