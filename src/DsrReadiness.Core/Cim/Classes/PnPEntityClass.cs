using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Plug and play devices.</summary>
public static class PnPEntityClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_PnPEntity", CimEvidence.Referenced, since: WindowsRelease.Server2008);

    /// <summary>The device instance id; its case differs between classes.</summary>
    public static readonly CimProperty<string> DeviceID = s_class.String("DeviceID", RedactionKind.Device, key: true);

    /// <summary>Holds <c>*MSLOOP</c> for the loopback.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> HardwareID = s_class.Strings("HardwareID", RedactionKind.Component);

    /// <summary>0 works, 22 disabled.</summary>
    public static readonly CimProperty<uint> ConfigManagerErrorCode = s_class.UInt32("ConfigManagerErrorCode");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A plug and play device.</summary>
internal sealed class PnPDevice(CimRow row)
{
    /// <summary>The device instance id; compare ignoring case.</summary>
    public string InstanceId { get; } = row.Require(PnPEntityClass.DeviceID);

    public Field<IReadOnlyList<string>> HardwareIds => row.Get(PnPEntityClass.HardwareID);

    /// <summary>0 works, 22 is disabled, anything else is a problem.</summary>
    public Field<uint> ProblemCode => row.Get(PnPEntityClass.ConfigManagerErrorCode);
}
