using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BenchmarkDotNet.Running;
using DsrReadiness.Benchmarks.Micro;
using DsrReadiness.Benchmarks.Whole;

namespace DsrReadiness.Benchmarks;

/// <summary>Makes snapshot files of many servers, and measures how long they take to be read.</summary>
internal static class Program
{
    private const string Usage = """
        generate DIRECTORY COUNT [exported|compressed|indented]   make COUNT snapshot files, in one of three layouts or all in turn
        parse DIRECTORY    System.Text.Json: JsonDocument.Parse of each file
        skim DIRECTORY     System.Text.Json: Utf8JsonReader over each file
        skip DIRECTORY     our reader over each file, without its values
        read DIRECTORY     SnapshotFile.Read of each file
        judge DIRECTORY    SnapshotFile.Read of each file, and every check
        checks DIRECTORY   what judging a file takes, part by part
        micro              BenchmarkDotNet: what is done with one snapshot, in a warm process
        first-verdict      what the first verdict of a fresh PowerShell compiles, as the page has it; the module is built before
        page FILE [ROUNDS [COUNT...]]   measures whole processes and writes docs/benchmarks.md
        Behind the directory, a number of rounds: then each file is done so often and its best time counts, which says what the code takes
        without its compilation and without what else the machine does.
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["generate", string directory, string count, .. string[] layouts]:
                SnapshotGenerator.Generate(directory, int.Parse(count, CultureInfo.InvariantCulture), layouts.Select(Enum.Parse<SnapshotLayout>).ToArray());
                return 0;
            case ["checks", string directory]:
                foreach (CheckTimes each in CheckTimes.Measure(Directory.GetFiles(directory, "*.json")))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each.Part,-36} {each.Microseconds,10:F1} us {each.Kilobytes,8:F1} KB"));
                return 0;
            case ["micro", .. string[] options]:
                BenchmarkSwitcher.FromTypes([typeof(SnapshotBenchmarks)]).Run(["--filter", "*", .. options]);
                return 0;
            case ["first-verdict"]:
                WriteFirstVerdict();
                return 0;
            case ["page", string page, .. string[] numbers]:
                WritePage(page, [.. numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))]);
                return 0;
            case [string command, string directory, .. string[] rounds] when rounds.Length < 2 && Measurements.Find(command) is { } measure:
                Measure(measure, Directory.GetFiles(directory, "*.json"), rounds is [string given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 64;
        }
    }

    private static void WriteFirstVerdict()
    {
        string pwsh = BenchmarkPage.FindPowerShell() ?? throw new InvalidOperationException("pwsh is not on the path.");
        string folder = Directory.CreateTempSubdirectory("dsr-benchmarks-").FullName;
        try
        {
            var page = new StringBuilder();
            new FirstVerdictSection(Repository(), folder, pwsh, Path.Combine(Repository(), "DsrReadiness.psd1"), 5).Write(page);
            Console.Write(page);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WritePage(string page, int[] numbers)
    {
        int rounds = numbers.Length > 0 ? numbers[0] : 5;
        int[] counts = numbers.Length > 1 ? numbers[1..] : [100, 1000, 10000];
        new BenchmarkPage(Repository(), page, rounds, counts).Write();
    }

    /// <summary>The folder of this clone, above that of this program.</summary>
    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DsrReadiness.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Run this program in a clone of the repository.");
    }

    private static void Measure(Action<byte[], int> measure, string[] files, int rounds)
    {
        long bytes = 0;
        byte[] buffer = [];
        Array.Sort(files, StringComparer.Ordinal);
        long start = Stopwatch.GetTimestamp();
        TimeSpan best = TimeSpan.Zero;
        foreach (string file in files)
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            int length = checked((int)stream.Length);
            if (buffer.Length < length)
                buffer = new byte[length * 2];
            stream.ReadExactly(buffer, 0, length);
            best += Enumerable.Range(0, rounds).Min(_ => Time(() => measure(buffer, length)));
            bytes += length;
        }

        TimeSpan taken = rounds > 1 ? best : Stopwatch.GetElapsedTime(start);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{files.Length} files, {bytes / 1024.0 / Math.Max(files.Length, 1):F0} KB each, {taken.TotalMilliseconds:F0} ms, "
            + $"{bytes / 1e6 / taken.TotalSeconds:F0} MB/s, {GC.GetTotalAllocatedBytes() / 1e6:F0} MB allocated; "
            + $"process: {(DateTime.Now - process.StartTime).TotalMilliseconds:F0} ms, {process.TotalProcessorTime.TotalMilliseconds:F0} ms of processor");
    }

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
