using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Devices;

/// <summary><c>SP_REMOVEDEVICE_PARAMS</c>, with its header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RemoveDeviceParameters
{
    private const uint HeaderSize = 8;

    public uint Size;
    public uint Function;
    public uint Scope;
    public uint HardwareProfile;

    /// <summary>Removal from all hardware profiles.</summary>
    public static RemoveDeviceParameters Everywhere() =>
        new() { Size = HeaderSize, Function = NativeMethods.RemoveDevice, Scope = NativeMethods.RemoveGlobal };
}
