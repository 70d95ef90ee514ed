using System;
using System.Runtime.InteropServices;

// Of every function of Windows that is called here.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]

namespace DsrReadiness.Console.Hosting;

/// <summary>
/// A Windows console made to show UTF-8 and colour. Both settings belong to the console and outlive the program, so they are put back.
/// </summary>
internal sealed class WindowsTerminal : IDisposable
{
    private const uint Utf8 = 65001;
    private const int StandardOutput = -11;
    private const uint VirtualTerminal = 4;

    private readonly IntPtr _handle;
    private readonly uint _codePage;
    private readonly uint? _mode;

    private WindowsTerminal()
    {
        _codePage = GetConsoleOutputCP();
        if (_codePage is not (0 or Utf8))
            SetConsoleOutputCP(Utf8);
        _handle = GetStdHandle(StandardOutput);
        if (!GetConsoleMode(_handle, out uint mode))
            return;
        ShowsColour = (mode & VirtualTerminal) != 0;
        if (ShowsColour || !SetConsoleMode(_handle, mode | VirtualTerminal))
            return;
        _mode = mode;
        ShowsColour = true;
    }

    /// <summary>True if it obeys escape sequences; consoles before Windows 10 do not.</summary>
    public bool ShowsColour { get; }

    public static WindowsTerminal Open() => new();

    public void Dispose()
    {
        if (_codePage is not (0 or Utf8))
            SetConsoleOutputCP(_codePage);
        if (_mode is { } mode)
            SetConsoleMode(_handle, mode);
    }

    [DllImport("kernel32.dll", ExactSpelling = true)]
    private static extern uint GetConsoleOutputCP();

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleOutputCP(uint codePage);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    private static extern IntPtr GetStdHandle(int which);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(IntPtr handle, out uint mode);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(IntPtr handle, uint mode);
}
