using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>
/// Nearly every procedure enables it, and no source shows that a packet is ever dropped for want of it: hence a warning, and no more.
/// </summary>
internal sealed class WeakHostReceiveOnLoopbackCheck() : HostModelCheck(new CheckInfo(
    "M03",
    "The loopback is set up for weak host receive, as the published procedures have it",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => Judge(
        context,
        Loopbacks,
        HostModelSetting.WeakHostReceive,
        Toggle.Enabled,
        "nearly every published procedure enables it on the loopback, though none shows that it is needed");
}
