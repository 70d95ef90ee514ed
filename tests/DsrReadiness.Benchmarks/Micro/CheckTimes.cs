using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks.Micro;

/// <summary>How long each check takes, on the way through all of them.</summary>
internal static class CheckTimes
{
    public static void Measure(string[] files)
    {
        DsrService service = Server.Service().DualStack();
        var taken = new Dictionary<string, (TimeSpan Time, long Bytes)>(StringComparer.Ordinal);
        foreach (int round in (int[])[0, 1])
        {
            taken.Clear();
            foreach (string file in files)
            {
                byte[] bytes = File.ReadAllBytes(file);
                Snapshot snapshot = Time(taken, "(read)", () => SnapshotFile.Read(bytes, 0, bytes.Length, file));
                CheckContext context = Time(taken, "(context)", () => new CheckContext(snapshot, service));
                foreach (Check check in Catalogue.All.Checks)
                    Time(taken, check.Info.Id, () => check.Evaluate(context).ToArray());
            }
        }

        foreach ((string check, (TimeSpan time, long bytes)) in taken.OrderByDescending(each => each.Value.Time))
            Console.WriteLine($"{check,-10} {time.TotalMicroseconds / files.Length,10:F1} us {bytes / 1024.0 / files.Length,8:F1} KB");
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
