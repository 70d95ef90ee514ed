using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Windows.Devices;

/// <summary>
/// Root-enumerated loopback devices by SetupAPI, one call after another. A device is a loopback by its hardware id and by nothing else, and phantoms count: they are what a failed
/// installation or a removed driver leaves.
/// </summary>
internal static class SetupDevices
{
    private const string LoopbackHardwareId = "*MSLOOP";
    private const string NetworkClassName = "Net"; // gives ROOT\NET\nnnn
    private const int LongestInstanceId = 200; // MAX_DEVICE_ID_LEN
    private const uint AlsoPhantoms = 0; // without DIGCF_PRESENT

    private static readonly Guid s_networkClass = new("4d36e972-e325-11ce-bfc1-08002be10318"); // GUID_DEVCLASS_NET

    /// <summary>The instance ids of all loopback devices.</summary>
    /// <exception cref="Win32Exception">Windows refused.</exception>
    public static IReadOnlyList<string> Find()
    {
        using DeviceInfoSet set = NetworkDevices();
        return Loopbacks(set).Select(device => InstanceId(set, device)).ToArray();
    }

    /// <summary>Registers a device, installs its driver, and takes the device back if that fails.</summary>
    /// <returns>The instance id, and whether Windows wants to be restarted.</returns>
    /// <exception cref="Win32Exception">Windows refused. Nothing is left behind, or the message says what.</exception>
    public static (string InstanceId, bool RestartNeeded) Create() => Create(LoopbackHardwareId, DriverInstallation.Run);

    /// <summary>Creates a device with a hardware id and an installation of the caller's.</summary>
    internal static (string InstanceId, bool RestartNeeded) Create(string hardwareId, Func<DeviceInfoSet, DeviceInfoData, bool> install)
    {
        using DeviceInfoSet set = Opened(NativeMethods.SetupDiCreateDeviceInfoList(s_networkClass, IntPtr.Zero));
        DeviceInfoData device = DeviceInfoData.New();
        Check(NativeMethods.SetupDiCreateDeviceInfo(set, NetworkClassName, s_networkClass, null, IntPtr.Zero, NativeMethods.GenerateId, ref device));
        byte[] hardwareIds = Encoding.Unicode.GetBytes(hardwareId + "\0\0");
        Check(NativeMethods.SetupDiSetDeviceRegistryProperty(set, ref device, NativeMethods.HardwareId, hardwareIds, (uint)hardwareIds.Length));
        Check(NativeMethods.SetupDiCallClassInstaller(NativeMethods.RegisterDevice, set, device));
        string id = InstanceId(set, device);
        try
        {
            return (id, install(set, device));
        }
        catch (Exception e) when (e is Win32Exception or SEHException or EntryPointNotFoundException)
        {
            TakeBack(id, set, device, e);
            throw;
        }
    }

    /// <summary>Removes one device, if it is there and a loopback.</summary>
    /// <returns>Whether Windows wants to be restarted; null if there is no such loopback.</returns>
    /// <exception cref="Win32Exception">Windows refused.</exception>
    public static bool? Remove(string instanceId)
    {
        using DeviceInfoSet set = NetworkDevices();
        foreach (DeviceInfoData device in Loopbacks(set))
        {
            if (string.Equals(InstanceId(set, device), instanceId, StringComparison.OrdinalIgnoreCase))
                return Remove(set, device);
        }

        return null;
    }

    /// <summary>Only the adapter's own device goes: the set holds others, and the class installer is told which one.</summary>
    private static bool Remove(DeviceInfoSet set, DeviceInfoData device)
    {
        var everywhere = RemoveDeviceParameters.Everywhere();
        if (!NativeMethods.SetupDiSetClassInstallParams(set, device, everywhere, (uint)Marshal.SizeOf<RemoveDeviceParameters>()) && Marshal.GetLastWin32Error() != 0)
            throw new Win32Exception(); // zero says that there are no such parameters, as Wine does, where removing is from everywhere
        Check(NativeMethods.SetupDiCallClassInstaller(NativeMethods.RemoveDevice, set, device));
        var after = DeviceInstallParameters.New();
        return NativeMethods.SetupDiGetDeviceInstallParams(set, device, ref after)
            && (after.Flags & (NativeMethods.NeedRestart | NativeMethods.NeedReboot)) != 0;
    }

    private static void TakeBack(string id, DeviceInfoSet set, DeviceInfoData device, Exception cause)
    {
        try
        {
            Remove(set, device);
        }
        catch (Win32Exception e)
        {
            throw new Win32Exception(
                e.NativeErrorCode, $"The driver could not be installed ({cause.Message}), and the device {id} that was registered for it could not be removed: {e.Message}");
        }
    }

    private static DeviceInfoSet NetworkDevices() => Opened(NativeMethods.SetupDiGetClassDevs(s_networkClass, null, IntPtr.Zero, AlsoPhantoms));

    private static IEnumerable<DeviceInfoData> Loopbacks(DeviceInfoSet set)
    {
        for (uint i = 0; ; i++)
        {
            DeviceInfoData device = DeviceInfoData.New();
            if (!NativeMethods.SetupDiEnumDeviceInfo(set, i, ref device))
            {
                if (Marshal.GetLastWin32Error() != NativeMethods.NoMoreItems)
                    throw new Win32Exception();
                yield break;
            }

            if (HardwareIds(set, device).Any(NetAdapter.IsLoopbackId))
                yield return device;
        }
    }

    private static string[] HardwareIds(DeviceInfoSet set, DeviceInfoData device)
    {
        if (NativeMethods.SetupDiGetDeviceRegistryProperty(set, device, NativeMethods.HardwareId, out _, null, 0, out uint length))
            return [];
        int error = Marshal.GetLastWin32Error();
        if (error == NativeMethods.InvalidData)
            return [];
        if (error != NativeMethods.InsufficientBuffer)
            throw new Win32Exception(error);
        byte[] buffer = new byte[length];
        Check(NativeMethods.SetupDiGetDeviceRegistryProperty(set, device, NativeMethods.HardwareId, out _, buffer, length, out _));
        return Encoding.Unicode.GetString(buffer).Split(['\0'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string InstanceId(DeviceInfoSet set, DeviceInfoData device)
    {
        char[] id = new char[LongestInstanceId + 1];
        Check(NativeMethods.SetupDiGetDeviceInstanceId(set, device, id, (uint)id.Length, out uint length));
        return new string(id, 0, (int)length - 1);
    }

    private static DeviceInfoSet Opened(DeviceInfoSet set) => set.IsInvalid ? throw new Win32Exception() : set;

    private static void Check(bool done)
    {
        if (!done)
            throw new Win32Exception();
    }
}
