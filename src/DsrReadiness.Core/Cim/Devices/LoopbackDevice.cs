namespace DsrReadiness.Cim.Devices;

/// <summary>A KM-TEST loopback device, as plug and play knows it.</summary>
/// <param name="instanceId">The device instance id, such as <c>ROOT\NET\0000</c>; compared ignoring case.</param>
public sealed class LoopbackDevice(string instanceId)
{
    /// <summary>The device instance id, such as <c>ROOT\NET\0000</c>; compared ignoring case.</summary>
    public string InstanceId { get; } = instanceId;
}
