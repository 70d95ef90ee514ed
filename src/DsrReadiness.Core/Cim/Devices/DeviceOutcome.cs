namespace DsrReadiness.Cim.Devices;

/// <summary>What became of creating or removing a device.</summary>
public sealed class DeviceOutcome
{
    private DeviceOutcome(LoopbackDevice? device, bool restartNeeded, CimFailure? failure)
    {
        Device = device;
        RestartNeeded = restartNeeded;
        Failure = failure;
    }

    /// <summary>The device that was made or removed; null if that failed.</summary>
    public LoopbackDevice? Device { get; }

    /// <summary>True if Windows wants to be restarted before the change is complete.</summary>
    public bool RestartNeeded { get; }

    /// <summary>The failure, or null if it was done.</summary>
    public CimFailure? Failure { get; }

    /// <summary>It was done.</summary>
    public static DeviceOutcome Done(LoopbackDevice device, bool restartNeeded = false) => new(device, restartNeeded, null);

    /// <summary>It failed, and left nothing behind.</summary>
    public static DeviceOutcome Failed(CimFailure failure) => new(null, false, failure);
}
