using Microsoft.Win32.SafeHandles;

namespace DsrReadiness.Windows.Devices;

/// <summary>A set of devices.</summary>
internal sealed class DeviceInfoSet() : SafeHandleMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => NativeMethods.SetupDiDestroyDeviceInfoList(handle);
}
