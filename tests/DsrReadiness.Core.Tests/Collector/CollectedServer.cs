using System.IO;
using System.Threading.Tasks;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Collector;

/// <summary>One run of the collector against the stand-ins, for all tests that look at what came of it.</summary>
public sealed class CollectedServer : IAsyncLifetime
{
    /// <summary>What the collector asked the stand-ins for.</summary>
    public string[] Asked { get; private set; } = [];

    /// <summary>What it told on the console.</summary>
    public string Told { get; private set; } = string.Empty;

    /// <summary>The file that it wrote.</summary>
    public byte[] File { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, Told, string errors) = await RunAsync(folder, "-Path", "out.json");
        Assert.True(exitCode == 0, errors);
        Asked = await System.IO.File.ReadAllLinesAsync(folder["log.txt"]);
        File = await System.IO.File.ReadAllBytesAsync(folder["out.json"]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public Snapshot Read() => SnapshotFile.Read(new MemoryStream(File), "out.json");

    /// <summary>Runs the collector in a folder, where the stand-ins keep their log.</summary>
    internal static Task<(int ExitCode, string Output, string Errors)> RunAsync(TemporaryFolder folder, params string[] arguments) => Pwsh.RunAsync(
        folder.Path, CollectorScript.Tool("StandIns.ps1"), ["-Script", CollectorScript.FilePath, "-Log", folder["log.txt"], .. arguments]);
}
