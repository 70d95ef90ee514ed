using System;
using System.Runtime.InteropServices;

// Of every function of Windows that is called here.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]

namespace DsrReadiness.Windows.Devices;

/// <summary>
/// The functions of SetupAPI and newdev that make, find and remove a device (Microsoft's reference of both; constants from <c>setupapi.h</c>). Windows itself has the one declaration of each
/// structure on 64 bits and on 32: natural alignment gives both.
/// </summary>
internal static class NativeMethods
{
    public const uint GenerateId = 0x1; // DICD_GENERATE_ID
    public const uint HardwareId = 0x1; // SPDRP_HARDWAREID
    public const uint RegisterDevice = 0x19; // DIF_REGISTERDEVICE
    public const uint RemoveDevice = 0x5; // DIF_REMOVE
    public const uint RemoveGlobal = 0x1; // DI_REMOVEDEVICE_GLOBAL
    public const uint NeedRestart = 0x80; // DI_NEEDRESTART
    public const uint NeedReboot = 0x100; // DI_NEEDREBOOT
    public const int NoMoreItems = 259;
    public const int InsufficientBuffer = 122;
    public const int InvalidData = 13; // the device has no such property

    private const string SetupApi = "setupapi.dll";

    [DllImport(SetupApi, CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "SetupDiGetClassDevsW", SetLastError = true)]
    public static extern DeviceInfoSet SetupDiGetClassDevs(in Guid classGuid, string? enumerator, IntPtr parent, uint flags);

    [DllImport(SetupApi, ExactSpelling = true, SetLastError = true)]
    public static extern DeviceInfoSet SetupDiCreateDeviceInfoList(in Guid classGuid, IntPtr parent);

    [DllImport(SetupApi, ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiDestroyDeviceInfoList(IntPtr set);

    [DllImport(SetupApi, ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiEnumDeviceInfo(DeviceInfoSet set, uint index, ref DeviceInfoData device);

    [DllImport(SetupApi, CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "SetupDiCreateDeviceInfoW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiCreateDeviceInfo(
        DeviceInfoSet set, string name, in Guid classGuid, string? description, IntPtr parent, uint flags, ref DeviceInfoData device);

    [DllImport(SetupApi, CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "SetupDiGetDeviceInstanceIdW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiGetDeviceInstanceId(DeviceInfoSet set, in DeviceInfoData device, [Out] char[] id, uint length, out uint required);

    [DllImport(SetupApi, ExactSpelling = true, EntryPoint = "SetupDiGetDeviceRegistryPropertyW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiGetDeviceRegistryProperty(
        DeviceInfoSet set, in DeviceInfoData device, uint property, out uint type, [Out] byte[]? buffer, uint length, out uint required);

    [DllImport(SetupApi, ExactSpelling = true, EntryPoint = "SetupDiSetDeviceRegistryPropertyW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiSetDeviceRegistryProperty(DeviceInfoSet set, ref DeviceInfoData device, uint property, byte[] buffer, uint length);

    [DllImport(SetupApi, ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiCallClassInstaller(uint function, DeviceInfoSet set, in DeviceInfoData device);

    [DllImport(SetupApi, ExactSpelling = true, EntryPoint = "SetupDiSetClassInstallParamsW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiSetClassInstallParams(DeviceInfoSet set, in DeviceInfoData device, in RemoveDeviceParameters parameters, uint length);

    [DllImport(SetupApi, ExactSpelling = true, EntryPoint = "SetupDiGetDeviceInstallParamsW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool SetupDiGetDeviceInstallParams(DeviceInfoSet set, in DeviceInfoData device, ref DeviceInstallParameters parameters);

    [DllImport("newdev.dll", ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool DiInstallDevice(
        IntPtr parent, DeviceInfoSet set, in DeviceInfoData device, IntPtr driver, uint flags, [MarshalAs(UnmanagedType.Bool)] out bool needReboot);
}
