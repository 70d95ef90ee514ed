using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>Nobody could verify whether duplicate address detection matters on an adapter without a wire; so it is reported and not judged.</summary>
internal sealed class DuplicateAddressDetectionCheck() : Check(new CheckInfo(
    "N04",
    "The number of duplicate address detection probes of the loopback is reported",
    [Severity.Information],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.SelectMany(
        family => context.LoopbacksOf(family).Select(loopback => Report(context, loopback, family)));

    private Finding Report(CheckContext context, Fact<HostInterface> fact, IPFamily family)
    {
        if (!fact.TryGet(out HostInterface? loopback, out Missing? missing)
            || !context.IPInterface(loopback, family, CimStore.Active).TryGet(out IPInterface? row, out missing))
        {
            return Unknown(missing, loopback?.Alias);
        }

        return row.DadTransmits.TryGet(out uint probes)
            ? Passed(
                loopback.Alias,
                $"DadTransmits of {loopback} ({family}) is {probes}: {(probes == 0 ? "new addresses are used at once" : "new addresses are probed for first")}.",
                actual: probes.ToString(CultureInfo.InvariantCulture))
            : Unknown(Missing.Property($"DadTransmits of {loopback} ({family})", row.DadTransmits), loopback.Alias);
    }
}
