using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
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
    public static async Task<ApplyReport?> ApplyAsync(ServerJob job, Plan plan, bool isWhatIf, RemovalOptions? removal = null, bool keepOnFailure = false)
    {
        if (plan.IsRefused)
            throw new FailureException(Failures.PlanRefused(job.Server, plan.Refusals));
        foreach (Refusal left in plan.Refusals)
            job.Warn(AdviceText.Of(null, $"{job.Server}: left to you: {left.Reason}", left.Recommendation), left.Command);
        if (isWhatIf)
        {
            var shown = new JobObserver(job, Asking.Answered);
            foreach (Change change in plan.Changes)
                shown.Approve(change);
            return null;
        }

        if (plan.Changes.Count == 0)
            return await DoNothingAsync(job, plan).ConfigureAwait(false);
        using ServerChanges changes = await OpenAsync(job, plan.Changes.Any(change => change.Row.Class == LoopbackDeviceClass.Class)).ConfigureAwait(false);
        removal ??= plan.IsRemoval ? throw new InvalidOperationException("A command that removes says how it goes about that.") : new RemovalOptions { AsksForEach = true };
        if (plan.IsRemoval && !await RemovalGate.PassAsync(job, changes.Ports, plan.Service.VirtualIPAddresses, Question(plan), removal).ConfigureAwait(false))
            return new ApplyReport(ApplyResult.Declined, null, []);
        if (!plan.IsRemoval && removal.DrainLimit is { } limit && plan.Changes.Any(TakesAddressOff))
            await RemovalGate.DrainAsync(job, changes.Ports, plan.Service.VirtualIPAddresses, limit).ConfigureAwait(false);
        return await RunAsync(job, removal.AsksForEach, observer => new Applier(changes.Ports, changes.Journals).ApplyAsync(plan, observer, keepOnFailure, job.Stopping))
            .ConfigureAwait(false);
    }

    /// <summary>True if runs may be undone, which may take VIPs out of service.</summary>
    /// <exception cref="FailureException">The server cannot be changed, or there is nobody to ask.</exception>
    public static async Task<bool> MayUndoAsync(ServerJob job, IReadOnlyCollection<JournalRun> runs, RemovalOptions removal)
    {
        using ServerChanges changes = await OpenAsync(job, runs.Any(MadeDevices)).ConfigureAwait(false);
        IPAddress[] vips = [.. runs.SelectMany(run => run.VirtualIPAddresses).Distinct()];
        string action = $"Undo {(runs.Count == 1 ? "run" : "runs")} {string.Join(", ", runs.Select(run => run.Id))} for {string.Join<IPAddress>(", ", vips)}";
        return await RemovalGate.PassAsync(job, changes.Ports, vips, action, removal).ConfigureAwait(false);
    }

    /// <summary>Undoes a run.</summary>
    /// <exception cref="FailureException">It was refused or failed; the message says what is left.</exception>
    public static async Task<ApplyReport> UndoAsync(ServerJob job, JournalRun run, RemovalOptions removal)
    {
        using ServerChanges changes = await OpenAsync(job, MadeDevices(run)).ConfigureAwait(false);
        return await RunAsync(job, removal.AsksForEach, observer => new Applier(changes.Ports, changes.Journals).UndoAsync(run.Id, observer, job.Stopping)).ConfigureAwait(false);
    }

    /// <summary>Making a server ready may take a VIP off as well: from where it does not belong, or to put it back with another prefix.</summary>
    private static bool TakesAddressOff(Change change) => change.Row.Class == NetIPAddressClass.Class && !change.To.IsPresent;

    private static bool MadeDevices(JournalRun run) => run.Steps.Any(step => step.Change.Row.Class == LoopbackDeviceClass.Class);

    private static string Question(Plan plan) => plan.Changes.Count == 1
        ? plan.Changes[0].Text.TrimEnd('.')
        : $"Take {string.Join(", ", plan.Service.VirtualIPAddresses)} out of service by {plan.Changes.Count} changes";

    /// <summary>Nothing is left to do; a run that was cut off behind its last change learns so from the applier.</summary>
    private static async Task<ApplyReport> DoNothingAsync(ServerJob job, Plan plan)
    {
        job.Tell($"{job.Server}: there is nothing to do.");
        if (job.Server.Kind != DsrServerKind.Snapshot)
        {
            using ServerChanges changes = await job.Server.Access.OpenAsync(job.Stopping).ConfigureAwait(false);
            if (changes.IsElevated)
                return await RunAsync(job, asks: true, observer => new Applier(changes.Ports, changes.Journals).ApplyAsync(plan, observer, false, job.Stopping)).ConfigureAwait(false);
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

    private static async Task<ApplyReport> RunAsync(ServerJob job, bool asks, Func<IApplyObserver, Task<ApplyReport>> run)
    {
        var observer = new JobObserver(job, !asks ? Asking.No : job.Asks() ? Asking.Answered : Asking.Shown);
        ApplyReport report;
        try
        {
            report = await run(observer).ConfigureAwait(false);
        }
        catch (JournalFormatException e)
        {
            throw new FailureException(Failures.JournalCannotBeRead(job.Server, e));
        }
        finally
        {
            job.Progress("Changing " + job.Server, "Done", 100);
        }

        foreach (JournalFormatException unusable in report.JournalProblems)
            job.Warn($"{job.Server}: {unusable.Message}");
        if (report.RestartNeeded)
            job.Warn($"{job.Server} has to be restarted before all of this takes effect.");
        switch (report.Result)
        {
            case ApplyResult.Failed:
                throw new FailureException(Failures.ChangeFailed(job.Server, report));
            case ApplyResult.OutcomeUnknown:
                throw new FailureException(Failures.OutcomeUnknown(job.Server, report));
            case ApplyResult.Refused:
                throw new FailureException(Failures.RunRefused(job.Server, report.Reason ?? "The run was refused."));
            case ApplyResult.Cancelled:
                throw new OperationCanceledException(job.Stopping);
            case ApplyResult.Declined when observer.Unasked is { } failure && report.Left.Count == 0:
                throw new FailureException(failure);
            case ApplyResult.Declined:
                job.Warn($"{job.Server}: {report.Reason} What was done before is left as it is; Undo-DsrPlan -RunId {report.Run?.Id} takes it back.");
                break;
        }

        return report;
    }

    /// <summary>How each change is asked for.</summary>
    private enum Asking
    {
        /// <summary>Not at all: all of it was.</summary>
        No,

        /// <summary>It is shown, and nobody is asked.</summary>
        Shown,

        /// <summary>Somebody may be asked.</summary>
        Answered,
    }

    /// <summary>Asks and tells on the pipeline thread.</summary>
    private sealed class JobObserver(ServerJob job, Asking asking) : IApplyObserver
    {
        /// <summary>Why a question could not be asked, which counts as a no.</summary>
        public Failure? Unasked { get; private set; }

        public Approval Approve(Change change)
        {
            if (change.Warning is not null)
                job.Warn($"{job.Server}: {change.Warning}");
            string action = change.Text.TrimEnd('.');
            if (asking != Asking.Answered)
            {
                if (asking == Asking.Shown)
                    job.Show(job.Server.Name, action);
                return Approval.Unasked;
            }

            try
            {
                return job.MayDo(job.Server.Name, action) ? Approval.Answered : Approval.Declined;
            }
            catch (FailureException e)
            {
                Unasked = e.Failure;
                return Approval.Declined;
            }
        }

        public void Tell(string operation) => job.Tell($"{job.Server}: {operation}.");

        public void Progress(int done, int total, string what) => job.Progress("Changing " + job.Server, what, done * 100 / total);
    }
}
