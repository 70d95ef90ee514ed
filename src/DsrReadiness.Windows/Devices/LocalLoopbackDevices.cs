using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Devices;

/// <summary>The loopback devices of this computer. Installing takes seconds, so the work is done on another thread.</summary>
internal sealed class LocalLoopbackDevices : ILoopbackDevices
{
    /// <summary>Installing a driver takes seconds, and half a minute on a busy server; one that does not come back at all was seen.</summary>
    private static readonly CallLimit s_limit = new(TimeSpan.FromMinutes(3));

    /// <inheritdoc/>
    public Task<DeviceReading> FindAsync(CancellationToken cancellationToken) => s_limit.ReadAsync(
        _ => Task.FromResult(Try(() => DeviceReading.Of([.. SetupDevices.Find().Select(id => new LoopbackDevice(id))]), DeviceReading.Failed)), DeviceReading.Failed, cancellationToken);

    /// <inheritdoc/>
    public Task<DeviceOutcome> CreateAsync(CancellationToken cancellationToken) => Change(
        () =>
        {
            (string id, bool restart) = SetupDevices.Create();
            return DeviceOutcome.Done(new LoopbackDevice(id), restart);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<DeviceOutcome> RemoveAsync(string instanceId, CancellationToken cancellationToken) => Change(
        () => SetupDevices.Remove(instanceId) is { } restart
            ? DeviceOutcome.Done(new LoopbackDevice(instanceId), restart)
            : DeviceOutcome.Failed(new CimFailure(FailureKind.NotFound, $"There is no loopback device {instanceId}.")),
        cancellationToken);

    private static Task<DeviceOutcome> Change(Func<DeviceOutcome> change, CancellationToken cancellationToken) => s_limit.ChangeAsync(
        _ => Task.FromResult(Bitness.Refusal() is { } refusal ? DeviceOutcome.Failed(refusal) : Try(change, DeviceOutcome.Failed)), DeviceOutcome.Failed, cancellationToken);

    private static T Try<T>(Func<T> work, Func<CimFailure, T> failed)
    {
        try
        {
            return work();
        }
        catch (Win32Exception e)
        {
            return failed(new CimFailure(WindowsError.OfNumber(unchecked((uint)e.NativeErrorCode)), $"{e.Message} ({e.NativeErrorCode})"));
        }
        catch (Exception e) when (e is SEHException or EntryPointNotFoundException)
        {
            return failed(new CimFailure(FailureKind.NotSupported, "This Windows cannot install devices: " + e.Message));
        }
    }
}
