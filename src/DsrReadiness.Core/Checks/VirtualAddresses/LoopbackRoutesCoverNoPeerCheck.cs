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

/// <summary>A route of a loopback to someone whom the server must reach loses what it sends there, or will once a better route is gone.</summary>
internal sealed class LoopbackRoutesCoverNoPeerCheck() : Check(new CheckInfo(
    "V10",
    "No route of a loopback covers the traffic interface's subnet, a gateway, a DNS server, a balancer or a client range",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new(DnsClientServerAddressClass.Class)],
    CheckNeeds.Loopback).With(Shown.ByPacketIfKnown))
{
    private const string NoSuchRoute = "no such route";

    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.SelectMany(
        family => context.LoopbacksOf(family).SelectMany(loopback => Judge(context, loopback, family)));

    private IEnumerable<Finding> Judge(CheckContext context, Fact<HostInterface> of, IPFamily family)
    {
        if (!of.TryGet(out HostInterface? loopback, out Missing? missing)
            || !LoopbackRoutes.Of(context, loopback, family).TryGet(out IReadOnlyList<Route>? routes, out missing))
        {
            return [Unknown(missing)];
        }

        // A default route there is V08's matter.
        Route[] leading = routes.Where(route => !route.Destination.IsDefault).ToArray();
        if (leading.Length == 0)
            return [Passed(loopback.Alias, $"{loopback.Alias} has no {family} routes but to itself.")];
        Peers peers = context.Peers(family);
        Finding[] found = leading.Select(route => Judge(context, loopback, route, peers)).OfType<Finding>().ToArray();
        return found.Length > 0
            ? found
            : [Passed(loopback.Alias, $"No {family} route on {loopback.Alias} covers anyone whom the server must reach.")];
    }

    /// <summary>Nothing for a route that covers nobody.</summary>
    private Finding? Judge(CheckContext context, HostInterface loopback, Route route, Peers peers)
    {
        HostAddress? source = LoopbackRoutes.SourceOf(context, route);
        string what = $"the route {route.Destination} on {loopback.Alias}"
            + (source is null ? string.Empty : $", which the prefix of {source.Address} makes,");
        Advice fix = source is null
            ? Advice.Run("Remove the route.", RouteCommands.Remove(route))
            : AddressCommands.MakeHost(loopback.Index, source.Address);
        RouteClaims claims = RouteClaims.Of(context, route, peers);
        if (claims.Taken.Count > 0)
            return Failed(loopback.Alias, Sentence($"{what} wins toward {claims.TakenInWords}: what is sent there is lost."), fix, NoSuchRoute, route.Destination.ToString());
        if (claims.Missing is { } missing)
            return Unknown(loopback.Alias, $"Whether {what} takes traffic away is not known: {missing.Reason}", missing.Recommendation);
        return claims.Covered.Count == 0
            ? null
            : Failed(
                Severity.Warning,
                loopback.Alias,
                Sentence($"{what} covers {claims.CoveredInWords} and loses there to better routes for now."),
                fix,
                NoSuchRoute,
                route.Destination.ToString());
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
