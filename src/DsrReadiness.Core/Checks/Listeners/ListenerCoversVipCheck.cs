using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A packet for the VIP that got in meets a service there.</summary>
internal sealed class ListenerCoversVipCheck() : ListenerCheck(new CheckInfo(
    "S01",
    "A service listens on every port of every VIP",
    [Severity.Error],
    [new ReadingId(NetTcpConnectionClass.Class), new ReadingId(NetUdpEndpointClass.Class), new ReadingId(RegistryValueClass.Class), new ReadingId(ServiceClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        foreach (IGrouping<TransportProtocol, ServicePort> ports in context.Service.Ports.GroupBy(port => port.Protocol))
        {
            if (!context.Listeners(ports.Key).TryGet(out ListenerTable? table, out Missing? missing))
            {
                yield return Unknown(missing);
                continue;
            }

            foreach (IPAddress vip in context.Service.VirtualIPAddresses)
            {
                foreach (ServicePort port in ports)
                    yield return Judge(context, table, vip, port);
            }
        }
    }
}
