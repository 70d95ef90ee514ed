using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Plans.Journals;

/// <summary>Tells from the journals of a server which loopback devices this project made and has not removed.</summary>
internal static class JournalDevices
{
    /// <summary>The devices as a reading, so that checks look at them as at all else.</summary>
    /// <param name="runs">The runs on the server, oldest first.</param>
    public static CimReading Read(IEnumerable<JournalRun> runs)
    {
        var made = new SortedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (JournalRun run in runs)
        {
            foreach (JournalStep step in run.Steps.Where(each => each.Change.Row.Class == LoopbackDeviceClass.Class))
            {
                if (step.MadeDevice is { } device && step.Status != StepStatus.Undone)
                    made[device] = GuidOf(run, device);
                else if (!step.Change.To.IsPresent && step.Status == StepStatus.Done && RemovedDevice(step) is { } removed)
                    made.Remove(removed);
            }
        }

        return CimReading.Of(JournalDeviceClass.Class, CimStore.None, made.Select(Row).ToArray());
    }

    /// <summary>A device has a GUID only once its adapter is there: the first step on it has seen it.</summary>
    private static string? GuidOf(JournalRun run, string device) => run.Steps
        .Select(step => step.On)
        .FirstOrDefault(on => string.Equals(on?.DeviceInstanceId, device, StringComparison.OrdinalIgnoreCase))?.InterfaceGuid;

    private static string? RemovedDevice(JournalStep step) => step.Change.Row.Where.Count > 0 ? step.Change.Row.Where[0].Value as string : null;

    private static CimRow Row(KeyValuePair<string, string?> device) => CimRow.From(
        JournalDeviceClass.Class,
        [
            new KeyValuePair<string, object?>(JournalDeviceClass.InstanceId.Name, device.Key),
            new KeyValuePair<string, object?>(JournalDeviceClass.InterfaceGuid.Name, device.Value),
        ]);
}
