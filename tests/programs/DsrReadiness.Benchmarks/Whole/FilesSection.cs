using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Benchmarks.Micro;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>Judging from files, beside what it takes only to read them.</summary>
internal sealed class FilesSection(BuiltPrograms programs, string folder, int rounds)
{
    private const string Parse = "`JsonDocument.Parse`";
    private const string Skim = "`Utf8JsonReader`";
    private const string Native = "`dsr test`";
    private const string OneProcessor = "`dsr test`, one processor";
    private const string ReadyToRun = "`dsr test`, ready to run";

    public void Write(StringBuilder page, params IReadOnlyList<int> counts)
    {
        foreach (int count in counts)
        {
            string files = Generate(count);
            var comparison = new Comparison(
                rounds,
                new Command(Parse, BuiltPrograms.Self, ["parse", files]),
                new Command(Skim, BuiltPrograms.Self, ["skim", files]),
                Test(Native, programs.Native, files),
                Test(OneProcessor, programs.Native, files, oneCore: true),
                Test(ReadyToRun, programs.ReadyToRun, files));
            double kilobytes = Size(files) / 1024.0 / count;
            page.Append(CultureInfo.InvariantCulture, $"\n### {count:N0} files of {kilobytes:F0} KB on average\n\n").Append(comparison.Table()).Append('\n');
            double worked = comparison.ProcessorRatio(OneProcessor, Parse);
            page.Append(CultureInfo.InvariantCulture, $"* On one processor it works {worked:F2} times as long as `JsonDocument.Parse`, in time of the processor; the goal is at most 1.5: {(worked <= 1.5 ? "met" : "**missed**")}.\n");
            page.Append(CultureInfo.InvariantCulture, $"* {comparison.Ratio(Native, Parse):F2} times the total time of `JsonDocument.Parse`, and {comparison.Ratio(Native, Skim):F2} times that of `Utf8JsonReader`.\n");
            page.Append(CultureInfo.InvariantCulture, $"* Speed-up by the second processor and more: {comparison.Ratio(OneProcessor, Native):F2} times.\n");
        }
    }

    /// <summary>Where the time of one file goes: what a missed goal is explained by.</summary>
    public void WriteProfile(StringBuilder page, int count)
    {
        IReadOnlyList<CheckTimes> parts = CheckTimes.Measure(Directory.GetFiles(Generate(count)));
        CheckTimes parse = parts.Single(part => part.Part == CheckTimes.Parse);
        CheckTimes[] ours = [.. parts.Where(part => part != parse)];
        page.Append(CultureInfo.InvariantCulture, $"\n### Where the time goes\n\nOne of {count:N0} files on average, in one warm thread of a process that compiles as it runs.\n\n");
        page.Append("| Part | Time, microseconds | Allocated, KB |\n|---|---|---|\n");
        foreach (CheckTimes part in ours.Take(8).Append(parse))
            page.Append(CultureInfo.InvariantCulture, $"| {part.Part} | {part.Microseconds:F0} | {part.Kilobytes:F0} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| (the other {ours.Length - 8} checks) | {ours.Skip(8).Sum(part => part.Microseconds):F0} | {ours.Skip(8).Sum(part => part.Kilobytes):F0} |\n");
        double read = ours.Single(part => part.Part == CheckTimes.Read).Microseconds;
        page.Append(CultureInfo.InvariantCulture, $"\nSo reading takes {read / parse.Microseconds:F2} times as long as `JsonDocument.Parse`, which keeps no values, and everything together {ours.Sum(part => part.Microseconds) / parse.Microseconds:F2} times. `dsr test` does that on all processors, the program that only parses on one.\n");
    }

    /// <summary>Snapshots of servers with 120 to 600 firewall rules; made once.</summary>
    public string Generate(int count)
    {
        string files = Path.Combine(folder, count.ToString(CultureInfo.InvariantCulture));
        if (!Directory.Exists(files))
            SnapshotGenerator.Generate(files, count, [SnapshotLayout.exported]);
        return files;
    }

    private static Command Test(string name, string dsr, string files, bool oneCore = false) =>
        new(name, dsr, ["test", Path.Combine(files, "*.json"), .. BuiltPrograms.Service], oneCore);

    private static long Size(string files)
    {
        long size = 0;
        foreach (FileInfo file in new DirectoryInfo(files).EnumerateFiles())
            size += file.Length;
        return size;
    }
}
