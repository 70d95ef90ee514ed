using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>Network adapters. The built-in loopback is not among them.</summary>
public static class NetAdapterClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetAdapter", CimEvidence.Captured, otherKeys: InheritedKeys.Device);

    /// <summary>The connection name.</summary>
    public static CimProperty<string> Name { get; } = s_class.String("Name");

    /// <summary>Survives restarts and renaming.</summary>
    public static CimProperty<string> InterfaceGuid { get; } = s_class.String("InterfaceGuid");

    /// <summary>Does not survive a restart, nor disabling and enabling.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>Translated on localised Windows: never recognise an adapter by it.</summary>
    public static CimProperty<string> InterfaceDescription { get; } = s_class.String("InterfaceDescription");

    /// <summary>The hardware id that the driver was installed for; <c>*MSLOOP</c> in any case for the loopback. That every release shows it is unverified.</summary>
    public static CimProperty<string> ComponentID { get; } = s_class.String("ComponentID");

    /// <summary>The device instance id; its case differs between classes.</summary>
    public static CimProperty<string> PnPDeviceID { get; } = s_class.String("PnPDeviceID");

    /// <summary>Up, down and why.</summary>
    public static CimProperty<InterfaceStatus> InterfaceOperationalStatus { get; } = s_class.Enum<InterfaceStatus>("InterfaceOperationalStatus", CimType.UInt32);

    /// <summary>What the administrator wants it to be.</summary>
    public static CimProperty<AdminStatus> InterfaceAdminStatus { get; } = s_class.Enum<AdminStatus>("InterfaceAdminStatus", CimType.UInt32);

    /// <summary>The device's state; 3 is disabled.</summary>
    public static CimProperty<AdapterState> State { get; } = s_class.Enum<AdapterState>("State", CimType.UInt32);

    /// <summary>The MAC address, without separators on the hosts seen.</summary>
    public static CimProperty<string> PermanentAddress { get; } = s_class.String("PermanentAddress");

    /// <summary>The MAC addresses that it answers with, which need not be the permanent one: a team's, or one that an administrator set.</summary>
    public static CimProperty<IReadOnlyList<string>> NetworkAddresses { get; } = s_class.Strings("NetworkAddresses");

    /// <summary>Does not tell a loopback: its adapter says false.</summary>
    public static CimProperty<bool> Virtual { get; } = s_class.Boolean("Virtual");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build(new CimWriting
    {
        // A row cannot be modified: its name and whether it is enabled have methods of their own.
        Method = (_, wanted) => wanted[InterfaceAdminStatus] is { } status
            ? (InterfaceAdminStatus.Same(status, (long)AdminStatus.Up) ? "Enable" : "Disable", [])
            : ("Rename", [new CimAssignment("NewName", CimType.String, wanted[Name])]),
    });
}
