using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>What follows a default route into a loopback is lost.</summary>
internal sealed class NoGatewayOnLoopbackCheck() : Check(new CheckInfo(
    "V08",
    "No default route leads into a loopback",
    [Severity.Error],
    ReadingId.Interfaces,
    CheckNeeds.Loopback).With(Shown.ByPacketIfKnown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.SelectMany(
        family => context.LoopbacksOf(family).SelectMany(loopback => Judge(context, loopback, family)));

    private IEnumerable<Finding> Judge(CheckContext context, Fact<HostInterface> of, IPFamily family)
    {
        if (!of.TryGet(out HostInterface? loopback, out Missing? missing)
            || !LoopbackRoutes.Of(context, loopback, family).TryGet(out IReadOnlyList<Route>? routes, out missing))
        {
            return [Unknown(missing)];
        }

        Finding[] found = routes.Where(route => route.Destination.IsDefault).Select(route => Failed(loopback, route)).ToArray();
        return found.Length > 0 ? found : [Passed(loopback.Alias, $"{loopback.Alias} has no {family} default route.")];
    }

    private Finding Failed(HostInterface loopback, Route route) => Failed(
        loopback.Alias,
        $"{loopback.Alias} has a default route {route.Destination} by {route.NextHop}: replies and the server's own traffic that follow it are lost.",
        Advice.Run("Remove the route.", RouteCommands.Remove(route)),
        "no default route",
        route.NextHop.ToString());
}
