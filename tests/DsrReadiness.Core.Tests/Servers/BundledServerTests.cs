using System;
using System.IO;
using System.Runtime.CompilerServices;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Snapshots;

namespace DsrReadiness.Tests.Servers;

public sealed class BundledServerTests
{
    private const string Name = "server2019-ready.json";
    private const string UpdateVariable = "DSR_UPDATE_SAMPLES";

    /// <summary>With DSR_UPDATE_SAMPLES=1 the file is written anew instead of compared.</summary>
    [Fact]
    public void The_bundled_ready_server_is_the_one_that_the_tests_build()
    {
        Snapshot built = Server.Ready().Build();
        var expected = new Snapshot(built.ComputerName, built.CollectedAt, "made from server2019-one-nic.json", built.Readings);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            Write(expected);
        else
            SnapshotAssert.Same(expected, SnapshotFile.Read(Sample.Open(Name), Name));
    }

    private static void Write(Snapshot snapshot, [CallerFilePath] string here = "")
    {
        string folder = Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), "../../../docs/samples"));
        using FileStream file = File.Create(Path.Join(folder, Name));
        SnapshotFile.Write(snapshot, file);
    }
}
