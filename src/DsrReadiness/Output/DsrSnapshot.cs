using System;
using System.Linq;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>A snapshot read from a file. It can be given wherever a server is asked for.</summary>
public sealed class DsrSnapshot : DsrObject, IStandsForServer
{
    private readonly Snapshot _snapshot;

    internal DsrSnapshot(Snapshot snapshot, string path)
    {
        _snapshot = snapshot;
        Server = ServerConnector.Snapshot(snapshot);
        Path = path;
        FailedReadingCount = snapshot.Readings.Count(reading => reading.Failure is not null);
    }

    /// <summary>The server that the snapshot was taken of, as the snapshot shows it.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName => Server.Name;

    /// <summary>When it was taken.</summary>
    public DateTimeOffset CollectedAt => _snapshot.CollectedAt;

    /// <summary>What took it.</summary>
    public string Collector => SafeText.Of(_snapshot.Collector);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many readings were taken or tried.</summary>
    public int ReadingCount => _snapshot.Readings.Count;

    /// <summary>How many of them failed.</summary>
    public int FailedReadingCount { get; }

    /// <inheritdoc/>
    public override string ToString() => ComputerName;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(CollectedAt), ViewText.Time(CollectedAt) },
        { nameof(Path), SafeText.Of(Path) },
    };
}
