using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A loopback device that this project made.</summary>
internal sealed class JournalDevice(CimRow row)
{
    /// <summary>The device instance id; compare ignoring case.</summary>
    public string InstanceId { get; } = row.Require(JournalDeviceClass.InstanceId);

    /// <summary>The GUID of its interface when it was made.</summary>
    public Field<string> InterfaceGuid => row.Get(JournalDeviceClass.InterfaceGuid);
}
