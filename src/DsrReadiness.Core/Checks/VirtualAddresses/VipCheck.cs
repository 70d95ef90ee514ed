using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A question asked of each VIP of the service.</summary>
internal abstract class VipCheck(CheckInfo info) : Check(info)
{
    public sealed override IEnumerable<Finding> Evaluate(CheckContext context) =>
        context.Service.VirtualIPAddresses.Select(vip => Judge(context, vip));

    protected abstract Finding Judge(CheckContext context, IPAddress vip);
}
