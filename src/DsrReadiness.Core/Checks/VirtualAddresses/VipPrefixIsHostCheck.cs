using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A wider prefix puts a whole subnet on link at the loopback, where nobody is.</summary>
internal sealed class VipPrefixIsHostCheck() : VipOnLoopbackCheck(new CheckInfo(
    "V02",
    "Each VIP's prefix holds the VIP alone",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new(DnsClientServerAddressClass.Class)]).With(Shown.ByPacketIfKnown))
{
    /// <summary>The metric that Windows gives to the routes of addresses.</summary>
    private const long OnLinkMetric = 256;

    protected override bool IsKept => true;

    protected override Finding Judge(CheckContext context, HostInterface on, HostAddress vip)
    {
        string subject = vip.Address.ToString();
        string what = $"The prefix length of {vip.Address} on {on.Alias}";
        if (vip.OnLinkPrefix is not { } prefix)
            return Unknown(Missing.Property(what, vip.PrefixLength), subject);
        string expected = "/" + vip.Family.Bits();
        string actual = "/" + prefix.Length;
        if (prefix.IsHost)
            return Passed(subject, $"{what} is {prefix.Length}.", expected, actual);

        string wide = $"{what} is {prefix.Length} instead of {vip.Family.Bits()}";
        Advice fix = HowToNarrow(context, on, vip);
        Peers peers = context.Peers(vip.Family);
        if (context.VipBelongsOnTrafficInterface && peers.Subnets.Any(subnet => subnet.Range.Covers(prefix.Range)))
            return Failed(Severity.Warning, subject, $"{wide}; {prefix} is on link there anyway.", fix, expected, actual);
        RouteClaims claims = RouteClaims.Of(context, OnLinkRoute(context, on, prefix), peers);
        if (claims.Taken.Count > 0)
        {
            return Failed(
                subject, $"{wide}: its route {prefix} takes traffic away from {claims.TakenInWords}.", fix, expected, actual);
        }

        if (claims.Missing is { } missing)
        {
            return Unknown(
                subject, $"{wide}, and whether its route {prefix} takes traffic away is not known: {missing.Reason}", fix, expected, actual);
        }

        string now = claims.Covered.Count == 0
            ? "covers nobody whom the server is known to need"
            : $"covers {claims.CoveredInWords} and loses there to better routes for now";
        return Failed(Severity.Warning, subject, $"{wide}: its route {prefix} {now}.", fix, expected, actual);
    }

    /// <summary>The route that the prefix makes. One that was deleted by hand is back after a restart, so it is judged as if it were there.</summary>
    private static Route OnLinkRoute(CheckContext context, HostInterface on, IPPrefix prefix) =>
        (context.Snapshot.Routes.Rows ?? []).FirstOrDefault(route => route.InterfaceIndex == on.Index && route.Destination.Equals(prefix))
        ?? new Route(CimRow.From(NetRouteClass.Class, new Dictionary<string, object?>
        {
            [NetRouteClass.InterfaceIndex.Name] = (long)on.Index,
            [NetRouteClass.DestinationPrefix.Name] = prefix.ToString(),
            [NetRouteClass.NextHop.Name] = prefix.Family.Wildcard().ToString(),
            [NetRouteClass.RouteMetric.Name] = OnLinkMetric,
        }));

    private static Advice HowToNarrow(CheckContext context, HostInterface on, HostAddress vip) =>
        context.Environment == DsrEnvironment.Cluster
            ? "Set the narrowest subnet mask that the cluster's address resource takes: the cluster sets the address again whenever it comes online."
            : AddressCommands.MakeHost(on.Index, vip.Address);
}
