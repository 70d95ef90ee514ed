using System;
using System.Collections.Generic;

namespace DsrReadiness.Plans.Journals;

/// <summary>
/// The port to where journals are kept: one text a run, to which lines are appended. A line is on the disk before <see cref="Begin"/> and <see cref="Append"/> return.
/// What cannot be done is a <see cref="JournalStoreException"/>, whatever the system calls it.
/// </summary>
public interface IJournalStore
{
    /// <summary>Keeps other runs on the same server away until disposed; null if there is one already.</summary>
    /// <exception cref="JournalStoreException">It is not known whether there is one: journals cannot be kept.</exception>
    IDisposable? TryLock(string computerName);

    /// <summary>The ids of the runs on a server, oldest first.</summary>
    /// <exception cref="JournalStoreException">They cannot be listed.</exception>
    IReadOnlyList<string> List(string computerName);

    /// <summary>The whole journal of a run, as UTF-8, also while the run writes it.</summary>
    /// <exception cref="JournalStoreException">It cannot be read.</exception>
    byte[] Read(string computerName, string runId);

    /// <summary>Begins the journal of a run with its first line, without its line end, and makes it durable.</summary>
    /// <exception cref="JournalStoreException">It cannot be written, or there is one of that run. A part of the line may be there.</exception>
    void Begin(string computerName, string runId, byte[] line);

    /// <summary>Appends one line, without its line end, and makes it durable.</summary>
    /// <exception cref="JournalStoreException">It cannot be written, or the journal is gone. A part of the line may be there.</exception>
    void Append(string computerName, string runId, byte[] line);

    /// <summary>Cuts a journal to its first bytes: drops a last line that was not written to its end.</summary>
    /// <exception cref="JournalStoreException">It cannot be written.</exception>
    void Truncate(string computerName, string runId, int length);

    /// <summary>Where a journal is, for people: of a file, its path.</summary>
    string PathOf(string computerName, string runId);
}
