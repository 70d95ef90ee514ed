using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>A device that waits for a restart works by what it was, not by what it was made.</summary>
internal sealed class NoPendingRestartCheck() : Check(new CheckInfo(
    "H04",
    "No loopback device of the service waits for a restart",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        var judged = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Fact<HostInterface> fact in context.Loopbacks())
        {
            if (!fact.TryGet(out HostInterface? loopback, out Missing? missing))
                yield return Unknown(missing);
            else if (loopback.Adapter is not { } adapter)
                yield return NotApplicable($"The VIP is on {loopback.Alias}, the built-in loopback, which is not a device.");
            else if (!context.Topology.DeviceOf(adapter).TryGet(out PnPDevice? device, out missing))
                yield return Unknown(missing, loopback.Alias);
            else if (judged.Add(device.InstanceId))
                yield return Judge(context, loopback.Alias, loopback.Index, device);
        }

        foreach (Finding finding in OfJournal(context, judged))
            yield return finding;
    }

    /// <summary>Devices that hold no VIP of this service, but were made by this project. One that is gone waits for nothing; A05 says that it is gone.</summary>
    private IEnumerable<Finding> OfJournal(CheckContext context, HashSet<string> judged)
    {
        if (context.Inputs.Journal is not { } journal)
            yield break;
        if (!journal.TryGet(out IReadOnlyList<JournalDevice>? made, out Missing? missing))
        {
            yield return Unknown(missing);
            yield break;
        }

        foreach (PnPDevice device in context.Snapshot.PnPDevices.Rows ?? [])
        {
            if (made.Any(each => string.Equals(each.InstanceId, device.InstanceId, StringComparison.OrdinalIgnoreCase)) && judged.Add(device.InstanceId))
                yield return Judge(context, device.InstanceId, null, device);
        }
    }

    private Finding Judge(CheckContext context, string subject, uint? index, PnPDevice device)
    {
        if (!device.ProblemCode.TryGet(out uint code))
            return Unknown(Missing.Property("ConfigManagerErrorCode of " + subject, device.ProblemCode), subject);
        return PendingRestart.Is(code)
            ? Failed(subject, PendingRestart.Reason(subject, code), PendingRestart.Cure(context, index, code), "no restart pending", $"restart pending (code {code})")
            : Passed(subject, $"The device of {subject} waits for no restart.", "no restart pending", "no restart pending");
    }
}
