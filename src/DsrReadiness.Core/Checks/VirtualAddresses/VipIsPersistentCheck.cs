using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>An address of the active store alone is gone after a restart.</summary>
internal sealed class VipIsPersistentCheck() : VipCheck(new CheckInfo(
    "V05",
    "VipIsPersistent",
    "Each VIP is still there after a restart",
    [Severity.Error],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    ReadingId.Interfaces,
    CheckNeeds.Loopback,
    shown: Shown.Nowhere))
{
    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing)
            || !RowsOf(context, vip, CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? active, out missing)
            || !RowsOf(context, vip, CimStore.Persistent).TryGet(out IReadOnlyList<HostAddress>? persistent, out missing))
        {
            return Unknown(missing, vip.ToString());
        }

        if (IsOn(loopback, persistent))
            return Passed(vip.ToString(), $"{vip} on {loopback.Alias} is in the persistent store.");
        if (!IsOn(loopback, active))
            return NotApplicable($"{vip} is not on {loopback.Alias}. See V01.");
        return Failed(
            vip.ToString(),
            $"{vip} on {loopback.Alias} is in the active store only: it is gone after the next restart.",
            Advice.Run(
                "Take the server out of service at the balancer, then remove it and add it again.",
                [AddressCommands.Remove(loopback.Index, vip, "ActiveStore"), AddressCommands.Add(loopback.Index, vip)]),
            "Active and Persistent",
            "Active");
    }

    private static bool IsOn(HostInterface loopback, IReadOnlyList<HostAddress> rows) => rows.Any(row => row.InterfaceIndex == loopback.Index);
}
