using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A few procedures enable it; by the host model the interface that a reply leaves by is not asked.</summary>
internal sealed class WeakHostSendOnTrafficInterfaceCheck() : HostModelCheck(new CheckInfo(
    "M04",
    "Weak host send of the traffic interface is reported",
    [Severity.Information],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => Report(
        context,
        TrafficInterface,
        HostModelSetting.WeakHostSend,
        "replies from a VIP that a loopback owns do not depend on it");
}
