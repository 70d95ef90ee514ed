using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Lab.State;

/// <summary>Plug and play: loopback devices come and go, and their adapters follow some time later.</summary>
internal sealed class DeviceManager(Machine machine)
{
    public const string LoopbackMac = "02004C4F4F50";
    private const string LoopbackDescription = "Microsoft KM-TEST Loopback Adapter";
    private const int Works = 0;
    private const int NeedsRestart = 14;
    private const int WillBeRemoved = 21;
    private const int Disabled = 22;
    private readonly List<Device> _devices = [];
    private readonly List<Device> _arriving = [];
    private readonly List<Device> _leaving = [];

    public IReadOnlyList<Device> All => _devices;

    public IReadOnlyList<LoopbackDevice> FindLoopbacks() =>
        _devices.Where(each => each.IsLoopback).Select(each => new LoopbackDevice(each.InstanceId)).ToArray();

    public DeviceOutcome Create()
    {
        if (machine.Behaviour.InstallationFails is { } kind)
            return DeviceOutcome.Failed(new CimFailure(kind, "The driver could not be installed; the device was removed again."));
        Device device = Register("*MSLOOP");
        bool needsRestart = machine.Behaviour.InstallationNeedsRestart;
        if (needsRestart)
            _arriving.Add(device);
        else
            machine.Agenda.After(machine.Behaviour.AdapterAppearsAfter, () => BringUp(device));
        return DeviceOutcome.Done(new LoopbackDevice(device.InstanceId), needsRestart);
    }

    public DeviceOutcome Remove(string instanceId)
    {
        Device? device = _devices.Find(each => each.IsCalled(instanceId));
        if (device is null)
            return DeviceOutcome.Failed(new CimFailure(FailureKind.NotFound, "There is no device '" + instanceId + "'."));
        if (!device.IsLoopback)
        {
            return DeviceOutcome.Failed(
                new CimFailure(FailureKind.InvalidParameter, $"'{instanceId}' has the hardware id '{device.HardwareId}' and is not a loopback."));
        }

        bool needsRestart = machine.Behaviour.InstallationNeedsRestart;
        if (needsRestart)
            _leaving.Add(device);
        else
            TakeAway(device);
        return DeviceOutcome.Done(new LoopbackDevice(device.InstanceId), needsRestart);
    }

    /// <summary>The problem code of a device: one that comes or goes with the next restart has one of its own.</summary>
    public int ProblemOf(Device device) =>
        _leaving.Contains(device) ? WillBeRemoved
        : _arriving.Contains(device) ? NeedsRestart
        : AdapterOf(device)?.Hardware?.IsEnabled == false ? Disabled
        : Works;

    /// <summary>What waited for a restart is completed by it.</summary>
    public void Restart()
    {
        foreach (Device device in _leaving)
            TakeAway(device);
        _leaving.Clear();
        _arriving.Clear();
        foreach (Device device in _devices.Where(each => each.IsLoopback && AdapterOf(each) is null).ToArray())
            AddAdapter(device);
    }

    /// <summary>Registers a device of the first instance id that is free under <c>ROOT\NET</c>.</summary>
    public Device Register(string hardwareId)
    {
        for (int i = 0; ; i++)
        {
            string instanceId = @"ROOT\NET\" + i.ToString("D4", CultureInfo.InvariantCulture);
            if (!_devices.Exists(each => each.IsCalled(instanceId)))
                return Register(new Device(instanceId, hardwareId));
        }
    }

    public Device Register(Device device)
    {
        _devices.Add(device);
        return device;
    }

    /// <summary>Gives a loopback device its adapter.</summary>
    public NetInterface AddAdapter(Device device, string? alias = null, string? description = null)
    {
        NetInterface adapter = machine.Add(new Hardware(device, FreeDescription(description ?? LoopbackDescription), LoopbackMac), alias);
        adapter.IPv4.SetDhcp(true);
        adapter.IPv6.SetDhcp(true);
        return adapter;
    }

    public NetInterface? AdapterOf(Device device) => machine.Interfaces.Find(each => each.Hardware?.Device == device);

    private void BringUp(Device device)
    {
        if (!_devices.Contains(device))
            return;
        NetInterface adapter = AddAdapter(device);
        adapter.Hardware!.IsFresh = true;
        machine.Agenda.After(machine.Behaviour.IPAppearsAfter, () => GetIP(adapter));
    }

    private void GetIP(NetInterface adapter)
    {
        if (machine.Interfaces.Contains(adapter))
            adapter.GetIP();
    }

    private void TakeAway(Device device)
    {
        _devices.Remove(device);
        _arriving.Remove(device);
        if (AdapterOf(device) is not { } adapter)
            return;
        foreach (IPLayer layer in adapter.Layers)
            layer.Stop();
        machine.Interfaces.Remove(adapter);
        if (adapter.Layers.Any(layer => layer.Addresses(CimStore.Persistent).Count > 0))
            machine.Gone.Add(adapter);
    }

    private string FreeDescription(string description)
    {
        for (int i = 1; ; i++)
        {
            string free = i == 1 ? description : description + " #" + i.ToString(CultureInfo.InvariantCulture);
            if (machine.Adapters.All(each => each.Hardware!.Description != free))
                return free;
        }
    }
}
