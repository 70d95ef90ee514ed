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
        Publish("trial", Path.Combine("tests", "programs", "DsrReadiness.Windows.Trial"));
        Publish("console", Path.Combine("src", "DsrReadiness.Console"), "-r", "win-x64", "--self-contained", "-p:PublishReadyToRun=false");
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

    /// <summary>Runs <c>dsr.exe</c> in a folder of this machine; its exit status and what it wrote.</summary>
    public (int Status, string Output) Dsr(string folder, params string[] arguments) =>
        Start(WineFactAttribute.Wine, folder, [Path.Combine(_folder, "console", "dsr.exe"), .. arguments]);

    /// <summary>Runs <c>dsr</c> as it is here, otherwise alike.</summary>
    public (int Status, string Output) DsrHere(string folder, params string[] arguments) =>
        Start("dotnet", folder, [Path.Combine(AppContext.BaseDirectory, "dsr.dll"), .. arguments]);

    public void Dispose()
    {
        if (File.Exists(WineFactAttribute.Wine))
            Run("/usr/lib/wine/wineserver64", "-k");
        Directory.Delete(_folder, recursive: true);
    }

    private void Publish(string to, string project, params string[] options) =>
        Run("dotnet", ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-o", Path.Combine(_folder, to), "-v", "quiet", "--nologo", "-p:IsAnalyzed=true", .. options]);

    private string Run(string program, params string[] arguments)
    {
        (int status, string output) = Start(program, _folder, arguments);
        return status == 0 || program.Contains("wineserver", StringComparison.Ordinal)
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {status}: {output}");
    }

    private (int Status, string Output) Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WINEPREFIX"] = Path.Combine(_folder, "prefix");
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment.Remove("MSBuildSDKsPath");
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
            process.Kill(entireProcessTree: true);
        return (process.ExitCode, output);
    }
}
