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
/// A TCP connection answers from the address that it was opened to; a UDP socket bound to every address leaves the source of its answers to the program, which may choose the one that was asked, or
/// to Windows, which takes an address of the best route's interface: the VIP is on another one. Nothing that can be read shows which.
/// </summary>
internal sealed class UdpRepliesFromVipCheck() : Check(new CheckInfo(
    "S05",
    "UDP services answer from the VIP",
    [Severity.Error],
    [new ReadingId(NetUdpEndpointClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        Asked[] asked = AskedOf(context.Service).ToArray();
        if (asked.Length == 0)
            return [NotApplicable("Neither the service nor the probe of a VIP has a UDP port.")];
        return context.Listeners(TransportProtocol.Udp).TryGet(out ListenerTable? table, out Missing? missing)
            ? asked.Select(each => Judge(table, each.Vip, each.Port, context.Service.UdpAnswer))
            : [Unknown(missing)];
    }

    private static IEnumerable<Asked> AskedOf(DsrService service)
    {
        foreach (IPAddress vip in service.VirtualIPAddresses)
        {
            foreach (ServicePort port in service.Ports.Where(port => port.Protocol == TransportProtocol.Udp))
                yield return new Asked(vip, port);
            if (service.Probe is { Protocol: TransportProtocol.Udp, Port: { } number } probe && probe.Address.Equals(vip) && !service.Ports.Any(port => port.Includes(TransportProtocol.Udp, number)))
                yield return new Asked(vip, ServicePort.Single(TransportProtocol.Udp, number));
        }
    }

    private Finding Judge(ListenerTable table, IPAddress vip, ServicePort port, DsrUdpAnswer? answer)
    {
        string subject = port + " on " + vip;
        Listener[] covering = Enumerable.Range(port.First, port.Last - port.First + 1).Select(number => table.Covering(vip, number)).OfType<Listener>().ToArray();
        if (covering.Length == 0)
            return NotApplicable($"Nothing listens on {subject}: see S01.");
        Listener[] wide = covering.Where(each => !each.Address.Equals(vip)).ToArray();
        if (wide.Length == 0)
            return Passed(subject, $"On {subject}, {covering[0]}.", vip.ToString(), vip.ToString());
        if (wide.FirstOrDefault(each => !HttpListeners.IsQuic(each)) is not { } unbound)
            return Passed(subject, $"On {subject}, {wide[0]}: HTTP/3 and SMB over QUIC answer from the address that was asked.", vip.ToString(), wide[0].Address.ToString());
        string bound = $"On {subject}, {unbound}";
        string address = unbound.Address.ToString();
        return answer switch
        {
            DsrUdpAnswer.FromVip => Passed(subject, $"{bound}, and answers from the address that was asked, as UdpAnswer says.", vip.ToString(), address),
            DsrUdpAnswer.None => Passed(subject, $"{bound}, and sends no answer, as UdpAnswer says.", vip.ToString(), address),
            DsrUdpAnswer.FromServer => Failed(
                subject,
                $"{bound}, and answers from the server's own address, as UdpAnswer says: clients drop answers from an address that they did not ask.",
                $"Bind the service to {vip}.",
                vip.ToString(),
                address),
            _ => Unknown(
                subject,
                $"{bound}: whether its answers leave from {vip} cannot be seen.",
                $"Bind the service to {vip}. Or specify what it does: UdpAnswer FromVip if it answers from the address that was asked, None if it sends no answer, FromServer if Windows chooses.",
                vip.ToString(),
                address),
        };
    }

    private sealed record Asked(IPAddress Vip, ServicePort Port);
}
