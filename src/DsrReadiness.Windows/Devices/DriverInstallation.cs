using System;
using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace DsrReadiness.Windows.Devices;

/// <summary>
/// Installs the driver of one device. <c>DiInstallDevice</c> touches this device alone; <c>UpdateDriverForPlugAndPlayDevices</c> would install anew every device with its hardware id.
/// </summary>
internal static class DriverInstallation
{
    private const uint NoWizards = 0x2; // DIIDFLAG_NOFINISHINSTALLUI

    /// <summary>Installs; true if Windows wants to be restarted. On a thread of its own, which an installer that raises leaves unusable for SetupAPI.</summary>
    /// <exception cref="Win32Exception">Windows refused.</exception>
    public static bool Run(DeviceInfoSet set, DeviceInfoData device)
    {
        bool needReboot = false;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                // No driver is named: the best one of the driver store is taken, where netloop.inf is from the beginning.
                if (!NativeMethods.DiInstallDevice(IntPtr.Zero, set, device, IntPtr.Zero, NoWizards, out needReboot))
                    throw new Win32Exception();
            }
            catch (Exception e) when (e is Win32Exception or SEHException or EntryPointNotFoundException)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return needReboot;
    }
}
