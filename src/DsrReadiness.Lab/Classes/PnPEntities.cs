using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Plug and play devices, those included whose adapter has not appeared.</summary>
internal sealed class PnPEntities : LabClass<Device>
{
    private const int Works = 0;
    private const int NeedsRestart = 14;
    private const int WillBeRemoved = 21;
    private const int Disabled = 22;

    public PnPEntities(Machine machine)
        : base(PnPEntityClass.Class, machine)
    {
        Column(PnPEntityClass.DeviceID, device => device.InstanceId);
        Column(PnPEntityClass.HardwareID, device => new[] { device.HardwareId });
        Column(PnPEntityClass.ConfigManagerErrorCode, ProblemCode);
    }

    protected override IEnumerable<Device> Items(CimStore store) => Machine.Devices.All;

    private object ProblemCode(Device device)
    {
        if (Machine.Devices.IsLeaving(device))
            return WillBeRemoved;
        if (Machine.Devices.IsArriving(device))
            return NeedsRestart;
        return Machine.Devices.AdapterOf(device)?.Hardware?.IsEnabled == false ? Disabled : Works;
    }
}
