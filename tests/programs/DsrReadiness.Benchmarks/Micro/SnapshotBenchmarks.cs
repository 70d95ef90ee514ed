using System.IO;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DsrReadiness.Checks;
using DsrReadiness.Desired;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks.Micro;

/// <summary>What is done with one snapshot, in a warm process.</summary>
[InProcess]
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private readonly DsrService _service = Server.Service().DualStack();
    private readonly CheckRunner _runner = new(Catalogue.All);
    private byte[] _bytes = [];
    private Snapshot _snapshot = Server.Ready().Build();

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Make()
    {
        string folder = Directory.CreateTempSubdirectory("dsr-benchmarks-").FullName;
        SnapshotGenerator.Generate(folder, 1, [SnapshotLayout.exported]);
        _bytes = File.ReadAllBytes(Directory.GetFiles(folder).Single());
        Directory.Delete(folder, recursive: true);
        _snapshot = Read();
    }

    /// <summary>System.Text.Json.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using JsonDocument document = JsonDocument.Parse(_bytes);
        return (int)document.RootElement.ValueKind;
    }

    /// <summary>The snapshot reader.</summary>
    [Benchmark]
    public Snapshot Read() => SnapshotFile.Read(_bytes, 0, _bytes.Length, "a file");

    /// <summary>The snapshot reader and all checks.</summary>
    [Benchmark]
    public object ReadAndJudge() => _runner.Run(Read(), _service);

    /// <summary>All checks of a snapshot that was judged before.</summary>
    [Benchmark]
    public object JudgeAgain() => _runner.Run(_snapshot, _service);

    /// <summary>The ways of all packets.</summary>
    [Benchmark]
    public object Trace() => PathTracer.Trace(_snapshot, _service);

    /// <summary>The plan.</summary>
    [Benchmark]
    public object Plan() => Planner.Plan(_snapshot, _service, new PlanOptions());
}
