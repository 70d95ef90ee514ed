using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>Measures everything and writes it as one page, section by section: it takes long, and what is measured is kept.</summary>
internal sealed class BenchmarkPage(string repository, string file, int rounds, IReadOnlyList<int> counts)
{
    private const string Intro = """
        # How fast it is

        The numbers of this page were taken by one command, which writes it anew:

        ```console
        dotnet run -c Release --project tests/programs/DsrReadiness.Benchmarks -- page docs/benchmarks.md
        ```

        Whole processes are measured from outside, from their start to their end, in turn: A B C, A B C. So whatever else the machine does meets all of them, and the ratio of two is worth more
        than any of the times. Each figure is a median, with the least and the most of all rounds in brackets; ratios are taken round by round. One round before is not counted. Processor time is
        sampled and up to a hundredth of a second short. Native code is what `-p:Native=true` publishes; it takes the platform's own linker (on Debian the packages `clang` and `zlib1g-dev`, on
        Windows the C++ build tools). Without that option `dotnet publish` compiles ready to run, which needs no more than the .NET SDK.


        """;

    public void Write()
    {
        string folder = Directory.CreateTempSubdirectory("dsr-benchmarks-").FullName;
        try
        {
            var programs = new BuiltPrograms(repository, folder);
            var files = new FilesSection(programs, folder, rounds);
            var page = new StringBuilder(Intro);
            page.Append(CultureInfo.InvariantCulture, $"Taken on {Environment.ProcessorCount} processors of {Processor()}, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}; rounds: {rounds}.\n");
            page.Append("\n## Judging from files\n\nAll checks, against a program that only parses the same files with System.Text.Json, and one that only skims them. The files are as this project writes them.\n");
            foreach (Action section in new Action[] { () => files.Write(page, counts), () => files.WriteProfile(page, Math.Min(1000, counts.Max())), () => Reports(page, programs, files), () => Start(page, programs, files), () => InPowerShell(page, programs.Module, folder) })
            {
                section();
                File.WriteAllText(file, page.ToString());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Reports(StringBuilder page, BuiltPrograms programs, FilesSection files)
    {
        int count = counts.Max();
        string pattern = Path.Combine(files.Generate(count), "*.json");
        Command Report(string format) => new($"`--format {format}`", programs.Native, ["test", pattern, .. BuiltPrograms.Service, "--format", format]);
        page.Append(CultureInfo.InvariantCulture, $"\n## Reports of {count:N0} servers\n\nFrom the files to the finished report; every tenth server is not ready, which the page of HTML plans for and follows packets through. One round.\n\n")
            .Append(new Comparison(1, [.. new[] { "table", "json", "junit", "markdown", "html" }.Select(Report)]).Table());
    }

    private void Start(StringBuilder page, BuiltPrograms programs, FilesSection files)
    {
        string one = Path.Combine(files.Generate(counts[0]), "server00000.json");
        page.Append("\n## One file from a cold start\n\n").Append(new Comparison(
            rounds * 3,
            new Command("native", programs.Native, ["test", one, .. BuiltPrograms.Service]),
            new Command("ready to run", programs.ReadyToRun, ["test", one, .. BuiltPrograms.Service]),
            new Command("ready to run, `--version` alone", programs.ReadyToRun, ["--version"])).Table());
    }

    private void InPowerShell(StringBuilder page, string module, string folder)
    {
        if (FindPowerShell() is not { } pwsh)
        {
            page.Append("\n## In PowerShell\n\nNot measured: `pwsh` is not on the path.\n");
            return;
        }

        Command Script(string name, string script) => new(name, pwsh, ["-NoProfile", "-NonInteractive", "-Command", script]);
        page.Append("\n## In PowerShell\n\nA process that begins, does that, and ends.\n\n").Append(new Comparison(
            rounds,
            Script("nothing", "exit"),
            Script("`Import-Module`", $"Import-Module '{module}'"),
            Script("the same, and a first verdict", $"Import-Module '{module}'; New-DsrLab WEB01 -Shape Ready | Test-DsrReadiness | Out-Null")).Table());
        new FirstVerdictSection(repository, folder, pwsh, module, rounds).Write(page);
        string script = Path.Combine(repository, "tests", "programs", "DsrReadiness.Benchmarks", "Live.ps1");
        var start = new ProcessStartInfo(pwsh, ["-NoProfile", "-NonInteractive", "-File", script, "-Module", module]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        page.Append(process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n"));
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} failed with {process.ExitCode}.");
    }

    public static string? FindPowerShell() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
        .FirstOrDefault(File.Exists);

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
