using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A packet for the VIP arrives on the traffic interface, which does not own the VIP: strong host receive there drops it.</summary>
internal sealed class WeakHostReceiveOnTrafficInterfaceCheck() : HostModelCheck(new CheckInfo(
    "M01",
    "The traffic interface accepts packets for addresses of other interfaces",
    [Severity.Error],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => Judge(
        context,
        TrafficInterface,
        HostModelSetting.WeakHostReceive,
        Toggle.Enabled,
        "packets for the VIP that arrive there are silently dropped, since another interface owns the VIP",
        whileForwarding: "the interface forwards packets, and what a strong host that routes does with one for the VIP is not known");
}
