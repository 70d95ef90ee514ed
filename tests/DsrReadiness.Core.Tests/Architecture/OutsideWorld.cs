using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Tests.Architecture;

/// <summary>What reaches out of a pure assembly: files, clocks, waiting, the registry, the environment, the network, processes, the console, chance.</summary>
internal static class OutsideWorld
{
    /// <summary>Types of which nothing may be used; a name that ends in a dot stands for all that begin with it.</summary>
    public static readonly string[] Types =
    [
        "Microsoft.Win32.",
        "System.AppContext",
        "System.AppDomain",
        "System.Console",
        "System.Diagnostics.FileVersionInfo",
        "System.Diagnostics.Process",
        "System.Diagnostics.ProcessStartInfo",
        "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Trace",
        "System.Environment",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.FileSystemWatcher",
        "System.IO.IsolatedStorage.",
        "System.IO.MemoryMappedFiles.",
        "System.IO.Pipes.",
        "System.Net.Dns",
        "System.Net.Http.",
        "System.Net.HttpWebRequest",
        "System.Net.NetworkInformation.",
        "System.Net.Sockets.",
        "System.Net.WebClient",
        "System.Net.WebRequest",
        "System.Random",
        "System.Reflection.Assembly",
        "System.Runtime.InteropServices.RuntimeInformation",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.Thread",
        "System.Threading.Timer",
        "System.Timers.",
    ];

    /// <summary>Members that reach out, of types that are harmless otherwise.</summary>
    public static readonly string[] Members =
    [
        "System.DateTime::ToLocalTime",
        "System.DateTime::get_Now",
        "System.DateTime::get_Today",
        "System.DateTime::get_UtcNow",
        "System.DateTimeOffset::ToLocalTime",
        "System.DateTimeOffset::get_LocalDateTime",
        "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow",
        "System.Globalization.CultureInfo::get_CurrentCulture",
        "System.Globalization.CultureInfo::get_CurrentUICulture",
        "System.Guid::NewGuid",
        "System.IO.Path::GetFullPath",
        "System.IO.Path::GetRandomFileName",
        "System.IO.Path::GetTempFileName",
        "System.IO.Path::GetTempPath",
        "System.IO.StreamReader::.ctor(string)",
        "System.IO.StreamWriter::.ctor(string)",
        "System.Threading.CancellationTokenSource::CancelAfter",
        "System.Threading.Tasks.Task::Delay",
        "System.TimeZoneInfo::get_Local",
    ];

    /// <summary>Under a name above, but no more than a name for a number.</summary>
    private static readonly string[] s_harmlessTypes = ["System.Net.Sockets.AddressFamily"];

    /// <summary>What the compiler writes into every iterator.</summary>
    private static readonly string[] s_harmlessMembers = ["System.Environment::get_CurrentManagedThreadId"];

    /// <summary>What of the outside world an assembly uses.</summary>
    public static IReadOnlyList<string> UsedBy(AssemblyUse use) => use.Types
        .Where(type => Types.Any(each => Matches(type, each)) && !s_harmlessTypes.Contains(type) && !IsHarmlessUse(type, use))
        .Concat(use.Members.Intersect(Members))
        .Concat(use.NativeLibraries)
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>True if a type is one of those that a name stands for.</summary>
    public static bool Matches(string type, string name) => name.EndsWith('.') ? type.StartsWith(name, StringComparison.Ordinal) : type == name;

    private static bool IsHarmlessUse(string type, AssemblyUse use)
    {
        string[] members = use.Members.Where(member => member.StartsWith(type + "::", StringComparison.Ordinal)).ToArray();
        return members.Length > 0 && members.All(s_harmlessMembers.Contains);
    }
}
