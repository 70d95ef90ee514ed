using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Adapters: renamed, disabled and enabled by methods of the row.</summary>
internal sealed class NetAdapters : LabClass<NetInterface>
{
    private static readonly char[] s_forbiddenInNames = ['\\', '/', ':', '*', '?', '"', '<', '>', '|', '\t', '\r', '\n', '\0'];

    public NetAdapters(Machine machine)
        : base(NetAdapterClass.Class, machine)
    {
        Column(NetAdapterClass.Name, adapter => adapter.Alias);
        Column(NetAdapterClass.InterfaceGuid, adapter => adapter.Guid);
        Column(NetAdapterClass.InterfaceIndex, adapter => adapter.Index);
        Column(NetAdapterClass.InterfaceDescription, adapter => adapter.Hardware!.Description);
        Column(NetAdapterClass.ComponentID, adapter => ComponentId(adapter.Hardware!.Device));
        Column(NetAdapterClass.PnPDeviceID, adapter => adapter.Hardware!.Device.InstanceId);
        Column(NetAdapterClass.InterfaceOperationalStatus, adapter => adapter.IsUp ? InterfaceStatus.Up : InterfaceStatus.Down);
        Column(NetAdapterClass.InterfaceAdminStatus, adapter => adapter.Hardware!.IsEnabled ? AdminStatus.Up : AdminStatus.Down);
        Column(NetAdapterClass.State, adapter => adapter.Hardware!.IsEnabled ? AdapterState.Started : AdapterState.Disabled);
        Column(NetAdapterClass.PermanentAddress, adapter => adapter.Hardware!.MacAddress);
        Column(NetAdapterClass.NetworkAddresses, adapter => new[] { adapter.Hardware!.MacAddress });
        Column(NetAdapterClass.Virtual, _ => false);
        Method("Rename", Rename, new LabParameter("NewName", CimType.String, IsRequired: true));
        Method("Enable", (adapter, _) => Enable(adapter));
        Method("Disable", (adapter, _) => Disable(adapter));
        Method("Restart", (adapter, _) => Restart(adapter));
    }

    protected override IEnumerable<NetInterface> Items(CimStore store) => Machine.Adapters;

    /// <summary>In lower case, as seen for some drivers: hardware ids are compared ignoring case.</summary>
    private static string ComponentId(Device device) => device.IsLoopback ? "*msloop" : device.HardwareId;

    private static CimOutcome Disable(NetInterface adapter)
    {
        adapter.Hardware!.IsEnabled = false;
        adapter.Refresh();
        return CimOutcome.Done();
    }

    private CimOutcome Enable(NetInterface adapter)
    {
        if (!adapter.Hardware!.IsEnabled)
        {
            adapter.Hardware.IsEnabled = true;
            if (Machine.Behaviour.IndexChangesOnEnable)
                adapter.Index = Machine.NextIndex();
            adapter.Refresh();
        }

        return CimOutcome.Done();
    }

    private CimOutcome Restart(NetInterface adapter)
    {
        Disable(adapter);
        return Enable(adapter);
    }

    private CimOutcome Rename(NetInterface adapter, LabArguments arguments)
    {
        string name = arguments.Get<string>("NewName")!;
        if (name.Trim().Length == 0 || name.Trim() != name || name.Length > 255 || name.IndexOfAny(s_forbiddenInNames) >= 0)
            return Refusal.InvalidParameter("'" + name + "' is not a name for an adapter.");
        if (Machine.Find(name) is { } holder && holder != adapter)
            return Refusal.Of(FailureKind.AlreadyExists, "An interface '" + name + "' exists already.");
        if (Machine.Behaviour.TransientRenames > 0)
        {
            Machine.Behaviour.TransientRenames--;
            return Refusal.Of(FailureKind.Transient, "The transaction is not active.");
        }

        adapter.Alias = name;
        return CimOutcome.Done();
    }
}
