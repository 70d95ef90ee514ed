using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>
/// The metric decides between routes of one length. Every interface has those of multicast and broadcast: a loopback with the lowest metric takes both, and nobody on the segment hears them.
/// </summary>
internal sealed class LoopbackMetricIsHigherCheck() : Check(new CheckInfo(
    "V11",
    "The metric of the loopback is not lower than that of the traffic interface",
    [Severity.Warning, Severity.Information],
    ReadingId.Interfaces,
    CheckNeeds.Loopback).With(Shown.ByPacket))
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
        string reason = $"The metric of {loopback} ({family}) is {own}, {compared} that of {traffic}, {other}";
        string actual = own.ToString(CultureInfo.InvariantCulture);
        if (own > other || loopback.Kind == InterfaceKind.BuiltInLoopback)
            return new Finding(Outcome.Passed, Severity.Information, loopback.Alias, reason + ".", Actual: actual);
        string shared = family == IPFamily.IPv4 ? "224.0.0.0/4 and 255.255.255.255/32" : "ff00::/8";
        if (own == other)
            return new Finding(Outcome.Passed, Severity.Information, loopback.Alias, $"{reason}: by which of them multicast and broadcast ({shared}) leave is not known.", Actual: actual);
        return Failed(
            Severity.Warning,
            loopback.Alias,
            $"{reason}: {loopback} takes what the server sends to {shared}, and nobody hears it.",
            Advice.Run($"Give {loopback} a high metric.", new InterfaceMetric(Place.Of(loopback.Index), family, InterfaceMetric.High).Command),
            "higher than " + other.ToString(CultureInfo.InvariantCulture),
            actual);
    }
}
