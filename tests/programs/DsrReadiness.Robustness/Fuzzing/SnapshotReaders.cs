using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Snapshot files: read, or refused by a <see cref="SnapshotFormatException"/>. What was read is written so that it reads the same, and can be judged, traced and planned for.</summary>
internal static class SnapshotReaders
{
    private const string Name = "input";

    private static readonly DsrService[] s_services =
    [
        StartingState.ServiceOf(["192.0.2.10"]),
        new(
            [IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")],
            [ServicePort.Parse("tcp/443"), ServicePort.Parse("udp/5000-5003")],
            [IPAddress.Parse("192.0.2.5")],
            Probe.Parse("icmp/192.0.2.10"),
            [],
            "Ethernet"),
    ];

    public static string[] Words { get; } =
    [
        "dsr-snapshot/1", "\"readings\"", "\"rows\"", "\"error\"", "\"class\"", "\"namespace\"", "\"store\"", "Active", "Persistent", "Enabled", "Disabled", "null", "true", "NotCollected", "AccessDenied",
        "192.0.2.10", "192.0.2.0/24", "0.0.0.0/0", "::/0", "2001:db8::10", "fe80::1%7", "InterfaceIndex", "20261122020000.000000+000", "/Date(1764000000000)/", "\\/Date(1)\\/", "P1DT2H", "2026-11-22T02:00:00Z",
        "{8A3F1C52-0000-4000-8000-000000000001}", "ROOT\\\\NET\\\\0000", "*MSLOOP", "Any", "TCP", "443", "RPC", "LocalSubnet", "\"value\"", "\"Count\"", "root/StandardCimv2",
    ];

    public static IEnumerable<byte[]> Seeds()
    {
        foreach (StartingState state in StartingStates.All.Where(state => state.Name is "Clean" or "Dual stack" or "Everything but the firewall"))
        {
            LabServer server = state.Build();
            yield return Write(SnapshotCollector.CollectAsync(server, server.Clock, null, "fuzzer", CancellationToken.None).GetAwaiter().GetResult());
        }
    }

    public static bool Read(byte[] input) => TryRead(input) is not null;

    public static bool Judge(byte[] input)
    {
        if (TryRead(input) is not { } snapshot)
            return false;
        foreach (DsrService service in s_services)
        {
            ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(snapshot, service, new CheckInputs(earlier: snapshot));
            if (verdict.Results.FirstOrDefault(result => result.Recommendation?.Contains("This is a bug", StringComparison.Ordinal) == true) is { } bug)
                throw new FindingException(bug.Reason);
            PathTracer.Trace(snapshot, service);
            Planner.Plan(snapshot, service);
        }

        return true;
    }

    private static Snapshot? TryRead(byte[] input)
    {
        Snapshot snapshot;
        try
        {
            snapshot = SnapshotFile.Read(input, 0, input.Length, Name);
        }
        catch (SnapshotFormatException e)
        {
            Promise.Refused(e, Name + ":");
            return null;
        }

        byte[] written = Write(snapshot);
        byte[] again = Write(SnapshotFile.Read(written, 0, written.Length, "written"));
        Promise.Holds(written.AsSpan().SequenceEqual(again), "a snapshot that was written and read is written differently");
        return snapshot;
    }

    private static byte[] Write(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(snapshot, stream);
        return stream.ToArray();
    }
}
