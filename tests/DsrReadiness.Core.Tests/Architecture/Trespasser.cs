using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.IO.IsolatedStorage;
using System.IO.MemoryMappedFiles;
using System.IO.Pipes;
using System.Net;
using System.Net.Http;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32;

namespace DsrReadiness.Tests.Architecture;

/// <summary>Uses everything that the core must not. It is never run: it is here to be found.</summary>
[SupportedOSPlatform("windows")]
internal static class Trespasser
{
    public static object?[] Types() =>
    [
        Registry.LocalMachine,
        AppContext.BaseDirectory,
        AppDomain.CurrentDomain,
        Console.Out,
        FileVersionInfo.GetVersionInfo("x"),
        Process.GetCurrentProcess(),
        new ProcessStartInfo(),
        new Stopwatch(),
        Trace.Listeners,
        Environment.MachineName,
        Directory.Exists("x"),
        new DirectoryInfo("x"),
        new DriveInfo("x"),
        File.Exists("x"),
        new FileInfo("x"),
        new FileStream("x", FileMode.Open),
        new FileSystemWatcher(),
        IsolatedStorageFile.IsEnabled,
        MemoryMappedFile.CreateFromFile("x"),
        new AnonymousPipeServerStream(),
        Dns.GetHostName(),
        new HttpClient(),
        typeof(HttpWebRequest),
        NetworkInterface.LoopbackInterfaceIndex,
        new UdpClient(),
        typeof(WebClient),
        typeof(WebRequest),
        new Random(1),
        Assembly.GetEntryAssembly(),
        RuntimeInformation.OSDescription,
        RandomNumberGenerator.Create(),
        Thread.CurrentThread,
        new Timer(_ => { }),
        new System.Timers.Timer(),
    ];

    public static object?[] Members() =>
    [
        default(DateTime).ToLocalTime(),
        DateTime.Now,
        DateTime.Today,
        DateTime.UtcNow,
        default(DateTimeOffset).ToLocalTime(),
        default(DateTimeOffset).LocalDateTime,
        DateTimeOffset.Now,
        DateTimeOffset.UtcNow,
        CultureInfo.CurrentCulture,
        CultureInfo.CurrentUICulture,
        Guid.NewGuid(),
        Path.GetFullPath("x"),
        Path.GetRandomFileName(),
        Path.GetTempFileName(),
        Path.GetTempPath(),
        new StreamReader("x"),
        new StreamWriter("x"),
        (Action<int>)new CancellationTokenSource().CancelAfter,
        Task.Delay(1),
        TimeZoneInfo.Local,
    ];

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static extern uint GetTickCount();
}
