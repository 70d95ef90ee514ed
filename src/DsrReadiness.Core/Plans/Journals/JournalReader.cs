using System;
using System.Collections.Generic;
using DsrReadiness.Json;

namespace DsrReadiness.Plans.Journals;

/// <summary>
/// Reads journals back. The last line may be torn, since a run can be cut off while it writes one: it announces nothing that was begun, and is dropped. Anything
/// else that is not as we write it makes the journal unusable.
/// </summary>
internal static class JournalReader
{
    /// <summary>All runs on a server, oldest first.</summary>
    /// <param name="store">Where the journals are kept.</param>
    /// <param name="computerName">The server.</param>
    /// <param name="repair">True to cut a torn line off, for one who holds the lock: for anybody else, a run may be writing it at this moment.</param>
    /// <param name="unusable">Told of each journal that is damaged or foreign, which is passed over; null to end at the first.</param>
    /// <exception cref="JournalFormatException">One of the journals is damaged or foreign.</exception>
    /// <exception cref="JournalStoreException">One of the journals cannot be read.</exception>
    public static IReadOnlyList<JournalRun> ReadAll(IJournalStore store, string computerName, bool repair = false, Action<JournalFormatException>? unusable = null)
    {
        var runs = new List<JournalRun>();
        foreach (string id in store.List(computerName))
        {
            try
            {
                if (Read(store, computerName, id, repair) is { } run)
                    runs.Add(run);
            }
            catch (JournalFormatException e) when (unusable is not null)
            {
                unusable(e);
            }
        }

        return runs;
    }

    /// <summary>One run; null if it was cut off before its first line was whole, so that nothing was begun.</summary>
    private static JournalRun? Read(IJournalStore store, string computerName, string runId, bool repair)
    {
        byte[] bytes = store.Read(computerName, runId);
        JournalRun? run = null;
        int line = 0;
        int start = 0;
        while (Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and int end)
        {
            line++;
            try
            {
                var entry = new JournalEntryReader(JsonTree.Read(bytes, start, end - start));
                if (run is null)
                    run = entry.ReadRun(runId, computerName);
                else
                    entry.ReadInto(run);
            }
            catch (Exception e) when (e is JsonFormatException or FormatException)
            {
                throw new JournalFormatException(runId, store.PathOf(computerName, runId), line, e.Message);
            }

            start = end + 1;
        }

        if (repair && start < bytes.Length)
            store.Truncate(computerName, runId, start);
        return run;
    }
}
