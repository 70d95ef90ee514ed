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
        ILookup<bool?, IPAddress> byTaker = Asked(context.Service).GroupBy(each => each.Address, each => HttpListeners.HaveOneOf(table, each.Address, each.Ports))
            .ToLookup(each => each.Contains(true) ? true : each.Contains(null) ? null : (bool?)false, each => each.Key);
        IPAddress[] asked = [.. byTaker[true]];
        IPAddress[] untold = [.. byTaker[null]];
        if (asked.Length == 0 && untold.Length == 0)
            return [NotApplicable("HTTP.sys (process 4) listens on no port of the service and of the probe.")];
        if (!HttpListeners.ListOf(context.Snapshot).TryGet(out IReadOnlyList<IPAddress>? list, out missing))
            return [Unknown(missing)];
        if (list.Count == 0)
            return [Passed(null, "HTTP.sys listens on every address: its listen list is empty.", "the VIP, or no list", "no list")];

        // HTTP.sys is restarted once for all that the list lacks.
        Advice put = Advice.Run(
            "Put what it lacks on the list, and restart HTTP.sys with what depends on it. Then start again what was stopped.",
            ServiceCommands.ListenOn(asked.Where(each => !HttpListeners.Covers(list, each))));
        return asked.Select(address => Judge(address, list, put)).Concat(untold.Select(address => HttpListeners.Covers(list, address) ? Judge(address, list, put) : Untold(address))).ToArray();
    }

    /// <summary>Addresses and TCP ports that are asked: those of the service, and what the probe asks.</summary>
    private static IEnumerable<(IPAddress Address, IEnumerable<int> Ports)> Asked(DsrService service)
    {
        int[] ports = [.. service.Ports.Where(port => port.Protocol == TransportProtocol.Tcp).SelectMany(port => Enumerable.Range(port.First, port.Last - port.First + 1))];
        foreach (IPAddress vip in service.VirtualIPAddresses)
            yield return (vip, ports);
        if (service.Probe is { Protocol: TransportProtocol.Tcp, Port: { } number } given)
            yield return (given.Address, [number]);
    }

    private Finding Untold(IPAddress address) => Unknown(
        address.ToString(),
        $"Whether HTTP.sys has the socket that takes traffic for {address} could not be read (OwningProcess), and its listen list does not hold {address}.",
        "Collect again with an administrator's rights.");

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
