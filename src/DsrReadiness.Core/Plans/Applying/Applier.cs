using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;

namespace DsrReadiness.Plans.Applying;

/// <summary>Carries plans out, one change at a time: asked for, journaled, done, proved; and undoes them.</summary>
internal sealed class Applier(ServerPorts ports, IJournalStore store)
{
    /// <summary>Applies a plan. A run of the same service that was cut off is gone on with, in the same journal.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="observer">Who is asked and told.</param>
    /// <param name="keepOnFailure">Leaves what was done in place when a change fails, rather than undoing it.</param>
    /// <param name="cancellationToken">Ends the run between two changes, or while waiting.</param>
    public async Task<ApplyReport> ApplyAsync(Plan plan, IApplyObserver observer, bool keepOnFailure, CancellationToken cancellationToken)
    {
        if (!string.Equals(plan.ComputerName, ports.Reader.ComputerName, StringComparison.OrdinalIgnoreCase))
            return Refused($"The plan is for {plan.ComputerName}, and this is {ports.Reader.ComputerName}.");
        return await AloneAsync(plan.ComputerName, async () =>
        {
            if (plan.IsSpent)
                return Refused("This plan was carried out before, and the server is another one since. Make a new plan with Get-DsrPlan.");
            if (RunIds.IsBeyond(ports.Clock.UtcNow))
                return Refused("The clock of this computer says that it is the year 9999. Set it: Set-Date.");
            var problems = new List<JournalFormatException>();
            IReadOnlyList<JournalRun> runs = JournalReader.ReadAll(store, plan.ComputerName, repair: true, problems.Add);
            JournalRun? unfinished = runs.LastOrDefault(run => run.Status is RunStatus.Open or RunStatus.Partial);
            if (plan.Changes.Count == 0)
                return NothingToDo(plan, unfinished);
            if (unfinished is not null && !Completes(plan, unfinished))
            {
                return Refused(
                    $"Run {unfinished.Id} for {string.Join(", ", unfinished.VirtualIPAddresses)} was not finished. Undo it, or complete it by planning and applying its service again.");
            }

            JournalWriter journal = unfinished is null ? JournalWriter.Begin(store, NewRun(plan)) : JournalWriter.Resume(store, unfinished);
            ApplyReport report = await RunAsync(plan, journal, runs, observer, keepOnFailure, cancellationToken).ConfigureAwait(false);
            report.JournalProblems = problems;
            return report;
        }).ConfigureAwait(false);
    }

    /// <summary>Undoes a run, newest change first, and then what earlier undone runs kept for the sake of its VIPs.</summary>
    /// <exception cref="JournalFormatException">The journal of the run cannot be used; nothing was touched.</exception>
    public Task<ApplyReport> UndoAsync(string runId, IApplyObserver observer, CancellationToken cancellationToken)
    {
        string computerName = ports.Reader.ComputerName;
        return AloneAsync(computerName, async () =>
        {
            var problems = new List<JournalFormatException>();
            IReadOnlyList<JournalRun> runs = JournalReader.ReadAll(store, computerName, repair: true, problems.Add);
            JournalRun? run = runs.FirstOrDefault(each => each.Id == runId);
            if (run is null)
                return problems.Find(each => each.RunId == runId) is { } unusable ? throw unusable : Refused($"There is no run {runId} on {computerName}.");
            if (run.Status == RunStatus.Undone && Left(run).Length == 0)
                return new ApplyReport(ApplyResult.NothingToDo, run, []);
            return await UndoAsync(run, runs, observer, cancellationToken).ConfigureAwait(false);
        });
    }

    /// <summary>The instance ids of the loopback devices that runs on a server made, for the planner: they are ours to use.</summary>
    /// <remarks>A journal that cannot be used tells of none.</remarks>
    /// <exception cref="JournalStoreException">A journal of this server cannot be read.</exception>
    public static IReadOnlyCollection<string> OwnDevices(IJournalStore store, string computerName, IReadOnlyList<LoopbackDevice> present)
    {
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JournalStep step in JournalReader.ReadAll(store, computerName, unusable: _ => { }).SelectMany(run => run.Steps).Where(step => step.Status != StepStatus.Undone))
            own.UnionWith(present.Select(device => device.InstanceId).Where(step.MadeDeviceIs));
        return own;
    }

    private static ApplyReport Refused(string reason) => new(ApplyResult.Refused, null, [], reason);

    /// <summary>Works while no other run does, and with the journals of a server.</summary>
    private async Task<ApplyReport> AloneAsync(string computerName, Func<Task<ApplyReport>> work)
    {
        try
        {
            using IDisposable? runLock = store.TryLock(computerName);
            return runLock is null
                ? Refused($"Another run is under way on {computerName}. Wait until it has ended, and run this again.")
                : await work().ConfigureAwait(false);
        }
        catch (JournalStoreException e)
        {
            return Refused(e.Message);
        }
    }

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
        DsrService service = plan.Service;
        IEnumerable<string> texts = service.Ports.Select(port => port.ToString());
        return new JournalRun(
            RunIds.Next(store.List(plan.ComputerName), now, service.VirtualIPAddresses[0]),
            plan.ComputerName,
            now,
            service.VirtualIPAddresses,
            service.Probe?.Port is { } probed ? [.. texts, $"{service.Probe.Protocol}/{probed}".ToLowerInvariant()] : [.. texts],
            plan.IsRemoval);
    }

    private async Task<ApplyReport> RunAsync(
        Plan plan, JournalWriter journal, IReadOnlyList<JournalRun> runs, IApplyObserver observer, bool keepOnFailure, CancellationToken cancellationToken)
    {
        var stepper = new StepRunner(ports, journal, runs, observer);
        Change? current = null;
        bool isDeclined = false;
        Exception? ended = await CatchAsync(async () =>
        {
            for (int i = 0; i < plan.Changes.Count && !isDeclined; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                current = plan.Changes[i];
                observer.Progress(i, plan.Changes.Count, current.Text);
                isDeclined = !await stepper.RunAsync(current, cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        ApplyReport report = await EndAsync(journal, runs, observer, current, ended, isDeclined, keepOnFailure, cancellationToken).ConfigureAwait(false);
        plan.IsSpent = report.Result == ApplyResult.Applied || report.Left.Count > 0;
        report.RestartNeeded = stepper.RestartNeeded;
        return report;
    }

    private async Task<ApplyReport> EndAsync(
        JournalWriter journal,
        IReadOnlyList<JournalRun> runs,
        IApplyObserver observer,
        Change? current,
        Exception? ended,
        bool isDeclined,
        bool keepOnFailure,
        CancellationToken cancellationToken)
    {
        JournalRun run = journal.Run;
        if (ended is null && !isDeclined)
        {
            End(journal, RunStatus.Applied);
            return journal.Lost is null
                ? new ApplyReport(ApplyResult.Applied, run, [])
                : new ApplyReport(ApplyResult.Failed, run, Left(run), WithLoss("Every change is made, but its journal does not say so.", journal));
        }

        if (isDeclined || cancellationToken.IsCancellationRequested)
        {
            // Whoever stops a run wants it to end now: what is done is left, and the journal knows it.
            End(journal, Ended(run));
            return isDeclined
                ? new ApplyReport(ApplyResult.Declined, run, Left(run), WithLoss("Declined: " + current!.Text, journal))
                : new ApplyReport(ApplyResult.Cancelled, run, Left(run), WithLoss("Cancelled.", journal));
        }

        string reason = $"{current!.Text} {Words(ended!)}";
        if (keepOnFailure)
            End(journal, Ended(run));
        else
            await UndoStepsAsync(journal, runs, observer, cancellationToken).ConfigureAwait(false);
        return HasUnknown(run)
            ? new ApplyReport(ApplyResult.OutcomeUnknown, run, Left(run), reason + " Windows did not answer, and may still make this change.")
            : new ApplyReport(ApplyResult.Failed, run, Left(run), reason);
    }

    /// <summary>
    /// Does a part of a run, and brings what ended it. The one place of the core that catches everything: a run that somebody's exception leaves in the middle would leave a server half
    /// changed, and nobody would take it back.
    /// </summary>
    private static async Task<Exception?> CatchAsync(Func<Task> part)
    {
        try
        {
            await part().ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // As said above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    private static string Words(Exception e) => e is ChangeFailedException or JournalStoreException ? e.Message : $"Unexpected {e.GetType().Name}: {e.Message}";

    private static bool HasUnknown(JournalRun run) => run.Steps.Any(step => step.Status == StepStatus.Unknown);

    /// <summary>Says how a run ended. Where that cannot be written any more, the journal has the run as open: it can be undone or completed like any that was cut off.</summary>
    private static void End(JournalWriter journal, RunStatus status) => WriteIfAble(journal, () => journal.End(status));

    private static void WriteIfAble(JournalWriter journal, Action write)
    {
        try
        {
            write();
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
        if (!await UndoStepsAsync(journal, runs, observer, cancellationToken).ConfigureAwait(false))
            return new ApplyReport(ApplyResult.Declined, run, Left(run), WithLoss("The rest was not undone.", journal));
        foreach (JournalRun earlier in runs.Where(each => each != run && each.Status == RunStatus.Undone && each.Steps.Any(step => step.IsKeptForOthers)))
            await UndoStepsAsync(new JournalWriter(store, earlier), runs, observer, cancellationToken).ConfigureAwait(false);
        if (HasUnknown(run))
            return new ApplyReport(ApplyResult.OutcomeUnknown, run, Left(run), WithLoss("Windows did not answer a change, and may still make it.", journal));
        return journal.Lost is null
            ? new ApplyReport(ApplyResult.Applied, run, Left(run))
            : new ApplyReport(ApplyResult.Failed, run, Left(run), WithLoss("The journal does not say what is undone. Undo the run once more, which does nothing twice.", journal));
    }

    /// <summary>
    /// Undoes the steps of a run that are in place, the last one first. False if it was ended before all were tried. It goes on without the journal where that cannot be written any
    /// more: undoing what is undone already does nothing, so the journal need not know.
    /// </summary>
    private async Task<bool> UndoStepsAsync(JournalWriter journal, IReadOnlyList<JournalRun> runs, IApplyObserver observer, CancellationToken cancellationToken)
    {
        var undoer = new StepUndoer(ports, journal, runs, observer);
        foreach (JournalStep step in journal.Run.Steps.Where(step => step.Status != StepStatus.Undone).Reverse().ToArray())
        {
            bool isDeclined = false;
            Exception? ended = cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(cancellationToken)
                : await CatchAsync(async () => isDeclined = !await undoer.UndoAsync(step, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            if (isDeclined || cancellationToken.IsCancellationRequested)
            {
                End(journal, RunStatus.Partial);
                return false;
            }

            if (ended is not null and not JournalStoreException)
                WriteIfAble(journal, () => journal.Set(step, StepStatus.Kept, Words(ended))); // The others are undone all the same.
        }

        End(journal, HasUnknown(journal.Run) ? RunStatus.Partial : RunStatus.Undone);
        return true;
    }
}
