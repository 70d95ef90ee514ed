using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Cim.Classes;

/// <summary>Network adapters. The built-in loopback is not among them.</summary>
public static class NetAdapterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetAdapter", CimEvidence.Captured, otherKeys: InheritedKeys.Device);

    /// <summary>The connection name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Alias);

    /// <summary>Survives restarts and renaming.</summary>
    public static readonly CimProperty<string> InterfaceGuid = s_class.String("InterfaceGuid", RedactionKind.Guid);

    /// <summary>Does not survive a restart, nor disabling and enabling.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Translated on localised Windows: never recognise an adapter by it.</summary>
    public static readonly CimProperty<string> InterfaceDescription = s_class.String("InterfaceDescription", RedactionKind.Dropped);

    /// <summary>The hardware id that the driver was installed for; <c>*MSLOOP</c> in any case for the loopback. That every release shows it is unverified.</summary>
    public static readonly CimProperty<string> ComponentID = s_class.String("ComponentID", RedactionKind.Component);

    /// <summary>The device instance id; its case differs between classes.</summary>
    public static readonly CimProperty<string> PnPDeviceID = s_class.String("PnPDeviceID", RedactionKind.Device);

    /// <summary>Up, down and why.</summary>
    public static readonly CimProperty<InterfaceStatus> InterfaceOperationalStatus = s_class.Enum<InterfaceStatus>("InterfaceOperationalStatus", CimType.UInt32);

    /// <summary>What the administrator wants it to be.</summary>
    public static readonly CimProperty<AdminStatus> InterfaceAdminStatus = s_class.Enum<AdminStatus>("InterfaceAdminStatus", CimType.UInt32);

    /// <summary>The device's state; 3 is disabled.</summary>
    public static readonly CimProperty<AdapterState> State = s_class.Enum<AdapterState>("State", CimType.UInt32);

    /// <summary>The MAC address, without separators on the hosts seen.</summary>
    public static readonly CimProperty<string> PermanentAddress = s_class.String("PermanentAddress", RedactionKind.Mac);

    /// <summary>The MAC addresses that it answers with, which need not be the permanent one: a team's, or one that an administrator set.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> NetworkAddresses = s_class.Strings("NetworkAddresses", RedactionKind.Mac);

    /// <summary>Does not tell a loopback: its adapter says false.</summary>
    public static readonly CimProperty<bool> Virtual = s_class.Boolean("Virtual");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        // A row cannot be modified: its name and whether it is enabled have methods of their own.
        Method = (_, wanted) => wanted[InterfaceAdminStatus] is { } status
            ? (InterfaceAdminStatus.Same(status, (long)AdminStatus.Up) ? "Enable" : "Disable", [])
            : ("Rename", [new CimAssignment("NewName", CimType.String, wanted[Name])]),
    });
}

/// <summary>A network adapter.</summary>
internal sealed class NetAdapter(CimRow row)
{
    /// <summary>The hardware id of the KM-TEST loopback adapter.</summary>
    public const string LoopbackHardwareId = "*MSLOOP";

    public uint InterfaceIndex { get; } = row.Require(NetAdapterClass.InterfaceIndex);

    public Field<string> Alias => row.Get(NetAdapterClass.Name);

    public Field<string> InterfaceGuid => row.Get(NetAdapterClass.InterfaceGuid);

    public Field<string> ComponentId => row.Get(NetAdapterClass.ComponentID);

    public Field<string> DeviceInstanceId => row.Get(NetAdapterClass.PnPDeviceID);

    public Field<InterfaceStatus> OperationalStatus => row.Get(NetAdapterClass.InterfaceOperationalStatus);

    public Field<AdminStatus> AdminStatus => row.Get(NetAdapterClass.InterfaceAdminStatus);

    public Field<AdapterState> State => row.Get(NetAdapterClass.State);

    public Field<string> PermanentAddress => row.Get(NetAdapterClass.PermanentAddress);

    /// <summary>The MAC addresses that it answers with, as they were read, beside the permanent one.</summary>
    public IEnumerable<string> MacAddresses => row.Get(NetAdapterClass.NetworkAddresses).Or([]).Append(PermanentAddress.Or(string.Empty));

    /// <summary>True if the text is the loopback's hardware id, in any case.</summary>
    public static bool IsLoopbackId(string hardwareId) => string.Equals(hardwareId, LoopbackHardwareId, StringComparison.OrdinalIgnoreCase);
}
