using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace DsrReadiness.Windows.Tests.Wine;

/// <summary>A Windows of Wine's, made anew for one class of tests, and the program that tries things on it.</summary>
public sealed class WineServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dsr-wine-").FullName;

    public WineServer()
    {
        if (!File.Exists(WineFactAttribute.Wine))
            return;
        Run("dotnet", "publish", Path.Combine(Repository.Root, "tests", "DsrReadiness.Windows.Trial"), "-c", "Release", "-o", Path.Combine(_folder, "trial"), "-v", "quiet", "--nologo");
        Run(WineFactAttribute.Wine, "wineboot", "-i");
        Run(WineFactAttribute.Wine, "reg", "add", @"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f");
    }

    /// <summary>Tries one thing; the value of the named fact.</summary>
    public string Try(string fact, params string[] arguments)
    {
        string output = Run(WineFactAttribute.Wine, [Path.Combine(_folder, "trial", "DsrReadiness.Windows.Trial.exe"), .. arguments]);
        string? line = output.Split('\n').Select(each => each.TrimEnd('\r')).SingleOrDefault(each => each.StartsWith(fact + "=", StringComparison.Ordinal));
        return line is null ? throw new InvalidOperationException(output) : line[(fact.Length + 1)..];
    }

    public void Dispose()
    {
        if (File.Exists(WineFactAttribute.Wine))
            Run("/usr/lib/wine/wineserver64", "-k");
        Directory.Delete(_folder, recursive: true);
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WINEPREFIX"] = Path.Combine(_folder, "prefix");
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment.Remove("MSBuildSDKsPath");
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
            process.Kill(entireProcessTree: true);
        return process.ExitCode == 0 || program.Contains("wineserver", StringComparison.Ordinal)
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
