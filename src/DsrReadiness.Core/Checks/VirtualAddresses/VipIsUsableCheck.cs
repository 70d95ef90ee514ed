using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>Not every address can be a service's: it must be a host's, and neither this server's own nor that of somebody whom the server needs.</summary>
internal sealed class VipIsUsableCheck() : VipCheck(new CheckInfo(
    "V12",
    "Each VIP is an address that a balancer can own",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(DnsClientServerAddressClass.Class)]))
{
    public const string GiveTheServiceAddress = "Give the address that clients use and the balancer owns.";

    private const string Unicast = "a unicast address of the service's own";
    private const int DnsPort = 53;

    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (SpecialAddresses.KindOf(vip) is { } kind)
            return Failed(vip.ToString(), $"{vip} is {kind}: no host can have it on a network.", GiveTheServiceAddress, Unicast, kind);
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out Missing? missing))
            return Unknown(missing, vip.ToString());
        HostAddress[] others = addresses
            .Where(each => each.Family == vip.Family() && !context.Service.VirtualIPAddresses.Contains(each.Address)).ToArray();
        foreach (IPPrefix subnet in others.Select(each => each.OnLinkPrefix).OfType<IPPrefix>())
        {
            if (SpecialAddresses.EndOf(subnet, vip) is { } end)
                return Failed(vip.ToString(), $"{vip} is {end} of {subnet}, a subnet of the server.", GiveTheServiceAddress, Unicast, end);
        }

        if (JudgeNeighbours(context, vip) is { } taken)
            return taken;
        return JudgeHolders(context, vip, addresses.Where(each => each.Address.Equals(vip)), others);
    }

    /// <summary>Once the VIP is the server's own, the server reaches whoever else has that address no more.</summary>
    private Finding? JudgeNeighbours(CheckContext context, IPAddress vip)
    {
        if (context.Snapshot.Routes.Rows?.FirstOrDefault(each => each.NextHop.Is(vip) && !context.Topology.IsLoopback(each.InterfaceIndex)) is { } route)
        {
            return Failed(
                vip.ToString(),
                $"{vip} is a gateway of this server: its route to {route.Destination} leads there.",
                $"{GiveTheServiceAddress} If {vip} is the VIP, correct the route.",
                Unicast,
                "a gateway");
        }

        if (context.Snapshot.DnsServers.Rows?.Any(each => each.Servers.Contains(vip)) != true)
            return null;
        return context.Service.Ports.Any(port => port.First <= DnsPort && DnsPort <= port.Last)
            ? Failed(
                Severity.Warning,
                vip.ToString(),
                $"{vip} is a DNS server of this server, which asks itself once it has the VIP.",
                "Have the server ask DNS servers by their own addresses.",
                "DNS servers other than the VIP",
                "the VIP")
            : Failed(
                vip.ToString(),
                $"{vip} is a DNS server of this server.",
                $"{GiveTheServiceAddress} If the service is DNS itself, name its port {DnsPort.ToString(CultureInfo.InvariantCulture)}.",
                Unicast,
                "a DNS server");
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
