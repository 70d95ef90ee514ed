using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>The console as it is published, native and compiled ready to run, and the module.</summary>
internal sealed class BuiltPrograms(string repository, string folder)
{
    private static readonly string s_suffix = OperatingSystem.IsWindows() ? ".exe" : string.Empty;

    public string Native { get; } = Publish(repository, Path.Combine(folder, "native"), "-p:Native=true");

    public string ReadyToRun { get; } = Publish(repository, Path.Combine(folder, "ready-to-run"), "--no-self-contained");

    /// <summary>The module's manifest, which loads what is built beside it.</summary>
    public string Module { get; } = BuildModule(repository);

    /// <summary>This program, which does the same with other readers.</summary>
    public static string Self => Environment.ProcessPath!;

    /// <summary>The console's own options for the service that the generated servers are prepared for.</summary>
    public static IReadOnlyList<string> Service { get; } = ["--vip", Server.Vip, "--vip", Server.Vip6, "--port", "tcp/443", "--balancer", Server.Balancer];

    private static string Publish(string repository, string output, string option)
    {
        string project = Path.Combine(repository, "src", "DsrReadiness.Console");
        Run("Native code needs the platform's own linker; see docs/benchmarks.md.", "publish", project, "-r", RuntimeInformation.RuntimeIdentifier, option, "-o", output);
        return Path.Combine(output, "dsr" + s_suffix);
    }

    private static string BuildModule(string repository)
    {
        Run("Build the whole repository first and look at its errors.", "build", Path.Combine(repository, "src", "DsrReadiness"), "-c", "Release");
        return Path.Combine(repository, "DsrReadiness.psd1");
    }

    private static void Run(string hint, params string[] arguments)
    {
        using Process process = Process.Start("dotnet", [.. arguments, "-v", "q", "--nologo"]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'dotnet {string.Join(' ', arguments)}' failed with {process.ExitCode}. {hint}");
    }
}
