using System;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Errors;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Threading;

/// <summary>Carries a plan out on behalf of a command: the one way in which commands change servers.</summary>
internal static class PlanRun
{
    /// <summary>Applies a plan, or only shows it.</summary>
    /// <returns>The report; null if it was only shown.</returns>
    /// <exception cref="FailureException">It was refused or failed; the message says what is left.</exception>
    public static async Task<ApplyReport?> ApplyAsync(ServerJob job, Plan plan, bool isWhatIf, bool keepOnFailure = false)
    {
        if (plan.IsRefused)
            throw new FailureException(Failures.PlanRefused(job.Server, plan.Refusals));
        foreach (Refusal left in plan.Refusals)
            job.Warn(SafeText.Of($"{job.Server}: left to you: {left.Reason} {left.Recommendation}".TrimEnd()));
        if (isWhatIf)
        {
            var shown = new JobObserver(job);
            foreach (Change change in plan.Changes)
                shown.Approve(change);
            return null;
        }

        if (plan.Changes.Count == 0)
            return await DoNothingAsync(job, plan).ConfigureAwait(false);
        using ServerChanges changes = await OpenAsync(job, plan.Changes.Any(change => change.Row.Class == LoopbackDeviceClass.Class)).ConfigureAwait(false);
        return await RunAsync(job, observer => new Applier(changes.Ports, changes.Journals).ApplyAsync(plan, observer, keepOnFailure, job.Stopping)).ConfigureAwait(false);
    }

    /// <summary>Undoes a run.</summary>
    /// <exception cref="FailureException">It was refused or failed; the message says what is left.</exception>
    public static async Task<ApplyReport> UndoAsync(ServerJob job, JournalRun run)
    {
        using ServerChanges changes = await OpenAsync(job, run.Steps.Any(step => step.Change.Row.Class == LoopbackDeviceClass.Class)).ConfigureAwait(false);
        return await RunAsync(job, observer => new Applier(changes.Ports, changes.Journals).UndoAsync(run.Id, observer, job.Stopping)).ConfigureAwait(false);
    }

    /// <summary>Nothing is left to do; a run that was cut off behind its last change learns so from the applier.</summary>
    private static async Task<ApplyReport> DoNothingAsync(ServerJob job, Plan plan)
    {
        job.Tell($"{job.Server}: there is nothing to do.");
        if (job.Server.Kind != DsrServerKind.Snapshot)
        {
            using ServerChanges changes = await job.Server.Access.OpenAsync(job.Stopping).ConfigureAwait(false);
            if (changes.IsElevated)
                return await RunAsync(job, observer => new Applier(changes.Ports, changes.Journals).ApplyAsync(plan, observer, false, job.Stopping)).ConfigureAwait(false);
        }

        return new ApplyReport(ApplyResult.NothingToDo, null, []);
    }

    /// <summary>What speaks against changing the server is said before anything is changed, and before anybody is asked.</summary>
    private static async Task<ServerChanges> OpenAsync(ServerJob job, bool needsDevices)
    {
        ServerChanges changes = await job.Server.Access.OpenAsync(job.Stopping).ConfigureAwait(false);
        Failure? refusal = !changes.IsElevated ? Failures.NotElevated(job.Server)
            : needsDevices && !changes.CanReachDevices ? Failures.DeviceIsRemote(job.Server)
            : null;
        if (refusal is null)
            return changes;
        changes.Dispose();
        throw new FailureException(refusal);
    }

    private static async Task<ApplyReport> RunAsync(ServerJob job, Func<IApplyObserver, Task<ApplyReport>> run)
    {
        ApplyReport report;
        try
        {
            report = await run(new JobObserver(job)).ConfigureAwait(false);
        }
        catch (JournalFormatException e)
        {
            throw new FailureException(Failures.JournalCannotBeRead(job.Server, e));
        }
        finally
        {
            job.Progress("Changing " + job.Server, "Done", 100);
        }

        if (report.RestartNeeded)
            job.Warn($"{job.Server} has to be restarted before all of this takes effect.");
        switch (report.Result)
        {
            case ApplyResult.Failed:
                throw new FailureException(Failures.ChangeFailed(job.Server, report));
            case ApplyResult.Refused:
                throw new FailureException(Failures.RunRefused(job.Server, report.Reason ?? "The run was refused."));
            case ApplyResult.Cancelled:
                throw new OperationCanceledException(job.Stopping);
            case ApplyResult.Declined:
                job.Warn($"{job.Server}: {report.Reason} What was done before is left as it is; Undo-DsrPlan -RunId {report.Run?.Id} takes it back.");
                break;
        }

        return report;
    }

    /// <summary>Asks and tells on the pipeline thread.</summary>
    private sealed class JobObserver(ServerJob job) : IApplyObserver
    {
        public bool Approve(Change change)
        {
            if (change.Warning is not null)
                job.Warn($"{job.Server}: {change.Warning}");
            return job.MayDo(job.Server.Name, change.Text.TrimEnd('.'));
        }

        public void Tell(string operation) => job.Tell($"{job.Server}: {operation}.");

        public void Progress(int done, int total, string what) => job.Progress("Changing " + job.Server, what, done * 100 / total);
    }
}
