using System.Collections.Generic;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Every reader of what others have written.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("snapshot", SnapshotReaders.Read, SnapshotReaders.Seeds, SnapshotReaders.Words) { LongestInput = 256 * 1024 },
        new("judge", SnapshotReaders.Judge, SnapshotReaders.Seeds, SnapshotReaders.Words) { Milliseconds = 2000, MicrosecondsPerByte = 100, LongestInput = 32 * 1024 },
        new("saved", SavedReaders.Read, SavedReaders.Seeds, SavedReaders.Words) { LongestInput = 256 * 1024 },
        new("service", ServiceReaders.Json, ServiceReaders.JsonSeeds, ServiceReaders.Words),
        new("psd1", ServiceReaders.PowerShell, ServiceReaders.PowerShellSeeds, ServiceReaders.Words) { Milliseconds = 2000, MicrosecondsPerByte = 500, LongestInput = 2 * 1024 },
        new("journal", JournalReaders.Read, JournalReaders.Seeds, JournalReaders.Words),
        new("undo", JournalReaders.Undo, JournalReaders.Seeds, JournalReaders.Words) { Milliseconds = 5000, MicrosecondsPerByte = 500 },
        new("netsh", TextReaders.Netsh, TextReaders.NetshSeeds, TextReaders.NetshWords),
        new("rules", TextReaders.Rules, TextReaders.RuleSeeds, TextReaders.RuleWords) { LongestInput = 4096 },
        new("dns", TextReaders.Dns, TextReaders.DnsSeeds) { LongestInput = 65535 },
        new("commandline", TextReaders.CommandLine, TextReaders.CommandLineSeeds, TextReaders.CommandLineWords) { Milliseconds = 1000, MicrosecondsPerByte = 50, LongestInput = 4096 },
    ];
}
