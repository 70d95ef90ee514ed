using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks.Micro;

/// <summary>What judging one file takes in a warm process, part by part.</summary>
/// <param name="Part">An id of a check, or in brackets what else there is.</param>
/// <param name="Microseconds">How long it takes on average.</param>
/// <param name="Kilobytes">What it allocates on average.</param>
internal sealed record CheckTimes(string Part, double Microseconds, double Kilobytes)
{
    public const string Parse = "(`JsonDocument.Parse`, to compare)";
    public const string Read = "(reading)";

    /// <summary>The slowest first.</summary>
    public static IReadOnlyList<CheckTimes> Measure(string[] files)
    {
        DsrService service = Server.Service().DualStack();
        var taken = new Dictionary<string, (TimeSpan Time, long Bytes)>(StringComparer.Ordinal);
        foreach (int round in (int[])[0, 1])
        {
            taken.Clear();
            foreach (string file in files)
            {
                byte[] bytes = File.ReadAllBytes(file);
                Time(taken, Parse, () => JsonDocument.Parse(bytes)).Dispose();
                Snapshot snapshot = Time(taken, Read, () => SnapshotFile.Read(bytes, 0, bytes.Length, file));
                CheckContext context = Time(taken, "(what checks share)", () => new CheckContext(snapshot, service));
                foreach (Check check in Catalogue.All.Checks)
                    Time(taken, check.Info.Id, () => check.Evaluate(context).ToArray());
            }
        }

        return [.. taken.OrderByDescending(each => each.Value.Time)
            .Select(each => new CheckTimes(each.Key, each.Value.Time.TotalMicroseconds / files.Length, each.Value.Bytes / 1024.0 / files.Length))];
    }

    private static T Time<T>(Dictionary<string, (TimeSpan Time, long Bytes)> taken, string what, Func<T> action)
    {
        (TimeSpan time, long bytes) = taken.GetValueOrDefault(what);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        T result = action();
        taken[what] = (time + Stopwatch.GetElapsedTime(start), bytes + GC.GetAllocatedBytesForCurrentThread() - before);
        return result;
    }
}
