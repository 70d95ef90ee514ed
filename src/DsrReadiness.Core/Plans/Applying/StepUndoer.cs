using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>Puts back what was there before a step, if what is there now is what the step made of it and nobody else needs it.</summary>
internal sealed class StepUndoer(ServerPorts ports, JournalWriter journal, IApplyObserver observer)
{
    private readonly ChangeExecutor _executor = new(ports.Reader, ports.Writer, ports.Clock);
    private readonly RowFinder _rows = new(ports.Reader);
    private readonly InterfaceResolver _interfaces = new(ports.Reader);
    private readonly Dependents _dependents = new(ports.Reader);

    /// <summary>Undoes a step, or keeps it and says why. False if it was declined.</summary>
    public async Task<bool> UndoAsync(JournalStep step, CancellationToken cancellationToken)
    {
        try
        {
            string? needed = step.Change.IsShared
                ? await _dependents.WhoNeedsAsync(step, journal.Run, cancellationToken).ConfigureAwait(false)
                : null;
            if (needed is not null)
            {
                journal.Set(step, StepStatus.Kept, needed, forOthers: true);
                return true;
            }

            return step.Change.Row.Class == LoopbackDeviceClass.Class
                ? await UndoDeviceAsync(step, cancellationToken).ConfigureAwait(false)
                : await UndoRowAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            journal.Set(step, StepStatus.Kept, e.Message);
            return true;
        }
    }

    private async Task<bool> UndoRowAsync(JournalStep step, CancellationToken cancellationToken)
    {
        RowSelector row = step.Change.Row;
        ResolvedInterface? on = step.On is null ? null : await _interfaces.FindAsync(step.On, cancellationToken).ConfigureAwait(false);
        if (step.On is not null && on is null)
        {
            journal.Set(step, StepStatus.Undone, $"{step.On.Alias} is not there any more, and the change went with it.");
            return true;
        }

        Dictionary<CimStore, RowState> present = await _rows.ReadAsync(row, step.Change.Stores, on, cancellationToken).ConfigureAwait(false);
        Dictionary<CimStore, RowState> wanted = step.Before.ToDictionary(pair => pair.Key, pair => RestoredState.For(pair.Value, step.Change.To));
        if (present.All(pair => RestoredState.IsMet(pair.Value, wanted[pair.Key])))
        {
            journal.Set(step, StepStatus.Undone);
            return true;
        }

        foreach (KeyValuePair<CimStore, RowState> now in present)
        {
            if (!now.Value.Meets(step.Change.To) && !RestoredState.IsMet(now.Value, wanted[now.Key]))
            {
                journal.Set(step, StepStatus.Kept, $"{row} is {now.Value}, which is neither what the run made of it nor what it was: somebody changed it.");
                return true;
            }
        }

        if (wanted.Values.Any(state => VipGuard.IsForbidden(row, on, state)))
        {
            journal.Set(step, StepStatus.Kept, $"{row} is not put back: {on?.Alias} answers ARP and ND.");
            return true;
        }

        if (!observer.Approve(Inverse(step)))
            return false;
        await _executor.ReachAsync(row, on, wanted, step.Change.Options, observer.Tell, cancellationToken).ConfigureAwait(false);
        journal.Set(step, StepStatus.Undone);
        return true;
    }

    private async Task<bool> UndoDeviceAsync(JournalStep step, CancellationToken cancellationToken)
    {
        if (!step.Change.To.IsPresent)
        {
            journal.Set(step, StepStatus.Kept, "A device that was removed is not made again by undoing: plan to make the server ready again.");
            return true;
        }

        DeviceReading found = await ports.Devices.FindAsync(cancellationToken).ConfigureAwait(false);
        if (found.Devices is null)
            throw new ChangeFailedException(found.Failure!, "Looking for loopback devices");
        string[] made = found.Devices.Select(device => device.InstanceId).Where(step.MadeDeviceIs).ToArray();
        if (made.Length == 0)
        {
            journal.Set(step, StepStatus.Undone);
            return true;
        }

        if (made.Length > 1)
        {
            journal.Set(step, StepStatus.Kept, $"Several loopback devices are new since, and which one the run made is not known: {string.Join(", ", made)}.");
            return true;
        }

        if (!observer.Approve(Inverse(step)))
            return false;
        observer.Tell("Remove loopback device " + made[0]);
        DeviceOutcome removed = await ports.Devices.RemoveAsync(made[0], cancellationToken).ConfigureAwait(false);
        if (removed.Failure is not null)
            throw new ChangeFailedException(removed.Failure, "Removing the device");
        journal.Set(step, StepStatus.Undone);
        return true;
    }

    private static Change Inverse(JournalStep step) => new()
    {
        Text = "Undo: " + step.Change.Text,
        CheckId = step.Change.CheckId,
        Row = step.Change.Row,
        Stores = step.Change.Stores,
        To = step.Before.Values.First(),
        Warning = step.Change.Warning,
    };
}
