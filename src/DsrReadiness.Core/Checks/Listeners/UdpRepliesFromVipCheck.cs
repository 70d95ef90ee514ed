using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>
/// A TCP connection answers from the address that it was opened to; a UDP socket bound to every address leaves the source of its answers to Windows, which may choose the
/// server's own. No source says for certain what it does.
/// </summary>
internal sealed class UdpRepliesFromVipCheck() : Check(new CheckInfo(
    "S05",
    "UdpRepliesFromVip",
    "UDP services are bound to the VIP",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(NetUdpEndpointClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        ServicePort[] ports = context.Service.Ports.Where(port => port.Protocol == TransportProtocol.Udp).ToArray();
        if (ports.Length == 0)
            return [NotApplicable("The service has no UDP port.")];
        return ListenerTable.Of(context.Snapshot, TransportProtocol.Udp).TryGet(out ListenerTable? table, out Missing? missing)
            ? context.Service.VirtualIPAddresses.SelectMany(vip => ports.Select(port => Judge(table, vip, port)))
            : [Unknown(missing)];
    }

    private Finding Judge(ListenerTable table, IPAddress vip, ServicePort port)
    {
        string subject = port + " on " + vip;
        Listener[] covering = Enumerable.Range(port.First, port.Last - port.First + 1).Select(number => table.Covering(vip, number)).OfType<Listener>().ToArray();
        if (covering.Length == 0)
            return NotApplicable($"Nothing listens on {subject}; S01 says so.");
        return covering.FirstOrDefault(each => !each.Address.Equals(vip)) is { } wide
            ? Failed(
                subject,
                $"On {subject}, {wide}: Windows chooses the source of its answers, which may be another address than the VIP.",
                $"Bind the service to {vip}; or make sure that it answers from the address that it was asked at.",
                vip.ToString(),
                wide.Address.ToString())
            : Passed(subject, $"On {subject}, {covering[0]}.", vip.ToString(), vip.ToString());
    }
}
