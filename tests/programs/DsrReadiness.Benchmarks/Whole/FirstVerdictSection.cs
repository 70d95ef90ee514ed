using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>
/// What the first verdict of a fresh PowerShell waits for: each method that is called for the first time is compiled. The methods are counted, since their number is the same on every machine.
/// </summary>
internal sealed class FirstVerdictSection(string repository, string folder, string pwsh, string module, int rounds)
{
    private const int Goal = 1800;

    /// <summary>Compiled first of what the verdict needs: what stands before its line in the summary is PowerShell's start and the import.</summary>
    private const string Begin = "DsrReadiness.Commands.ImportDsrSnapshotCommand:";

    /// <summary>Compiled when the verdict is there, for a command that comes after it: what stands behind its line is PowerShell's end.</summary>
    private const string End = "DsrReadiness.Commands.NewDsrLabCommand:";

    private readonly string _verdict =
        $"$null = Import-DsrSnapshot '{Path.Combine(repository, "docs", "samples", "server2019-ready.json")}' | Test-DsrReadiness 192.168.11.50 -Port 443";

    public void Write(StringBuilder page)
    {
        CompiledMethod[] methods = Compiled();
        (double compiling, double first, double second) = Times();
        page.Append("\n### What the first verdict waits for\n\n").Append(string.Create(CultureInfo.InvariantCulture, $"""
            The first verdict of a sample, after the import, compiles {methods.Length:N0} methods; the goal is at most {Goal:N0}: {(methods.Length <= Goal ? "met" : "**missed**")}. The runtime says itself which. It says that compiling takes
            {compiling:F0} of the verdict's {first:F0} ms, and the second verdict takes {second:F0} ms: each method is compiled when it is called for the first time. `Pester/FirstVerdict.Tests.ps1` holds the module's own.


            """).ReplaceLineEndings("\n"));
        page.Append("| Area | Methods | Lambdas | Getters | Constructors | Iterators | Others |\n|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<string, CompiledMethod> area in methods.GroupBy(method => method.Area).OrderBy(area => area.Key is CompiledMethod.OverOurs or CompiledMethod.Others).ThenByDescending(area => area.Count()))
            Row(page, area.Key, [.. area]);
        Row(page, "all", methods);
    }

    private static void Row(StringBuilder page, string area, CompiledMethod[] methods)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {area} | {methods.Length:N0} |");
        foreach (MethodKind kind in Enum.GetValues<MethodKind>())
            page.Append(CultureInfo.InvariantCulture, $" {methods.Count(method => method.Kind == kind):N0} |");
        page.Append('\n');
    }

    private CompiledMethod[] Compiled()
    {
        string list = Path.Combine(folder, "compiled.txt");
        Run($"Import-Module '{module}'; {_verdict}; $null = New-DsrLab", ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
        string[] lines = File.ReadAllLines(list);
        int begin = Array.FindIndex(lines, line => line.Contains(Begin, StringComparison.Ordinal));
        int end = Array.FindIndex(lines, line => line.Contains(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? [.. lines[begin..end].Select(CompiledMethod.Read).OfType<CompiledMethod>()]
            : throw new InvalidOperationException($"The runtime's summary of what it has compiled lacks {Begin} or {End}.");
    }

    /// <summary>The medians of some processes: compiling, the first verdict, the second.</summary>
    private (double Compiling, double First, double Second) Times()
    {
        const string Compiling = "[System.Runtime.JitInfo]::GetCompilationTime($false).TotalMilliseconds";
        string script = $"Import-Module '{module}'; $before = {Compiling}; $first = (Measure-Command {{ {_verdict} }}).TotalMilliseconds; $compiling = {Compiling} - $before; "
            + $"$second = (Measure-Command {{ {_verdict} }}).TotalMilliseconds; foreach ($each in $compiling, $first, $second) {{ $each.ToString([cultureinfo]::InvariantCulture) }}";
        double[][] times = [.. Enumerable.Range(0, rounds).Select(_ => Run(script).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToArray())];
        double Median(int which) => times.Select(each => each[which]).Order().ElementAt(times.Length / 2);
        return (Median(0), Median(1), Median(2));
    }

    private string Run(string script, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(pwsh, ["-NoProfile", "-NonInteractive", "-Command", script]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1000000"; // Nothing is compiled again for being called often.
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 || environment.Length > 0 // Where it writes the summary, the runtime may fall over at its very end; the summary is there by then, as its marks show.
            ? output
            : throw new InvalidOperationException($"'{script}' failed with {process.ExitCode}.");
    }
}
