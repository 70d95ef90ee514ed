using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>
/// The balancer rewrites the destination MAC, so that it has to be on the server's own segment. Addresses only hint at that: several subnets may share one
/// segment, and one balancer may have a leg in each.
/// </summary>
internal sealed class BalancerOnSameSegmentCheck() : Check(new CheckInfo(
    "H03",
    "A balancer is on the segment of the traffic interface",
    [Severity.Warning],
    ReadingId.Interfaces))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Environment is DsrEnvironment.Azure or DsrEnvironment.GcpAgent)
            return [NotApplicable($"In environment {context.Environment} the cloud delivers the frames, wherever its balancer stands.")];
        IPAddress[] balancers = context.Service.Balancers.Where(each => context.Families.Contains(each.Family())).ToArray();
        if (balancers.Length == 0)
            return [NotApplicable("No balancer of the service's families is named.")];
        return balancers.GroupBy(each => each.Family()).Select(family => Judge(context, family.Key, family.ToArray()));
    }

    private Finding Judge(CheckContext context, IPFamily family, IPAddress[] balancers)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            return Unknown(missing);
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
            return Unknown(missing, on.Alias);
        if (balancers.FirstOrDefault(context.OwnAddresses.Contains) is { } self)
        {
            return Failed(
                on.Alias,
                $"The balancer {self} is an address of this server: what is compared with it says nothing of the balancer.",
                "Give the balancer's own address, as it is on the servers' segment.",
                "an address of the balancer",
                self.ToString());
        }

        HostAddress[] own = addresses.Where(each => each.InterfaceIndex == on.Index && each.Family == family
            && !context.Service.VirtualIPAddresses.Contains(each.Address)).ToArray();
        IPPrefix[] segments = own.Select(each => each.OnLinkPrefix).OfType<IPPrefix>().Distinct().ToArray();
        if (balancers.FirstOrDefault(each => segments.Any(segment => segment.Contains(each))) is { } near)
            return Passed(on.Alias, $"The balancer {near} is on a segment of {on}.", actual: near.ToString());
        if (own.FirstOrDefault(each => each.OnLinkPrefix is null) is { } unclear)
            return Unknown(Missing.Property($"PrefixLength of {unclear.Address} on {on}", unclear.PrefixLength), on.Alias);
        if (OwnAddressFault.Of(context, on, family).TryGet(out InterfaceFault? fault, out _) && fault is not null)
            return NotApplicable($"{fault.Reason} Which segment it is on is not known then; see H09.");
        string here = segments.Length == 0 ? $"no {family} subnet" : Wording.Some([.. segments.Select(each => each.ToString())]);
        return Failed(
            on.Alias,
            $"No balancer ({Wording.Some([.. balancers.Select(each => each.ToString())])}) is in a subnet of {on}, which has {here}: frames with a rewritten MAC "
                + "reach this server only if both are on one segment all the same.",
            "Make sure that balancer and server share a segment; or give the balancer's own address there; or give the traffic interface, if it is another one.",
            here,
            Wording.Some([.. balancers.Select(each => each.ToString())]));
    }
}
