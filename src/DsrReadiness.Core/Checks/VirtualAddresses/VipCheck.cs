using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A question asked of each VIP of the service.</summary>
internal abstract class VipCheck(CheckInfo info) : Check(info)
{
    public sealed override IEnumerable<Finding> Evaluate(CheckContext context) =>
        context.Service.VirtualIPAddresses.Select(vip => Judge(context, vip));

    protected abstract Finding Judge(CheckContext context, IPAddress vip);

    /// <summary>The rows of a VIP in one store, on whatever interface.</summary>
    protected static Fact<IReadOnlyList<HostAddress>> RowsOf(CheckContext context, IPAddress vip, CimStore store)
    {
        Reading<HostAddress> reading = context.Snapshot.Addresses(store);
        return reading.TryGet(out IReadOnlyList<HostAddress>? rows, out CimFailure? failure)
            ? rows.Where(row => row.Address.Equals(vip)).ToArray()
            : Missing.Reading(reading.Name, failure);
    }
}
