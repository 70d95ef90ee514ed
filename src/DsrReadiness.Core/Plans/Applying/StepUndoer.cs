using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// Puts back what was there before a step, if what is there now is what the step made of it and nobody else needs it. What it decides before a question it decides again after it.
/// </summary>
internal sealed class StepUndoer(ServerPorts ports, JournalWriter journal, IReadOnlyList<JournalRun> runs, IApplyObserver observer)
{
    /// <summary>For how long a write that was not answered may still take effect: longer than any limit of MI and WinRM by default (unverified).</summary>
    private static readonly TimeSpan s_lateness = TimeSpan.FromMinutes(10);

    private readonly RowFinder _rows = new(ports.Reader);
    private readonly ChangeExecutor _executor = new(ports.Writer, ports.Clock, new RowFinder(ports.Reader));
    private readonly InterfaceResolver _interfaces = new(ports.Reader);
    private readonly Dependents _dependents = new(ports.Reader, runs);
    private readonly StrayAddress _strays = new(ports.Reader);

    /// <summary>Undoes a step, or keeps it and says why. False if it was declined.</summary>
    public async Task<bool> UndoAsync(JournalStep step, CancellationToken cancellationToken)
    {
        try
        {
            return step.Change.Row.Class == LoopbackDeviceClass.Class
                ? await UndoDeviceAsync(step, cancellationToken).ConfigureAwait(false)
                : await UndoRowAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            if (e.IsUnanswered)
                step.UnansweredAt = ports.Clock.UtcNow;
            journal.Set(step, e.IsUnanswered ? StepStatus.Unknown : StepStatus.Kept, e.Message);
            return true;
        }
    }

    private async Task<bool> UndoRowAsync(JournalStep step, CancellationToken cancellationToken)
    {
        Place place = await PlaceOfAsync(step, cancellationToken).ConfigureAwait(false);
        UndoDecision first = await DecideAsync(step, place, cancellationToken).ConfigureAwait(false);
        if (Settles(step, first))
            return true;
        if (!observer.Approve(Inverse(step, first.Seen!.On?.Alias)))
            return false;
        UndoDecision now = await DecideAsync(step, place, cancellationToken).ConfigureAwait(false);
        if (Settles(step, now))
            return true;
        await _executor.ReachAsync(place, now.Seen!.Rows, now.Wanted!, step.Change.Options, observer.Tell, cancellationToken).ConfigureAwait(false);
        if (now.Seen.Rows.Values.All(state => state.Meets(step.Change.To)))
            step.UnansweredAt = null; // what was not answered was made after all, in each store, and is taken back
        Sight? after = await place.TryLookAsync(cancellationToken).ConfigureAwait(false);
        return Settles(step, await AsBeforeAsync(step, place, after?.On, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Where the step worked. A disabled adapter has the rows that Windows makes in the persistent store alone, and starts with those.</summary>
    private async Task<Place> PlaceOfAsync(JournalStep step, CancellationToken cancellationToken)
    {
        var place = new Place(step.Change.Row, step.On, step.Change.Stores, _interfaces, _rows);
        if (step.Change.Row.Class.Writing.Creation != CimCreation.None || await place.TryLookAsync(cancellationToken).ConfigureAwait(false) is not { } now)
            return place;
        CimStore[] there = [.. now.Rows.Where(each => each.Value.IsPresent).Select(each => each.Key)];
        return there.Length == 0 ? place : new Place(step.Change.Row, step.On, there, _interfaces, _rows);
    }

    private async Task<UndoDecision> DecideAsync(JournalStep step, Place place, CancellationToken cancellationToken)
    {
        Sight? now = await place.TryLookAsync(cancellationToken).ConfigureAwait(false);
        if (now is null)
            return await AsBeforeAsync(step, place, null, $"{step.On!.Alias} is not there any more, and the change went with it.", cancellationToken).ConfigureAwait(false);
        Dictionary<CimStore, RowState> wanted = step.Before.Where(pair => place.Stores.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => RestoredState.For(pair.Value, step.Change.To));
        if (now.Rows.All(pair => RestoredState.IsMet(pair.Value, wanted[pair.Key])))
            return await AsBeforeAsync(step, place, now.On, null, cancellationToken).ConfigureAwait(false);
        if (step.Change.To.IsPresent && now.Rows.Values.All(state => !state.IsPresent))
            return await AsBeforeAsync(step, place, now.On, $"{step.Change.Row} is not there any more, and the change went with it.", cancellationToken).ConfigureAwait(false);
        if (await NeededAsync(step, cancellationToken).ConfigureAwait(false) is { } needed)
            return needed;
        if (now.Rows.Any(each => !each.Value.Meets(step.Change.To) && !RestoredState.IsMet(each.Value, wanted[each.Key])))
        {
            return UndoDecision.Settle(
                StepStatus.Kept, $"{step.Change.Row} is {Text(now.Rows)}, which is neither what the run made of it nor what it was: somebody changed it.");
        }

        if (wanted.Values.Any(state => VipGuard.IsForbidden(step.Change.Row, now.On, state)))
            return UndoDecision.Settle(StepStatus.Kept, $"{step.Change.Row} is not put back: {now.On?.Alias} answers ARP and ND.");
        return UndoDecision.Bring(now, wanted);
    }

    private async Task<UndoDecision?> NeededAsync(JournalStep step, CancellationToken cancellationToken) =>
        await _dependents.WhoNeedsAsync(step, journal.Run, cancellationToken).ConfigureAwait(false) is { } needed
            ? UndoDecision.Settle(StepStatus.Kept, needed, forOthers: true)
            : null;

    /// <summary>The row is as it was: undone, unless a write that nobody answered may yet change it, or what the run put here has moved elsewhere.</summary>
    private async Task<UndoDecision> AsBeforeAsync(JournalStep step, Place? place, ResolvedInterface? on, string? note, CancellationToken cancellationToken)
    {
        if (place is not null && await _strays.WhereAsync(step, on, cancellationToken).ConfigureAwait(false) is not null)
        {
            // It may be the interface that moved, and not the address: so both are looked up once more.
            on = (await place.TryLookAsync(cancellationToken).ConfigureAwait(false))?.On;
            if (await _strays.WhereAsync(step, on, cancellationToken).ConfigureAwait(false) is { } stray)
                return UndoDecision.Settle(StepStatus.Kept, stray);
        }

        if (step.Status != StepStatus.Unknown || step.UnansweredAt is not { } at || (ports.Clock.UtcNow - at).Duration() >= s_lateness)
            return UndoDecision.Settle(StepStatus.Undone, note);
        return UndoDecision.Settle(
            StepStatus.Unknown, $"Windows did not answer this change at {at:u}, and may still make it. Wait {s_lateness.TotalMinutes:0} minutes, then run: Undo-DsrPlan -RunId {journal.Run.Id}");
    }

    private bool Settles(JournalStep step, UndoDecision decision)
    {
        if (decision.Wanted is not null)
            return false;
        journal.Set(step, decision.Status, decision.Note, decision.ForOthers);
        return true;
    }

    private async Task<bool> UndoDeviceAsync(JournalStep step, CancellationToken cancellationToken)
    {
        if (!step.Change.To.IsPresent)
        {
            journal.Set(step, StepStatus.Kept, "A device that was removed is not made again by undoing: plan to make the server ready again.");
            return true;
        }

        (UndoDecision decision, string? device) = await DecideDeviceAsync(step, cancellationToken).ConfigureAwait(false);
        if (device is null)
            return Settles(step, decision);
        if (!observer.Approve(Inverse(step, null)))
            return false;
        (decision, device) = await DecideDeviceAsync(step, cancellationToken).ConfigureAwait(false);
        if (device is null)
            return Settles(step, decision);
        observer.Tell("Remove loopback device " + device);
        DeviceOutcome removed = await ports.Devices.RemoveAsync(device, cancellationToken).ConfigureAwait(false);
        if (removed.Failure is not null)
            throw new ChangeFailedException(removed.Failure, "Removing the device") { IsUnanswered = ChangeFailedException.LeavesOpen(removed.Failure) };
        journal.Set(step, StepStatus.Undone);
        return true;
    }

    private async Task<(UndoDecision Decision, string? Device)> DecideDeviceAsync(JournalStep step, CancellationToken cancellationToken)
    {
        DeviceReading found = await ports.Devices.FindAsync(cancellationToken).ConfigureAwait(false);
        if (found.Devices is null)
            throw new ChangeFailedException(found.Failure!, "Looking for loopback devices");
        string[] made = found.Devices.Select(device => device.InstanceId).Where(step.MadeDeviceIs).ToArray();
        if (made.Length == 0)
            return (await AsBeforeAsync(step, null, null, null, cancellationToken).ConfigureAwait(false), null);
        if (await NeededAsync(step, cancellationToken).ConfigureAwait(false) is { } needed)
            return (needed, null);
        return made.Length > 1
            ? (UndoDecision.Settle(StepStatus.Kept, $"Several loopback devices are new since, and which one the run made is not known: {string.Join(", ", made)}."), null)
            : (UndoDecision.Settle(StepStatus.Undone), made[0]);
    }

    private static string Text(IReadOnlyDictionary<CimStore, RowState> rows) =>
        string.Join(" / ", rows.Values.Select(row => row.ToString()).Distinct());

    private static Change Inverse(JournalStep step, string? on) => new()
    {
        Text = UndoText.Of(step, on),
        CheckId = step.Change.CheckId,
        Row = step.Change.Row,
        Stores = step.Change.Stores,
        To = step.Before.Values.First(),
        Warning = step.Change.Warning,
    };
}
