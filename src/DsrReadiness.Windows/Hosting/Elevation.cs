using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Hosting;

/// <summary>Whether this process may change the computer that it runs on.</summary>
internal static class Elevation
{
    private const uint QueryToken = 0x8; // TOKEN_QUERY
    private const int ElevationInformation = 20; // TokenElevation

    /// <summary>True if the token of this process is elevated (Microsoft's reference of TOKEN_ELEVATION).</summary>
    /// <exception cref="Win32Exception">Windows refused.</exception>
    public static bool IsElevated()
    {
        if (!OpenProcessToken(GetCurrentProcess(), QueryToken, out IntPtr token))
            throw new Win32Exception();
        try
        {
            return GetTokenInformation(token, ElevationInformation, out uint isElevated, sizeof(uint), out _) ? isElevated != 0 : throw new Win32Exception();
        }
        finally
        {
            CloseHandle(token);
        }
    }

    [DllImport("kernel32.dll", ExactSpelling = true)]
    private static extern IntPtr GetCurrentProcess();

    [DllImport("kernel32.dll", ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CloseHandle(IntPtr handle);

    [DllImport("advapi32.dll", ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool OpenProcessToken(IntPtr process, uint access, out IntPtr token);

    [DllImport("advapi32.dll", ExactSpelling = true, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetTokenInformation(IntPtr token, int kind, out uint value, uint length, out uint required);
}
