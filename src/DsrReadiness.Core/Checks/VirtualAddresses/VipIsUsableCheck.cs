using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>Not every address can be a service's: it must be a host's, and not this server's own.</summary>
internal sealed class VipIsUsableCheck() : VipCheck(new CheckInfo(
    "V12",
    "VipIsUsable",
    "Each VIP is an address that a balancer can own",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    ReadingId.Interfaces))
{
    private const string Unicast = "a unicast address of the service's own";
    private const string GiveTheServiceAddress = "Give the address that clients use and the balancer owns.";

    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (SpecialAddresses.KindOf(vip) is { } kind)
            return Failed(vip.ToString(), $"{vip} is {kind}: no host can have it on a network.", GiveTheServiceAddress, Unicast, kind);
        Reading<HostAddress> reading = context.Snapshot.Addresses(CimStore.Active);
        if (!reading.TryGet(out IReadOnlyList<HostAddress>? addresses, out CimFailure? failure))
            return Unknown(vip.ToString(), reading.Name, failure);
        HostAddress[] others = addresses
            .Where(each => each.Family == vip.Family() && !context.Service.VirtualIPAddresses.Contains(each.Address)).ToArray();
        IPPrefix? subnet = others.Select(each => each.OnLinkPrefix)
            .FirstOrDefault(each => each is not null && vip.Equals(SpecialAddresses.BroadcastOf(each)));
        if (subnet is not null)
            return Failed(vip.ToString(), $"{vip} is the broadcast address of {subnet}, a subnet of the server.", GiveTheServiceAddress, Unicast, "a broadcast address");
        return JudgeHolders(context, vip, addresses.Where(each => each.Address.Equals(vip)), others);
    }

    /// <summary>
    /// Is it the server's own? A VIP that was put on the traffic interface by mistake stands beside another address there, and is V03's
    /// matter; an address without which the traffic interface would have none is the server's own.
    /// </summary>
    private Finding JudgeHolders(CheckContext context, IPAddress vip, IEnumerable<HostAddress> rows, HostAddress[] others)
    {
        uint[] holders = rows.Select(row => row.InterfaceIndex).Where(index => !context.Topology.IsLoopback(index)).ToArray();
        if (holders.Length == 0)
            return Usable(vip);
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out Missing? missing))
            return Unknown(missing, vip.ToString());
        return !holders.Contains(traffic.Index)
            || others.Any(each => each.InterfaceIndex == traffic.Index && SpecialAddresses.KindOf(each.Address) is null)
            ? Usable(vip)
            : Failed(vip.ToString(), $"{vip} is the server's own address on {traffic.Alias}.", GiveTheServiceAddress, Unicast, "the server's own address");
    }

    private Finding Usable(IPAddress vip) => Passed(vip.ToString(), $"{vip} is a unicast address and not the server's own.");
}
