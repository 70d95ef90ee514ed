using System.Collections.Generic;

namespace DsrReadiness.Cim.Devices;

/// <summary>The loopback devices of a server, or the failure that came in their place.</summary>
public sealed class DeviceReading
{
    private DeviceReading(IReadOnlyList<LoopbackDevice>? devices, CimFailure? failure)
    {
        Devices = devices;
        Failure = failure;
    }

    /// <summary>The devices, or null if the reading failed.</summary>
    public IReadOnlyList<LoopbackDevice>? Devices { get; }

    /// <summary>The failure, or null if there are devices to list, possibly none.</summary>
    public CimFailure? Failure { get; }

    /// <summary>A reading that brought devices, possibly none.</summary>
    public static DeviceReading Of(IReadOnlyList<LoopbackDevice> devices) => new(devices, null);

    /// <summary>A reading that failed.</summary>
    public static DeviceReading Failed(CimFailure failure) => new(null, failure);
}
