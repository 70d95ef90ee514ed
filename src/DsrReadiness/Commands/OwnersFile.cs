using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DsrReadiness.Commands;

/// <summary>
/// Makes files that are their owner's alone, from their first moment: they tell of servers. On Windows a file has the rights of its folder, which is how rights are given there.
/// .NET Framework has no word for it, and .NET has one since 7, so that the C library is asked.
/// </summary>
internal static class OwnersFile
{
    private const uint OwnersOnly = 0x180; // 0600

    /// <summary>Makes a file that is not there yet, under a name that nobody can guess: what is there is not told from it on Unix.</summary>
    /// <exception cref="IOException">It cannot be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made there.</exception>
    public static FileStream Create(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        int descriptor = creat(path, OwnersOnly);
        if (descriptor < 0)
            throw Refused(path, Marshal.GetLastWin32Error());
        return new FileStream(new SafeFileHandle((IntPtr)descriptor, ownsHandle: true), FileAccess.Write);
    }

    private static Exception Refused(string path, int error) => error is 1 or 13 // EPERM, EACCES
        ? new UnauthorizedAccessException($"Access to '{path}' is denied.")
        : new IOException($"'{path}': {new Win32Exception(error).Message}", error);

#pragma warning disable IDE1006, SA1300 // the C library's own name
    /// <summary>The one of the library's ways to make a file that has no variable arguments, and so can be called everywhere.</summary>
    [DllImport("libc", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int creat([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
#pragma warning restore IDE1006, SA1300
}
