using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>Undoing a set-up goes by the device and its GUID: if they parted, somebody removed the adapter and made another.</summary>
internal sealed class LoopbackIdentityUnchangedCheck() : Check(new CheckInfo(
    "A05",
    "The loopback adapter is the one that was made",
    [Severity.Warning],
    [new ReadingId(NetAdapterClass.Class)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Journal is not { } journal)
            return [NotApplicable("No journal of this server is given.")];
        if (!journal.TryGet(out IReadOnlyList<JournalDevice>? made, out Missing? missing))
            return [Unknown(missing)];
        if (made.Count == 0)
            return [NotApplicable("The journal lists no loopback device that was made and not removed.")];
        return context.Snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out missing)
            ? made.Select(device => Judge(device, adapters)).ToArray()
            : [Unknown(missing)];
    }

    private static bool AreSame(Field<string> one, string other) => string.Equals(one.Or(string.Empty), other, StringComparison.OrdinalIgnoreCase);

    private Finding Judge(JournalDevice device, IReadOnlyList<NetAdapter> adapters)
    {
        if (!device.InterfaceGuid.TryGet(out string guid))
            return NotApplicable($"The journal has no GUID of {device.InstanceId}: the run ended before its adapter was seen.");
        if (adapters.FirstOrDefault(each => AreSame(each.DeviceInstanceId, device.InstanceId)) is not { } adapter)
        {
            string now = adapters.FirstOrDefault(each => AreSame(each.InterfaceGuid, guid)) is { } moved && moved.DeviceInstanceId.TryGet(out string other)
                ? "its GUID belongs to " + other
                : "it is gone";
            return Changed(device, $"{device.InstanceId} was made as a loopback adapter, and {now}.", guid, now);
        }

        if (!adapter.InterfaceGuid.TryGet(out string found))
            return Unknown(Missing.Property("InterfaceGuid of " + device.InstanceId, adapter.InterfaceGuid), device.InstanceId);
        return AreSame(adapter.InterfaceGuid, guid)
            ? Passed(device.InstanceId, $"{device.InstanceId} still has the GUID that it was made with.", guid, found)
            : Changed(device, $"{device.InstanceId} has another GUID than when it was made: it is another adapter under the same name.", guid, found);
    }

    private Finding Changed(JournalDevice device, string reason, string expected, string actual) => Failed(
        device.InstanceId,
        reason,
        "Look at who replaced the adapter; an undo of the run that made it leaves what is there now alone. Run Invoke-DsrPlan to set up and record what is there.",
        expected,
        actual);
}
