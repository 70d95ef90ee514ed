using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>HTTP.sys, through which IIS listens, may be limited to a list of addresses, for all sites at once and whatever their bindings say.</summary>
internal sealed class HttpListenListCoversVipCheck() : Check(new CheckInfo(
    "S04",
    "HTTP.sys is not kept from the VIP by its listen list",
    [Severity.Error],
    [new ReadingId(RegistryValueClass.Class), new ReadingId(NetTcpConnectionClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Service.Ports.All(port => port.Protocol != TransportProtocol.Tcp) && context.Service.Probe?.Protocol != TransportProtocol.Tcp)
            return [NotApplicable("HTTP.sys is asked by TCP, and neither service nor probe is.")];
        if (!context.Listeners(TransportProtocol.Tcp).TryGet(out ListenerTable? table, out Missing? missing))
            return [Unknown(missing)];
        IPAddress[] asked = Asked(context.Service, table);
        if (asked.Length == 0)
            return [NotApplicable("HTTP.sys (process 4) listens on no port of the service and of the probe.")];
        if (!HttpListeners.ListOf(context.Snapshot).TryGet(out IReadOnlyList<IPAddress>? list, out missing))
            return [Unknown(missing)];
        if (list.Count == 0)
            return [Passed(null, "HTTP.sys listens on every address: its listen list is empty.", "the VIP, or no list", "no list")];

        // HTTP.sys is restarted once for all that the list lacks.
        Advice put = Advice.Run(
            "Put what it lacks on the list, and restart HTTP.sys with what depends on it. Then start again what was stopped.",
            ServiceCommands.ListenOn(asked.Where(each => !HttpListeners.Covers(list, each))));
        return asked.Select(address => Judge(address, list, put)).ToArray();
    }

    /// <summary>The VIPs on whose ports HTTP.sys listens, and the probe's address if it has that port.</summary>
    private static IPAddress[] Asked(DsrService service, ListenerTable table)
    {
        IEnumerable<IPAddress> vips = service.VirtualIPAddresses.Where(
            vip => service.Ports.Any(port => port.Protocol == TransportProtocol.Tcp && HttpListeners.HaveOneOf(table, vip, port.First, port.Last)));
        IEnumerable<IPAddress> probe = service.Probe is { Protocol: TransportProtocol.Tcp, Port: { } number } given && HttpListeners.HaveOneOf(table, given.Address, number, number)
            ? [given.Address]
            : [];
        return vips.Concat(probe).Distinct().ToArray();
    }

    private Finding Judge(IPAddress address, IReadOnlyList<IPAddress> list, Advice put)
    {
        string listed = Wording.Some(list.Select(each => each.ToString()).ToArray());
        return HttpListeners.Covers(list, address)
            ? Passed(address.ToString(), $"The listen list of HTTP.sys covers {address}.", address.ToString(), listed)
            : Failed(
                address.ToString(),
                $"HTTP.sys listens on {listed} alone, and not on {address}, whatever the bindings of its sites say.",
                put,
                address.ToString(),
                listed);
    }
}
