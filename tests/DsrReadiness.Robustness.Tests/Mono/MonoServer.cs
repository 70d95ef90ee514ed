using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DsrReadiness.Robustness.Fuzzing;

namespace DsrReadiness.Robustness.Tests.Mono;

/// <summary>The program for .NET Framework, built anew for one class of tests, and a folder of snapshots to judge: those that are bundled, those that once showed a fault, odd numbers, and changed ones.</summary>
public sealed class MonoServer : IDisposable
{
    private const int Readable = 300;
    private const int Refused = 100;
    private const int Seed = 20_261_130;
    private const int Longest = 64 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("dsr-mono-").FullName;

    public MonoServer()
    {
        if (!File.Exists(MonoTheoryAttribute.Mono))
            return;
        Directory.CreateDirectory(Snapshots);
        byte[][] kept = [.. Kept()];
        int number = 0;
        foreach (byte[] each in kept.Concat(Changed(kept)))
            File.WriteAllBytes(Path.Combine(Snapshots, $"{number++:000}.json"), each);
        using Process build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(Root, "tests", "programs", "DsrReadiness.Mono.Trial"), "-c", "Release", "-o", Path.Combine(_folder, "trial"), "-v", "quiet", "--nologo", "-p:IsAnalyzed=true"]))!;
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
    }

    /// <summary>The snapshots to judge.</summary>
    public string Snapshots => Path.Combine(_folder, "snapshots");

    private static string Root { get; } = FindRoot();

    /// <summary>What the program writes of the snapshots, under Mono and for a user of a language.</summary>
    public async Task<byte[]> RunAsync(string locale)
    {
        var start = new ProcessStartInfo(MonoTheoryAttribute.Mono, [Path.Combine(_folder, "trial", "DsrReadiness.Mono.Trial.exe"), Snapshots]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = locale;
        using Process process = Process.Start(start)!;
        using var output = new MemoryStream();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<byte[]> Kept()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Root, "docs", "samples"), "*.json").Order(StringComparer.Ordinal))
            yield return File.ReadAllBytes(file);
        foreach ((string _, byte[] input) in Corpora.OfClone().Of("snapshot").Concat(Corpora.OfClone().Of("judge")))
            yield return input;
        yield return Encoding.UTF8.GetBytes(
            """
            { "format": "dsr-snapshot/1", "computerName": "İstanbul\u180E\u08E2\u2066", "collectedAt": "2026-11-22T02:00:00.1234567+02:00", "collector": "x",
              "readings": [ { "namespace": "root/StandardCimv2", "class": "MSFT_NetAdapter", "store": null, "rows": [
                { "Speed": 5E-324, "a": -0.0, "b": 1.7976931348623157E+308, "c": 0.1, "d": 123456789012345678.0, "e": 2.2250738585072011e-308, "f": 9007199254740993.0, "g": 1e-7, "h": 18446744073709551615,
                  "i": 18446744073709551616, "j": 1e23, "k": 0.30000000000000004, "l": 1E16, "m": -0 } ] } ] }
            """);
    }

    private static IEnumerable<byte[]> Changed(byte[][] kept)
    {
        var mutator = new Mutator(new Random(Seed), SnapshotReaders.Words, Longest);
        int readable = 0, refused = 0;
        while (readable < Readable || refused < Refused)
        {
            byte[] changed = mutator.Mutate(kept[(readable + refused) % kept.Length], kept);
            if (SnapshotReaders.Read(changed) ? readable++ < Readable : refused++ < Refused)
                yield return changed;
        }
    }

    private static string FindRoot()
    {
        string at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "DsrReadiness.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }
}
