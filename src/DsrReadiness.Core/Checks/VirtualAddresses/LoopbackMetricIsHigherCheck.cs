using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>The metric decides only between routes of one length, of which a loopback with host prefixes has none to share; so it is reported and not judged.</summary>
internal sealed class LoopbackMetricIsHigherCheck() : Check(new CheckInfo(
    "V11",
    "LoopbackMetricIsHigher",
    "The metric of the loopback is reported beside that of the traffic interface",
    [Severity.Information],
    [Outcome.Passed, Outcome.NotApplicable, Outcome.Unknown],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.SelectMany(
        family => context.LoopbacksOf(family).Select(loopback => Report(context, loopback, family)));

    private static Fact<uint> MetricOf(CheckContext context, HostInterface of, IPFamily family)
    {
        if (!context.IPInterface(of, family, CimStore.Active).TryGet(out IPInterface? row, out Missing? missing))
            return missing;
        return row.Metric.TryGet(out uint metric) ? metric : Missing.Property($"InterfaceMetric of {of} ({family})", row.Metric);
    }

    private Finding Report(CheckContext context, Fact<HostInterface> fact, IPFamily family)
    {
        if (!fact.TryGet(out HostInterface? loopback, out Missing? missing) || !MetricOf(context, loopback, family).TryGet(out uint own, out missing)
            || !context.TrafficInterface.TryGet(out HostInterface? traffic, out missing) || !MetricOf(context, traffic, family).TryGet(out uint other, out missing))
        {
            return Unknown(missing, loopback?.Alias);
        }

        string compared = own > other ? "higher than" : own == other ? "the same as" : "lower than";
        return Passed(
            loopback.Alias,
            $"The metric of {loopback} ({family}) is {own}, {compared} that of {traffic}, {other}.",
            actual: own.ToString(CultureInfo.InvariantCulture));
    }
}
