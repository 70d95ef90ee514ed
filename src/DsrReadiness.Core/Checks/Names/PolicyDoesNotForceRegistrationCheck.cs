using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Names;

/// <summary>
/// A policy that switches dynamic registration on may be where the VIP comes from that somebody took out of DNS by hand. Microsoft's texts contradict each other on whether an interface
/// on which it is off stays out then, so that this is told, and no fault.
/// </summary>
internal sealed class PolicyDoesNotForceRegistrationCheck() : Check(new CheckInfo(
    "D03",
    "A policy that switches DNS registration on is reported",
    [Severity.Information],
    [new ReadingId(RegistryValueClass.Class)]).With(Outcome.Passed, Outcome.Unknown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!Registry.Find(context.Snapshot, RegistryNames.RegistrationEnabled).TryGet(out RegistryValue? registration, out Missing? missing)
            || !Registry.Find(context.Snapshot, RegistryNames.RegisterAdapterName).TryGet(out RegistryValue? suffix, out missing))
        {
            return [Unknown(missing)];
        }

        return [Judge(registration, suffix)];
    }

    private Finding Judge(RegistryValue registration, RegistryValue suffix)
    {
        if (registration.IsAbsent)
            return Passed(null, "No policy says whether DNS registration is on." + SuffixNote(suffix), "absent or 0", "absent");
        switch (registration.Number)
        {
            case 0:
                return Passed(null, "The policy \"Dynamic update\" switches DNS registration off." + SuffixNote(suffix), "absent or 0", "0");
            case 1:
                return Passed(
                    null,
                    "The policy \"Dynamic update\" switches DNS registration on; whether an interface on which it is off stays out then is not known." + SuffixNote(suffix),
                    "absent or 0",
                    "1");
            default:
                return Unknown(
                    null, $"{RegistryNames.RegistrationEnabled} is neither 0 nor 1.", "Set the policy \"Dynamic update\" anew, and collect again.", "absent or 0");
        }
    }

    private static string SuffixNote(RegistryValue suffix) =>
        suffix.Number == 1 ? " A policy has names registered with the connection's own suffix as well." : string.Empty;
}
