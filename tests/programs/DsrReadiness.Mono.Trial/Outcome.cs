using System;
using System.IO;
using System.Net;
using System.Text;
using DsrReadiness.Checks;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Reports;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Mono.Trial;

/// <summary>What the core makes of snapshots, as bytes: the verdict, the packets' ways, the plan and the snapshot written anew, or the words with which it is refused.</summary>
internal static class Outcome
{
    private static readonly DsrService s_service = new(
        [IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")],
        [ServicePort.Parse("tcp/443"), ServicePort.Parse("udp/5000-5003")],
        [IPAddress.Parse("192.0.2.5")],
        Probe.Parse("tcp/192.0.2.10:443"),
        [],
        null);

    /// <summary>One file after the other, in ordinal order of their names.</summary>
    public static void WriteAll(string folder, Stream output)
    {
        string[] files = Directory.GetFiles(folder, "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            byte[] title = Encoding.UTF8.GetBytes("== " + Path.GetFileName(file) + "\n");
            output.Write(title, 0, title.Length);
            Write(File.ReadAllBytes(file), output);
        }
    }

    private static void Write(byte[] file, Stream output)
    {
        Snapshot snapshot;
        try
        {
            snapshot = SnapshotFile.Read(file, 0, file.Length, "file");
        }
        catch (SnapshotFormatException e)
        {
            byte[] refusal = Encoding.UTF8.GetBytes(e.Message + "\n");
            output.Write(refusal, 0, refusal.Length);
            return;
        }

        var verdict = new VerdictJson(output);
        verdict.Write(new CheckRunner(Catalogue.All).Run(snapshot, s_service, new CheckInputs(earlier: snapshot)));
        verdict.End();
        var paths = new PathJson(output);
        foreach (PathTrace trace in PathTracer.Trace(snapshot, s_service))
            paths.Write(trace);
        paths.End();
        var plan = new PlanJson(output);
        plan.Write(Planner.Plan(snapshot, s_service));
        plan.End();
        SnapshotFile.Write(snapshot, output);
    }
}
