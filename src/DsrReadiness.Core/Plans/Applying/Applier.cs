using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>Carries plans out, one change at a time: asked for, journaled, done, proved; and undoes them.</summary>
internal sealed class Applier(ServerPorts ports, IJournalStore store)
{
    /// <summary>Applies a plan. A run of the same service that was cut off is gone on with, in the same journal.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="observer">Who is asked and told.</param>
    /// <param name="keepOnFailure">Leaves what was done in place when a change fails, rather than undoing it.</param>
    /// <param name="cancellationToken">Ends the run between two changes, or while waiting.</param>
    /// <exception cref="JournalFormatException">A journal of this server cannot be read; nothing was touched.</exception>
    public async Task<ApplyReport> ApplyAsync(Plan plan, IApplyObserver observer, bool keepOnFailure, CancellationToken cancellationToken)
    {
        if (!string.Equals(plan.ComputerName, ports.Reader.ComputerName, StringComparison.OrdinalIgnoreCase))
            return Refused($"The plan is for {plan.ComputerName}, and this is {ports.Reader.ComputerName}.");
        IDisposable? runLock = null;
        try
        {
            runLock = store.TryLock(plan.ComputerName);
            if (runLock is null)
                return Busy(plan.ComputerName);
            JournalRun? unfinished = JournalReader.ReadAll(store, plan.ComputerName, repair: true).LastOrDefault(run => run.Status is RunStatus.Open or RunStatus.Partial);
            if (plan.Changes.Count == 0)
                return NothingToDo(plan, unfinished);
            if (unfinished is not null && !Completes(plan, unfinished))
            {
                return Refused(
                    $"Run {unfinished.Id} for {string.Join(", ", unfinished.VirtualIPAddresses)} was not finished. Undo it, or complete it by planning and applying its service again.");
            }

            JournalWriter journal = unfinished is null ? JournalWriter.Begin(store, NewRun(plan)) : JournalWriter.Resume(store, unfinished);
            return await RunAsync(plan, journal, observer, keepOnFailure, cancellationToken).ConfigureAwait(false);
        }
        catch (JournalStoreException e)
        {
            return Refused(e.Message);
        }
        finally
        {
            runLock?.Dispose();
        }
    }

    /// <summary>Undoes a run, newest change first, and then what earlier undone runs kept for the sake of its VIPs.</summary>
    /// <exception cref="JournalFormatException">A journal of this server cannot be read; nothing was touched.</exception>
    public async Task<ApplyReport> UndoAsync(string runId, IApplyObserver observer, CancellationToken cancellationToken)
    {
        string computerName = ports.Reader.ComputerName;
        IDisposable? runLock = null;
        try
        {
            runLock = store.TryLock(computerName);
            if (runLock is null)
                return Busy(computerName);
            IReadOnlyList<JournalRun> runs = JournalReader.ReadAll(store, computerName, repair: true);
            JournalRun? run = runs.FirstOrDefault(each => each.Id == runId);
            if (run is null)
                return Refused($"There is no run {runId} on {computerName}.");
            if (run.Status == RunStatus.Undone)
                return new ApplyReport(ApplyResult.NothingToDo, run, Left(run));
            return await UndoAsync(run, runs, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (JournalStoreException e)
        {
            return Refused(e.Message);
        }
        finally
        {
            runLock?.Dispose();
        }
    }

    /// <summary>The instance ids of the loopback devices that runs on a server made, for the planner: they are ours to use.</summary>
    /// <exception cref="JournalFormatException">A journal of this server cannot be used.</exception>
    /// <exception cref="JournalStoreException">A journal of this server cannot be read.</exception>
    public static IReadOnlyCollection<string> OwnDevices(IJournalStore store, string computerName, IReadOnlyList<LoopbackDevice> present)
    {
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JournalStep step in JournalReader.ReadAll(store, computerName).SelectMany(run => run.Steps).Where(step => step.Status != StepStatus.Undone))
            own.UnionWith(present.Select(device => device.InstanceId).Where(step.MadeDeviceIs));
        return own;
    }

    private static ApplyReport Refused(string reason) => new(ApplyResult.Refused, null, [], reason);

    private static ApplyReport Busy(string computerName) => Refused($"Another run is under way on {computerName}. Wait until it has ended, and run this again.");

    private static JournalStep[] Left(JournalRun run) => run.Steps.Where(step => step.Status != StepStatus.Undone).ToArray();

    private static string WithLoss(string reason, JournalWriter journal) => journal.Lost is null ? reason : reason + " " + journal.Lost.Message;

    /// <summary>True if the plan is what is left of the run.</summary>
    private static bool Completes(Plan plan, JournalRun unfinished) => !plan.IsPart && unfinished.IsFor(plan.Service);

    /// <summary>A run that ended early with nothing in place is over; otherwise it waits to be completed or undone.</summary>
    private static RunStatus Ended(JournalRun run) => Left(run).Length == 0 ? RunStatus.Undone : RunStatus.Partial;

    /// <summary>A run of the same service that was cut off behind its last change is complete, and said so now.</summary>
    private ApplyReport NothingToDo(Plan plan, JournalRun? unfinished)
    {
        if (unfinished is null || !Completes(plan, unfinished))
            return new ApplyReport(ApplyResult.NothingToDo, null, []);
        new JournalWriter(store, unfinished).End(RunStatus.Applied);
        return new ApplyReport(ApplyResult.NothingToDo, unfinished, []);
    }

    private JournalRun NewRun(Plan plan)
    {
        DateTimeOffset now = ports.Clock.UtcNow;
        return new JournalRun(
            RunIds.Next(store.List(plan.ComputerName), now, plan.Service.VirtualIPAddresses[0]), plan.ComputerName, now, plan.Service.VirtualIPAddresses);
    }

    private async Task<ApplyReport> RunAsync(
        Plan plan, JournalWriter journal, IApplyObserver observer, bool keepOnFailure, CancellationToken cancellationToken)
    {
        var stepper = new StepRunner(ports, journal, observer);
        int done = 0;
        try
        {
            foreach (Change change in plan.Changes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                observer.Progress(done++, plan.Changes.Count, change.Text);
                if (!await stepper.RunAsync(change, cancellationToken).ConfigureAwait(false))
                {
                    End(journal, Ended(journal.Run));
                    return new ApplyReport(ApplyResult.Declined, journal.Run, Left(journal.Run), WithLoss("Declined: " + change.Text, journal), stepper.RestartNeeded);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            End(journal, Ended(journal.Run));
            return new ApplyReport(ApplyResult.Cancelled, journal.Run, Left(journal.Run), WithLoss("Cancelled.", journal), stepper.RestartNeeded);
        }
        catch (Exception e) when (e is ChangeFailedException or JournalStoreException)
        {
            string reason = plan.Changes[done - 1].Text + " " + e.Message;
            if (keepOnFailure)
                End(journal, Ended(journal.Run));
            else
                await UndoStepsAsync(journal, observer, CancellationToken.None).ConfigureAwait(false);
            return new ApplyReport(ApplyResult.Failed, journal.Run, Left(journal.Run), reason, stepper.RestartNeeded);
        }

        End(journal, RunStatus.Applied);
        return journal.Lost is null
            ? new ApplyReport(ApplyResult.Applied, journal.Run, [], restartNeeded: stepper.RestartNeeded)
            : new ApplyReport(ApplyResult.Failed, journal.Run, Left(journal.Run), WithLoss("Every change is made, but its journal does not say so.", journal), stepper.RestartNeeded);
    }

    /// <summary>Says how a run ended. Where that cannot be written any more, the journal has the run as open: it can be undone or completed like any that was cut off.</summary>
    private static void End(JournalWriter journal, RunStatus status)
    {
        try
        {
            journal.End(status);
        }
        catch (JournalStoreException) when (journal.Lost is not null)
        {
            // The writer keeps it, and the report tells it.
        }
    }

    private async Task<ApplyReport> UndoAsync(
        JournalRun run, IReadOnlyList<JournalRun> runs, IApplyObserver observer, CancellationToken cancellationToken)
    {
        var journal = new JournalWriter(store, run);
        bool declinedOrCancelled = !await UndoStepsAsync(journal, observer, cancellationToken).ConfigureAwait(false);
        if (declinedOrCancelled)
            return new ApplyReport(ApplyResult.Declined, run, Left(run), WithLoss("The rest was not undone.", journal));
        foreach (JournalRun earlier in runs.Where(each => each != run && each.Status == RunStatus.Undone && each.Steps.Any(step => step.IsKeptForOthers)))
            await UndoStepsAsync(new JournalWriter(store, earlier), observer, cancellationToken).ConfigureAwait(false);
        return journal.Lost is null
            ? new ApplyReport(ApplyResult.Applied, run, Left(run))
            : new ApplyReport(ApplyResult.Failed, run, Left(run), WithLoss("The journal does not say what is undone. Undo the run once more, which does nothing twice.", journal));
    }

    /// <summary>
    /// Undoes the steps of a run that are in place, the last one first. False if it was ended before all were tried. It goes on without the journal where that cannot be written any
    /// more: undoing what is undone already does nothing, so the journal need not know.
    /// </summary>
    private async Task<bool> UndoStepsAsync(JournalWriter journal, IApplyObserver observer, CancellationToken cancellationToken)
    {
        var undoer = new StepUndoer(ports, journal, observer);
        foreach (JournalStep step in journal.Run.Steps.Where(step => step.Status != StepStatus.Undone).Reverse().ToArray())
        {
            try
            {
                if (!cancellationToken.IsCancellationRequested && await undoer.UndoAsync(step, cancellationToken).ConfigureAwait(false))
                    continue;
            }
            catch (JournalStoreException) when (journal.Lost is not null)
            {
                continue;
            }

            End(journal, RunStatus.Partial);
            return false;
        }

        End(journal, RunStatus.Undone);
        return true;
    }
}
