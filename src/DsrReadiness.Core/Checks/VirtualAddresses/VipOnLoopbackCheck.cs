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

    protected sealed override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (!context.LoopbackOf(vip).TryGet(out HostInterface? on, out Missing? missing)
            || !context.RowsOf(vip, CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out missing))
        {
            return Unknown(missing, vip.ToString());
        }

        HostAddress? row = rows.FirstOrDefault(each => each.InterfaceIndex == on.Index);
        return row is null ? NotApplicable($"{vip} is not on {on.Alias}. See V01.") : Judge(context, on, row);
    }
}
