using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>HTTP.sys, through which IIS listens, may be limited to a list of addresses, for all sites at once and whatever their bindings say.</summary>
internal sealed class HttpListenListCoversVipCheck() : Check(new CheckInfo(
    "S04",
    "HttpListenListCoversVip",
    "HTTP.sys is not kept from the VIP by its listen list",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(RegistryValueClass.Class), new ReadingId(NetTcpConnectionClass.Class)],
    CheckNeeds.Port))
{
    private const uint Kernel = 4;

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!ListenerTable.Of(context.Snapshot, TransportProtocol.Tcp).TryGet(out ListenerTable? table, out Missing? missing))
            return [Unknown(missing)];
        IPAddress[] asked = Asked(context.Service, table);
        if (asked.Length == 0)
            return [NotApplicable("HTTP.sys (process 4) listens on no port of the service and of the probe.")];
        if (!Registry.Find(context.Snapshot, RegistryNames.ListenOnlyList).TryGet(out RegistryValue? value, out missing))
            return [Unknown(missing)];
        if (value.Texts.Count == 0)
            return [Passed(null, "HTTP.sys listens on every address: its listen list is empty.", "the VIP, or no list", "no list")];
        var list = new List<IPAddress>();
        foreach (string text in value.Texts)
        {
            if (!AddressText.TryParse(text, out IPAddress? address))
                return [Unknown(null, $"The listen list of HTTP.sys holds '{text}', which is no address.", "Look at the list: netsh http show iplisten.")];
            list.Add(address);
        }

        return asked.Select(address => Judge(address, list)).ToArray();
    }

    /// <summary>The VIPs if HTTP.sys has a port of the service, and the probe's address if it has that port.</summary>
    private static IPAddress[] Asked(DsrService service, ListenerTable table)
    {
        IEnumerable<IPAddress> vips = service.Ports.Any(port => port.Protocol == TransportProtocol.Tcp && IsHttp(table, port.First, port.Last))
            ? service.VirtualIPAddresses
            : [];
        IEnumerable<IPAddress> probe = service.Probe is { Protocol: TransportProtocol.Tcp, Port: { } number } given && IsHttp(table, number, number)
            ? [given.Address]
            : [];
        return vips.Concat(probe).Distinct().ToArray();
    }

    private static bool IsHttp(ListenerTable table, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(port => table.On(port).Any(listener => listener.Process.Is(Kernel)));

    private Finding Judge(IPAddress address, List<IPAddress> list)
    {
        IPAddress wildcard = address.Family() == IPFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any;
        string listed = Wording.Some(list.Select(each => each.ToString()).ToArray());
        return list.Contains(address) || list.Contains(wildcard)
            ? Passed(address.ToString(), $"The listen list of HTTP.sys covers {address}.", address.ToString(), listed)
            : Failed(
                address.ToString(),
                $"HTTP.sys listens on {listed} alone, and not on {address}, whatever the bindings of its sites say.",
                $"Run: netsh http add iplisten address={address}; then restart HTTP.sys and what depends on it: net stop http /y, and start the services again.",
                address.ToString(),
                listed);
    }
}
