using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A probe of another protocol, or of the server's own address, finds the server alive that drops every packet for the VIP.</summary>
internal sealed class ProbeMatchesServiceCheck() : Check(new CheckInfo(
    "S03",
    "The probe asks what clients ask",
    [Severity.Warning],
    [],
    CheckNeeds.Port).With(Outcome.Passed, Outcome.Failed, Outcome.NotApplicable))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => [Judge(context.Service)];

    private static string Upper(TransportProtocol protocol) => protocol.ToString().ToUpperInvariant();

    private Finding Judge(DsrService service)
    {
        if (service.Probe is not { } probe)
            return NotApplicable("No probe of the balancer is given.");
        string blind = service.VirtualIPAddresses.Contains(probe.Address)
            ? string.Empty
            : $" It asks {probe.Address} and not a VIP, so that it does not see when the VIP is missing or its packets are dropped.";
        string protocols = string.Join(" and ", service.Ports.Select(port => Upper(port.Protocol)).Distinct());
        return service.Ports.Any(port => port.Protocol == probe.Protocol)
            ? Passed(probe.ToString(), $"The probe {probe} is {Upper(probe.Protocol)}, as the service is.{blind}", protocols, Upper(probe.Protocol))
            : Failed(
                probe.ToString(),
                $"The probe {probe} is {Upper(probe.Protocol)}, and the service is {protocols}: the server may be taken for alive while the service is not.{blind}",
                $"Let the balancer probe a port of the service, such as {service.Ports[0]}, on the VIP if it can.",
                protocols,
                Upper(probe.Protocol));
    }
}
