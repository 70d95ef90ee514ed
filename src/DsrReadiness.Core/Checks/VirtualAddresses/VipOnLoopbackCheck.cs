using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A question asked of the address row of each VIP on its loopback.</summary>
internal abstract class VipOnLoopbackCheck(CheckInfo info) : VipCheck(info)
{
    protected abstract Finding Judge(CheckContext context, HostInterface on, HostAddress vip);

    /// <summary>True if what is asked is in the persistent store too, which the next start loads.</summary>
    protected virtual bool IsKept => false;

    protected sealed override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (!context.LoopbackOf(vip).TryGet(out HostInterface? on, out Missing? missing)
            || !context.RowsOf(vip, CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out missing))
        {
            return Unknown(missing, vip.ToString());
        }

        HostAddress? row = rows.FirstOrDefault(each => each.InterfaceIndex == on.Index);
        if (row is null)
            return NotApplicable($"{vip} is not on {on.Alias}. See V01.");
        Finding now = Judge(context, on, row);
        return now.Outcome == Outcome.Passed && IsKept && Later(context, on, vip) is { } later ? later : now;
    }

    /// <summary>What fails in the persistent store alone: a warning, since it is so after the next restart.</summary>
    private Finding? Later(CheckContext context, HostInterface on, IPAddress vip) =>
        context.RowsOf(vip, CimStore.Persistent).TryGet(out IReadOnlyList<HostAddress>? kept, out _)
            && kept.FirstOrDefault(each => each.InterfaceIndex == on.Index) is { } row && Judge(context, on, row) is { Outcome: Outcome.Failed } later
            ? later with { Severity = Severity.Warning, Reason = "After the next restart, by the persistent store: " + later.Reason }
            : null;
}
