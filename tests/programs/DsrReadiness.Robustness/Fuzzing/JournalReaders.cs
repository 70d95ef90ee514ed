using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Journals: read, or refused by a <see cref="JournalFormatException"/>. What was read is written so that it reads the same; and undone, whatever it says, without a fault of ours.</summary>
internal static class JournalReaders
{
    private const string Computer = "WEB01";
    private const string RunId = "20261122T020000000Z-192.0.2.10";

    public static string[] Words { get; } =
    [
        "\"entry\"", "run", "step", "status", "end", "Begun", "Done", "Failed", "Kept", "Undone", "Open", "Applied", "Partial", "Active", "Persistent", "None", "Adapter", "BuiltInLoopback", "MadeByPlan", "MSFT_NetIPInterface",
        "MSFT_NetIPAddress", "MSFT_NetFirewallRule", "MSFT_NetRoute", "MSFT_NetAdapterBindingSettingData", "LoopbackDevice", "WeakHostReceive", "IPAddress", "InterfaceIndex", "\n", "null", "{}", "[]", "192.0.2.10", "dsr-journal/1",
        "{\"entry\": \"end\", \"status\": \"Applied\"}\n", "\"where\": {}", "\"before\": {}", "\"to\": null", " Active", "-1", "Done, Kept",
    ];

    /// <summary>The journals of whole runs, of which one changes a VIP's place and one makes a device.</summary>
    public static IEnumerable<byte[]> Seeds()
    {
        foreach (StartingState state in StartingStates.All.Where(state => state.Name is "Clean" or "VIP with a /24 mask" or "Dual stack"))
        {
            var admin = new Admin(state.Build());
            ApplyReport report = admin.ApplyAsync(state.Service).GetAwaiter().GetResult();
            byte[] applied = admin.Journals.Read(Computer, report.Run!.Id);
            yield return Renamed(applied, report.Run.Id);
            admin.UndoAsync(report.Run.Id).GetAwaiter().GetResult();
            yield return Renamed(admin.Journals.Read(Computer, report.Run.Id), report.Run.Id);
            yield return Renamed(applied[..(applied.Length / 2)], report.Run.Id);
        }
    }

    public static bool Read(byte[] input) => TryRead(input) is not null;

    public static bool Undo(byte[] input)
    {
        if (TryRead(input) is null)
            return false;
        var admin = new Admin(new LabServerBuilder(Computer).Loopback("DSR Loopback", on => on.Address("192.0.2.10/32").WeakHost()).Listens("tcp/443").Build(), new OneJournal(input));
        ApplyReport report = admin.UndoAsync(RunId).GetAwaiter().GetResult();
        Promise.Holds(report.Result is not (ApplyResult.Failed or ApplyResult.Cancelled), "undoing failed: " + report.Reason);
        ApplyReport next = admin.ApplyAsync(StartingState.ServiceOf(["192.0.2.10"])).GetAwaiter().GetResult();
        Promise.Holds(next.Reason is not null || next.Result is ApplyResult.Applied or ApplyResult.NothingToDo, "the next run failed without a reason");
        return true;
    }

    private static JournalRun? TryRead(byte[] input)
    {
        JournalRun? run;
        try
        {
            run = JournalReader.ReadAll(new OneJournal(input), Computer, repair: true).SingleOrDefault();
            JournalDevices.Read(run is null ? [] : [run]);
        }
        catch (JournalFormatException e)
        {
            Promise.Refused(e, $"The journal {Computer}/{RunId}");
            return null;
        }

        if (run is null)
            return null;
        byte[] written = Write(run);
        JournalRun again = JournalReader.ReadAll(new OneJournal(written), Computer).Single();
        Promise.Holds(written.AsSpan().SequenceEqual(Write(again)), "a journal that was written and read is written differently");
        return run;
    }

    private static byte[] Write(JournalRun run)
    {
        using var stream = new MemoryStream();
        foreach (byte[] line in (IEnumerable<byte[]>)[JournalEntries.Run(run), .. run.Steps.Select(JournalEntries.Step), .. run.Steps.Select(JournalEntries.Status), JournalEntries.End(run.Status)])
        {
            stream.Write(line);
            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    private static byte[] Renamed(byte[] journal, string id) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(journal).Replace(id, RunId, StringComparison.Ordinal));

    /// <summary>Holds one journal that somebody has put there, and those that are begun after it.</summary>
    private sealed class OneJournal(byte[] bytes) : IJournalStore
    {
        private readonly MemoryJournals _others = new();
        private byte[] _bytes = bytes;

        public IDisposable? TryLock(string computerName) => _others.TryLock(computerName);

        public IReadOnlyList<string> List(string computerName) => [RunId, .. _others.List(computerName)];

        public byte[] Read(string computerName, string runId) => runId == RunId ? _bytes : _others.Read(computerName, runId);

        public void Begin(string computerName, string runId, byte[] line) => _others.Begin(computerName, runId, line);

        public void Append(string computerName, string runId, byte[] line)
        {
            if (runId == RunId)
                _bytes = [.. _bytes, .. line, (byte)'\n'];
            else
                _others.Append(computerName, runId, line);
        }

        public void Truncate(string computerName, string runId, int length)
        {
            if (runId == RunId)
                _bytes = _bytes[..length];
            else
                _others.Truncate(computerName, runId, length);
        }

        public string PathOf(string computerName, string runId) => _others.PathOf(computerName, runId);
    }
}
