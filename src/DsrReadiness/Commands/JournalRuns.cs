using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Looks into the journals of a server.</summary>
internal static class JournalRuns
{
    /// <summary>The runs on a server, oldest first.</summary>
    /// <exception cref="FailureException">There is no way to the server, or its journals cannot be read.</exception>
    public static async Task<IReadOnlyList<JournalRun>> ReadAsync(ServerJob job)
    {
        using ServerChanges changes = await job.Server.Access.OpenAsync(job.Stopping).ConfigureAwait(false);
        try
        {
            return JournalReader.ReadAll(changes.Journals, changes.Ports.Reader.ComputerName, unusable: e => job.Warn($"{job.Server}: {e.Message}"));
        }
        catch (JournalStoreException e)
        {
            throw new FailureException(Failures.JournalNotAvailable(job.Server, e));
        }
    }

    /// <summary>The run that made a device and has not been undone; null if none has.</summary>
    public static JournalRun? MakerOf(IReadOnlyList<JournalRun> runs, string instanceId) => runs.LastOrDefault(
        run => run.Steps.Any(step => step.Status != StepStatus.Undone && string.Equals(step.MadeDevice, instanceId, StringComparison.OrdinalIgnoreCase)));
}
