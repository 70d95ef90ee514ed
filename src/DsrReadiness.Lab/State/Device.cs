using System;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.State;

/// <summary>A network device as plug and play knows it. Its adapter may appear later, or never.</summary>
internal sealed class Device(string instanceId, string hardwareId)
{
    public string InstanceId { get; } = instanceId;

    public string HardwareId { get; } = hardwareId;

    public bool IsLoopback => NetAdapter.IsLoopbackId(HardwareId);

    public bool IsCalled(string instanceId) => string.Equals(InstanceId, instanceId, StringComparison.OrdinalIgnoreCase);
}
