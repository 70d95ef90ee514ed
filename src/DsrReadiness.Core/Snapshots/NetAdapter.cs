using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
