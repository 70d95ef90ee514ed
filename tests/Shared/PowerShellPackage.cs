using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace DsrReadiness.TestSupport;

/// <summary>The PowerShell that the tests bring along as a package, so that every machine has one, and the same.</summary>
internal static class PowerShellPackage
{
    /// <summary>Where it is unpacked.</summary>
    public static string Folder { get; } = Metadata("PowerShellPackage");

    /// <summary>
    /// The program to start and what goes before its arguments. The package has a host of its own for Linux on x64 and for Windows; elsewhere .NET's starts it, under whose name few tests differ.
    /// </summary>
    public static (string Program, string[] Before) Host { get; } =
        OperatingSystem.IsWindows() ? (Path.Combine(Home("win"), "pwsh.exe"), [])
        : OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? (Path.Combine(Home("unix"), "pwsh"), [])
        : ("dotnet", [Path.Combine(Home("unix"), "pwsh.dll")]);

    /// <summary>What starts it without a profile and without a person, found by its name by whatever it starts in turn.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        (string program, string[] before) = Host;
        var start = new ProcessStartInfo(program, [.. before, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Home(OperatingSystem.IsWindows() ? "win" : "unix")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";

        // The package is not compiled ahead: a process that ends soon spends most of its time on compiling, and nothing of it pays to be compiled once more.
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        return start;
    }

    /// <summary>What the build says of an assembly of tests by a name.</summary>
    public static string Metadata(string key) => typeof(PowerShellPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;

    private static string Home(string system) => Path.Combine(Folder, "tools", "net10.0", "any", system);
}
