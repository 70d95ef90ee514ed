using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DsrReadiness.Plans.Journals;

/// <summary>Keeps journals in memory, for a server that is gone with the process: a lab.</summary>
public sealed class MemoryJournals : IJournalStore
{
    private readonly object _gate = new();
    private readonly Dictionary<(string Computer, string Run), MemoryStream> _journals = [];
    private readonly HashSet<string> _locked = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IDisposable? TryLock(string computerName)
    {
        lock (_gate)
            return _locked.Add(computerName) ? new RunLock(this, computerName) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string computerName)
    {
        lock (_gate)
            return _journals.Keys.Where(key => key.Computer == Key(computerName)).Select(key => key.Run).OrderBy(run => run, StringComparer.Ordinal).ToArray();
    }

    /// <inheritdoc/>
    public byte[] Read(string computerName, string runId)
    {
        lock (_gate)
            return _journals[(Key(computerName), runId)].ToArray();
    }

    /// <inheritdoc/>
    public void Begin(string computerName, string runId, byte[] line)
    {
        lock (_gate)
        {
            if (_journals.ContainsKey((Key(computerName), runId)))
                throw new JournalStoreException($"There is a journal of run {runId} already. Run the command again.");
            _journals.Add((Key(computerName), runId), new MemoryStream());
            Append(computerName, runId, line);
        }
    }

    /// <inheritdoc/>
    public void Append(string computerName, string runId, byte[] line)
    {
        lock (_gate)
        {
            if (!_journals.TryGetValue((Key(computerName), runId), out MemoryStream? journal))
                throw new JournalStoreException($"The journal of run {runId} is gone.");
            journal.Write(line, 0, line.Length);
            journal.WriteByte((byte)'\n');
        }
    }

    /// <inheritdoc/>
    public void Truncate(string computerName, string runId, int length)
    {
        lock (_gate)
            _journals[(Key(computerName), runId)].SetLength(length);
    }

    /// <inheritdoc/>
    public string PathOf(string computerName, string runId) => computerName + "/" + runId;

    private static string Key(string computerName) => computerName.ToUpperInvariant();

    private void Unlock(string computerName)
    {
        lock (_gate)
            _locked.Remove(computerName);
    }

    private sealed class RunLock(MemoryJournals journals, string computerName) : IDisposable
    {
        public void Dispose() => journals.Unlock(computerName);
    }
}
