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
            {
                step.UnansweredAt = ports.Clock.UtcNow;
                step.IsUndoingUnanswered = true;
            }

            journal.Set(step, e.IsUnanswered ? StepStatus.Unknown : StepStatus.Kept, e.Message);
            return true;
        }
    }

    private async Task<bool> UndoRowAsync(JournalStep step, CancellationToken cancellationToken)
    {
        if (journal.Run.Steps.Any(each => each != step && each.IsUndoingUnanswered && IsOpen(each) && each.Change.Row.NamesSame(step.Change.Row)))
        {
            journal.Set(step, StepStatus.Kept, $"Windows did not answer another change of {step.Change.Row}, and may still make it.");
            return true;
        }

        UndoDecision decision = await DecideAsync(step, cancellationToken).ConfigureAwait(false);
        if (Settles(step, decision))
            return true;
        switch (observer.Approve(Inverse(step, decision.Seen!.On?.Alias)))
        {
            case Approval.Declined:
                return false;
            case Approval.Answered:
                decision = await DecideAsync(step, cancellationToken).ConfigureAwait(false);
                if (Settles(step, decision))
                    return true;
                break;
        }

        Look look = LookAt(step, [.. decision.Seen!.Rows.Keys]);
        Sight after = await _executor.ReachAsync(look, decision.Seen, decision.Wanted!, step.Change.Options, observer.Tell, cancellationToken).ConfigureAwait(false);
        if (!step.IsUndoingUnanswered && decision.Seen.Rows.Values.All(state => state.Meets(step.Change.To)))
            step.UnansweredAt = null; // what was not answered was made after all, in each store, and is taken back
        string? note = await WaitUntilUsedAsync(step, cancellationToken).ConfigureAwait(false);
        return Settles(step, await AsBeforeAsync(step, look, after, note, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Waits until an address that is put back is in use, as it was. If Windows does not come to use it, it is back all the same, and that is told.</summary>
    private async Task<string?> WaitUntilUsedAsync(JournalStep step, CancellationToken cancellationToken)
    {
        if (step.Change.Row.Class != NetIPAddressClass.Class || step.Change.To.IsPresent || !step.Before.TryGetValue(CimStore.Active, out RowState? before)
            || !NetIPAddressClass.AddressState.Same(before[NetIPAddressClass.AddressState], (long)AddressState.Preferred))
        {
            return null;
        }

        try
        {
            var used = new RowExpectation(step.Change.Row, CimStore.Active, RowState.Present((NetIPAddressClass.AddressState, (long)AddressState.Preferred)));
            await _executor.ExpectAsync(used, LookAt(step, [CimStore.Active]), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ChangeFailedException e)
        {
            return e.Message;
        }
    }

    private Look LookAt(JournalStep step, IReadOnlyList<CimStore> stores) => new(step.Change.Row, step.On, stores, _interfaces, _rows);

    /// <summary>A disabled adapter has the rows that Windows makes in the persistent store alone, and starts with those.</summary>
    private static Sight WhereItIs(JournalStep step, Sight seen)
    {
        Dictionary<CimStore, RowState> there = seen.Rows.Where(each => each.Value.IsPresent).ToDictionary(each => each.Key, each => each.Value);
        return step.Change.Row.Class.Writing.Creation != CimCreation.None || there.Count == 0 ? seen : seen.In(there);
    }

    private async Task<UndoDecision> DecideAsync(JournalStep step, CancellationToken cancellationToken)
    {
        Look look = LookAt(step, step.Change.Stores);
        Task<string?> needing = _dependents.WhoNeedsAsync(step, journal.Run, cancellationToken);
        Sight seen = await SideBySide.FirstOfAsync(look.TryTakeAsync(cancellationToken), needing).ConfigureAwait(false);
        if (seen.IsGone)
            return await AsBeforeAsync(step, look, seen, $"{step.On!.Alias} is not there any more, and the change went with it.", cancellationToken).ConfigureAwait(false);
        Sight now = WhereItIs(step, seen);
        Dictionary<CimStore, RowState> wanted = step.Before.Where(pair => now.Rows.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => RestoredState.For(pair.Value, step.Change.To));
        if (now.Rows.All(pair => RestoredState.IsMet(pair.Value, wanted[pair.Key])))
            return await AsBeforeAsync(step, look, now, null, cancellationToken).ConfigureAwait(false);
        if (step.Change.To.IsPresent && now.Rows.Values.All(state => !state.IsPresent))
            return await AsBeforeAsync(step, look, now, $"{step.Change.Row} is not there any more, and the change went with it.", cancellationToken).ConfigureAwait(false);
        if (await needing.ConfigureAwait(false) is { } needed)
            return KeptFor(needed);
        if (now.Rows.Any(each => !each.Value.Meets(step.Change.To) && !RestoredState.IsMet(each.Value, wanted[each.Key])))
        {
            return new UndoDecision(
                StepStatus.Kept, $"{step.Change.Row} is {Text(now.Rows)}, which is neither what the run made of it nor what it was: somebody changed it.");
        }

        if (wanted.Values.Any(state => VipGuard.IsForbidden(step.Change.Row, now.On, state)))
            return new UndoDecision(StepStatus.Kept, $"{step.Change.Row} is not put back: {now.On?.Alias} answers ARP and ND.");
        return UndoDecision.Bring(now, wanted);
    }

    private static UndoDecision KeptFor(string needed) => new UndoDecision(StepStatus.Kept, needed, ForOthers: true);

    /// <summary>The row is as it was: undone, unless what the run put here has moved elsewhere.</summary>
    private async Task<UndoDecision> AsBeforeAsync(JournalStep step, Look look, Sight seen, string? note, CancellationToken cancellationToken)
    {
        // It may be the interface that moved, and not the address: so both are looked up once more.
        if (StrayAddress.Where(step, seen) is not null && StrayAddress.Where(step, await look.TryTakeAsync(cancellationToken).ConfigureAwait(false)) is { } stray)
            return new UndoDecision(StepStatus.Kept, stray);
        return new UndoDecision(StepStatus.Undone, note);
    }

    /// <summary>True while a write of the step that was not answered may still take effect.</summary>
    private bool IsOpen(JournalStep step) => step.Status == StepStatus.Unknown && step.UnansweredAt is { } at && (ports.Clock.UtcNow - at).Duration() < s_lateness;

    private UndoDecision WhileOpen(JournalStep step, UndoDecision decision)
    {
        string kept = decision.Status == StepStatus.Kept ? decision.Note + " " : string.Empty;
        return decision with
        {
            Status = StepStatus.Unknown,
            Note = $"{kept}Windows did not answer this change at {step.UnansweredAt:u}, and may still make it. Wait {s_lateness.TotalMinutes:0} minutes, then run: Undo-DsrPlan -RunId {journal.Run.Id}",
        };
    }

    /// <summary>It is undone or kept, unless a write that nobody answered may yet change it.</summary>
    private bool Settles(JournalStep step, UndoDecision decision)
    {
        if (decision.Wanted is not null)
            return false;
        UndoDecision end = IsOpen(step) ? WhileOpen(step, decision) : decision;
        journal.Set(step, end.Status, end.Note, end.ForOthers);
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
        switch (observer.Approve(Inverse(step, null)))
        {
            case Approval.Declined:
                return false;
            case Approval.Answered:
                (decision, device) = await DecideDeviceAsync(step, cancellationToken).ConfigureAwait(false);
                if (device is null)
                    return Settles(step, decision);
                break;
        }

        observer.Tell("Remove loopback device " + device);
        DeviceOutcome removed = await ports.Devices.RemoveAsync(device, cancellationToken).ConfigureAwait(false);
        if (removed.Failure is not null)
            throw new ChangeFailedException(removed.Failure, "Removing the device") { IsUnanswered = ChangeFailedException.LeavesOpen(removed.Failure) };
        journal.Set(step, StepStatus.Undone);
        return true;
    }

    private async Task<(UndoDecision Decision, string? Device)> DecideDeviceAsync(JournalStep step, CancellationToken cancellationToken)
    {
        Task<string?> needing = _dependents.WhoNeedsAsync(step, journal.Run, cancellationToken);
        DeviceReading found = await SideBySide.FirstOfAsync(ports.Devices.FindAsync(cancellationToken), needing).ConfigureAwait(false);
        if (found.Devices is null)
            throw new ChangeFailedException(found.Failure!, "Looking for loopback devices");
        string[] made = found.Devices.Select(device => device.InstanceId).Where(step.MadeDeviceIs).ToArray();
        if (made.Length == 0)
            return (new UndoDecision(StepStatus.Undone), null);
        if (await needing.ConfigureAwait(false) is { } needed)
            return (KeptFor(needed), null);
        return made.Length > 1
            ? (new UndoDecision(StepStatus.Kept, $"Several loopback devices are new since, and which one the run made is not known: {string.Join(", ", made)}."), null)
            : (new UndoDecision(StepStatus.Undone), made[0]);
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
