using System;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Devices;

/// <summary><c>SP_DEVINFO_DATA</c>: one device of a set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DeviceInfoData
{
    public uint Size;
    public Guid ClassGuid;
    public uint DevInst;
    public IntPtr Reserved;

    public static DeviceInfoData New() => new() { Size = (uint)Marshal.SizeOf<DeviceInfoData>() };
}
