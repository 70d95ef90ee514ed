using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Checks;

/// <summary>What a journal tells, in a test.</summary>
internal static class JournalOf
{
    public const string ReadyGuid = "{0C3A7B1E-0000-4000-8000-000000000012}";

    /// <summary>Devices and the GUIDs that they were made with.</summary>
    public static CheckInputs Devices(params (string InstanceId, string? Guid)[] devices) => new(journal: Reading(devices));

    public static CimReading Reading(params (string InstanceId, string? Guid)[] devices) => CimReading.Of(
        JournalDeviceClass.Class,
        CimStore.None,
        devices.Select(each => CimRow.From(JournalDeviceClass.Class, [new("InstanceId", each.InstanceId), new("InterfaceGuid", each.Guid)])).ToArray());

    public static CheckInputs Unreadable() => new(
        journal: CimReading.Failed(JournalDeviceClass.Class, CimStore.None, new CimFailure(FailureKind.AccessDenied, "as the test wants it")));
}
