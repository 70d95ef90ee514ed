using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace DsrReadiness.Robustness.Soaking;

/// <summary>What the process holds: memory that is in use, threads, open files and the like. A thread of the pool that has nothing to do is nobody's: how many wait there is for .NET to say.</summary>
internal sealed record Footprint(long Bytes, int Threads, int Handles)
{
    public static Footprint Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        int handles = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        int idle = ThreadPool.ThreadCount - (most - available);
        return new Footprint(GC.GetTotalMemory(forceFullCollection: true), self.Threads.Count - idle, handles);
    }

    public static Footprint Largest(IEnumerable<Footprint> of) =>
        of.Aggregate((one, other) => new Footprint(Math.Max(one.Bytes, other.Bytes), Math.Max(one.Threads, other.Threads), Math.Max(one.Handles, other.Handles)));

    public static Footprint Smallest(IEnumerable<Footprint> of) =>
        of.Aggregate((one, other) => new Footprint(Math.Min(one.Bytes, other.Bytes), Math.Min(one.Threads, other.Threads), Math.Min(one.Handles, other.Handles)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1e6:F1} MB, {Threads} threads, {Handles} handles");
}
