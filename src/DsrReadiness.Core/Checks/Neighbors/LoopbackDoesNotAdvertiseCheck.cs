using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>A loopback that advertises itself as an IPv6 router makes the host behave as one.</summary>
internal sealed class LoopbackDoesNotAdvertiseCheck() : HostModelCheck(new CheckInfo(
    "N03",
    "The loopback sends no router advertisements",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.Contains(IPFamily.IPv6)
        ? Judge(
            context,
            (_, family) => family == IPFamily.IPv6 ? context.LoopbacksOf(family) : [],
            HostModelSetting.Advertising,
            Toggle.Disabled,
            "a loopback is not a router")
        : [NotApplicable("The service has no IPv6 VIP.")];
}
