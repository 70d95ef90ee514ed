using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Devices;

/// <summary>Device installation refuses processes that are not as wide as Windows (Microsoft's reference of DiInstallDevice: ERROR_IN_WOW64).</summary>
internal static class Bitness
{
    /// <summary>Why this process cannot install devices; null if it can.</summary>
    public static CimFailure? Refusal() => Refusal(Environment.Is64BitOperatingSystem, Environment.Is64BitProcess);

    internal static CimFailure? Refusal(bool is64BitWindows, bool is64BitProcess) => is64BitWindows && !is64BitProcess
        ? new CimFailure(
            FailureKind.NotSupported,
            "A 32-bit process cannot install devices on 64-bit Windows. Use the 64-bit PowerShell; from a 32-bit process it is %WINDIR%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe.")
        : null;
}
