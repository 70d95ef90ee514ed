using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>The console as it is published: native, and compiled ready to run.</summary>
internal sealed class BuiltPrograms(string repository, string folder)
{
    private static readonly string s_suffix = OperatingSystem.IsWindows() ? ".exe" : string.Empty;

    public string Native { get; } = Publish(repository, Path.Combine(folder, "native"), "-p:Native=true");

    public string ReadyToRun { get; } = Publish(repository, Path.Combine(folder, "ready-to-run"), "--no-self-contained");

    /// <summary>This program, which does the same with other readers.</summary>
    public static string Self => Environment.ProcessPath!;

    /// <summary>The console's own options for the service that the generated servers are prepared for.</summary>
    public static IReadOnlyList<string> Service { get; } = ["--vip", Server.Vip, "--vip", Server.Vip6, "--port", "tcp/443", "--balancer", Server.Balancer];

    private static string Publish(string repository, string output, string option)
    {
        string project = Path.Combine(repository, "src", "DsrReadiness.Console");
        using Process process = Process.Start("dotnet", ["publish", project, "-r", RuntimeInformation.RuntimeIdentifier, option, "-o", output, "-v", "q", "--nologo"]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, "dsr" + s_suffix)
            : throw new InvalidOperationException($"'dotnet publish {option}' failed with {process.ExitCode}. Native code needs the platform's own linker; see docs/benchmarks.md.");
    }
}
