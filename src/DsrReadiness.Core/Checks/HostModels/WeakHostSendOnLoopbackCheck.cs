using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>A reply from the VIP has to leave by another interface than the one that owns it: strong host send there forbids that.</summary>
internal sealed class WeakHostSendOnLoopbackCheck() : HostModelCheck(new CheckInfo(
    "M02",
    "Replies from the VIP may leave by another interface",
    [Severity.Error],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => Judge(
        context,
        Loopbacks,
        HostModelSetting.WeakHostSend,
        Toggle.Enabled,
        "replies from the VIP cannot leave by the traffic interface");
}
