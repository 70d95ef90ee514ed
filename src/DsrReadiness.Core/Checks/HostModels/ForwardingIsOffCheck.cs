using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A real server is no router: with forwarding on, a packet for a VIP that is gone is sent on instead of dropped.</summary>
internal sealed class ForwardingIsOffCheck() : HostModelCheck(new CheckInfo(
    "M07",
    "Neither the traffic interface nor the loopback forwards packets",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    private const string Consequence = "packets for an address that the server does not have, such as a VIP taken off it, are sent on instead of dropped";

    public override IEnumerable<Finding> Evaluate(CheckContext context) =>
        Judge(context, TrafficInterface, HostModelSetting.Forwarding, Toggle.Disabled, Consequence)
            .Concat(Judge(context, Loopbacks, HostModelSetting.Forwarding, Toggle.Disabled, Consequence));
}
