using System;
using System.IO;
using DsrReadiness.Checks;
using DsrReadiness.Commands.Tests.Contracts;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands.Tests.Servers;

/// <summary>What tests need and do not care about.</summary>
internal static class Some
{
    public const string Vip = "192.168.11.50";

    public static DsrService Service { get; } = new([System.Net.IPAddress.Parse(Vip)], [ServicePort.Parse("443")]);

    public static Snapshot Snapshot(string sample = "server2019-ready.json")
    {
        using Stream stream = typeof(Module).Assembly.GetManifestResourceStream(sample)!;
        return SnapshotFile.Read(stream, sample);
    }

    /// <summary>A server of any name, behind a snapshot of its own.</summary>
    public static DsrServer Server(string name) => ServerConnector.Snapshot(new Snapshot(name, DateTimeOffset.UnixEpoch, "tests", []));

    public static DsrVerdict Verdict(string sample = "server2019-one-nic.json", DsrService? service = null)
    {
        Snapshot snapshot = Snapshot(sample);
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(snapshot, service ?? Service);
        return new DsrVerdict(ServerConnector.Snapshot(snapshot), verdict, snapshot.CollectedAt);
    }
}
