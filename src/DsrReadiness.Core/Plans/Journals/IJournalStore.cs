using System;
using System.Collections.Generic;

namespace DsrReadiness.Plans.Journals;

/// <summary>
/// The port to where journals are kept: one text a run, to which lines are appended. A line is on the disk before <see cref="Append"/> returns.
/// </summary>
public interface IJournalStore
{
    /// <summary>Keeps other runs on the same server away until disposed; null if there is one already.</summary>
    IDisposable? TryLock(string computerName);

    /// <summary>The ids of the runs on a server, oldest first.</summary>
    IReadOnlyList<string> List(string computerName);

    /// <summary>The whole journal of a run, as UTF-8.</summary>
    byte[] Read(string computerName, string runId);

    /// <summary>Appends one line, without its line end, and makes it durable. The first line of a run begins its journal.</summary>
    void Append(string computerName, string runId, byte[] line);

    /// <summary>Cuts a journal to its first bytes: drops a last line that was not written to its end.</summary>
    void Truncate(string computerName, string runId, int length);
}
