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
    "Each VIP is still there after a restart",
    [Severity.Error],
    ReadingId.Interfaces,
    CheckNeeds.Loopback).With(Shown.Nowhere))
{
    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing)
            || !context.RowsOf(vip, CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? active, out missing)
            || !context.RowsOf(vip, CimStore.Persistent).TryGet(out IReadOnlyList<HostAddress>? persistent, out missing))
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
