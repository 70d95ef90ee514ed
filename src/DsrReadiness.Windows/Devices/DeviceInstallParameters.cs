using System;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Devices;

/// <summary><c>SP_DEVINSTALL_PARAMS_W</c>, of which the flags are read.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
internal struct DeviceInstallParameters
{
    public uint Size;
    public uint Flags;
    public uint FlagsEx;
    public IntPtr Parent;
    public IntPtr InstallMessageHandler;
    public IntPtr InstallMessageHandlerContext;
    public IntPtr FileQueue;
    public IntPtr ClassInstallReserved;
    public uint Reserved;

    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 260)]
    public string DriverPath;

    public static DeviceInstallParameters New() => new() { Size = (uint)Marshal.SizeOf<DeviceInstallParameters>(), DriverPath = string.Empty };
}
