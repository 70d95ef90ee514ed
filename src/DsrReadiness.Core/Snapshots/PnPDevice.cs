using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A plug and play device.</summary>
internal sealed class PnPDevice(CimRow row)
{
    /// <summary>The device instance id; compare ignoring case.</summary>
    public string InstanceId { get; } = row.Require(PnPEntityClass.DeviceID);

    public Field<IReadOnlyList<string>> HardwareIds => row.Get(PnPEntityClass.HardwareID);

    /// <summary>0 works, 22 is disabled, anything else is a problem.</summary>
    public Field<uint> ProblemCode => row.Get(PnPEntityClass.ConfigManagerErrorCode);
}
