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

/// <summary>Makes one change after the other: look, check, ask, look and check again, journal, do, prove.</summary>
internal sealed class StepRunner(ServerPorts ports, JournalWriter journal, IReadOnlyList<JournalRun> runs, IApplyObserver observer)
{
    private readonly RowFinder _rows = new(ports.Reader);
    private readonly ChangeExecutor _executor = new(ports.Writer, ports.Clock, new RowFinder(ports.Reader));
    private readonly InterfaceResolver _interfaces = new(ports.Reader)
    {
        MadeInstanceId = journal.Run.Steps.LastOrDefault(step => step.MadeDevice is not null)?.MadeDevice,
    };

    private readonly Dependents _dependents = new(ports.Reader, runs);

    private bool _deviceNeedsRestart;

    public bool RestartNeeded => _deviceNeedsRestart || _executor.RestartNeeded;

    /// <summary>Makes a change, or finds it made. False if it was declined.</summary>
    /// <exception cref="ChangeFailedException">It could not be made; the step is marked as failed.</exception>
    public async Task<bool> RunAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.Row.Class == LoopbackDeviceClass.Class)
            return await (change.To.IsPresent ? CreateDeviceAsync(change, cancellationToken) : RemoveDeviceAsync(change, cancellationToken)).ConfigureAwait(false);
        Look look = LookAt(change.Row, change.Stores);
        if (await SeeAsync(change, look, null, cancellationToken).ConfigureAwait(false) is not { } seen)
            return true;
        switch (observer.Approve(change))
        {
            case Approval.Declined:
                return false;
            case Approval.Answered:
                if (await SeeAsync(change, look, seen, cancellationToken).ConfigureAwait(false) is not { } now)
                    return true;
                seen = now;
                break;
        }

        await MakeAsync(change, look, seen, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Looks and checks, side by side with who else needs it. Null if the change is made already.</summary>
    /// <param name="change">The change.</param>
    /// <param name="look">Where.</param>
    /// <param name="asked">What was seen before a question; null before any.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<Sight?> SeeAsync(Change change, Look look, Sight? asked, CancellationToken cancellationToken)
    {
        Task<string?> sharing = WhoSharesAsync(change, null, cancellationToken);
        Sight now = await SideBySide.FirstOfAsync(look.TakeAsync(cancellationToken), sharing).ConfigureAwait(false);
        CheckPrecondition(change, now, change.From, "when the plan was made");
        CheckPrecondition(change, now, asked?.Rows, "before the question");
        if (await IsMadeAsync(change, now, cancellationToken).ConfigureAwait(false))
            return null;
        Refuse(await sharing.ConfigureAwait(false));
        return now;
    }

    /// <summary>A removal takes away what serves all only with the last VIP: one that came since the plan was made is not cut off.</summary>
    private Task<string?> WhoSharesAsync(Change change, string? device, CancellationToken cancellationToken) => journal.Run.IsRemoval && change.IsShared
        ? _dependents.WhoSharesAsync(change.Row.On, device, journal.Run.VirtualIPAddresses, cancellationToken)
        : Task.FromResult<string?>(null);

    private static void Refuse(string? needed)
    {
        if (needed is not null)
            throw new ChangeFailedException(FailureKind.InvalidParameter, needed + " Make a new plan.");
    }

    /// <summary>What is there must be what was seen, or already be what it is to become: anything else was somebody else's doing.</summary>
    private static void CheckPrecondition(Change change, Sight now, IReadOnlyDictionary<CimStore, RowState>? seen, string when)
    {
        VipGuard.Check(change.Row, now.On, change.To);
        foreach (KeyValuePair<CimStore, RowState> present in now.Rows)
        {
            if (seen is not null && seen.TryGetValue(present.Key, out RowState? expected)
                && !RestoredState.IsMet(present.Value, RestoredState.For(expected, change.To)) && !present.Value.Meets(change.To))
            {
                throw new ChangeFailedException(
                    FailureKind.InvalidParameter, $"{change.Row} is {present.Value} and was {expected} {when}: somebody changed it. Make a new plan.");
            }
        }
    }

    private Look LookAt(RowSelector row, IReadOnlyList<CimStore> stores) => new(row, row.On, stores, _interfaces, _rows);

    private async Task<bool> IsMadeAsync(Change change, Sight now, CancellationToken cancellationToken)
    {
        if (change.MayBeAbsent && now.Rows.Values.All(state => !state.IsPresent))
            return true;
        if (!now.Rows.Values.All(state => state.Meets(change.To)))
            return false;
        await ProveAsync(change, now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task MakeAsync(Change change, Look look, Sight now, CancellationToken cancellationToken)
    {
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, now.On?.Reference, now.Rows, []);
        return JournaledAsync(step, async () =>
        {
            Dictionary<CimStore, RowState> wanted = change.Stores.ToDictionary(each => each, _ => change.To);
            Sight made = await _executor.ReachAsync(look, now, wanted, change.Options, observer.Tell, cancellationToken).ConfigureAwait(false);
            await ProveAsync(change, made, cancellationToken).ConfigureAwait(false);
        });
    }

    /// <summary>Does what a step is, and writes into the journal that it begins, and how it ended.</summary>
    private async Task JournaledAsync(JournalStep step, Func<Task> work)
    {
        journal.Begin(step);
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            step.UnansweredAt = e.IsUnanswered ? ports.Clock.UtcNow : null;
            journal.Set(step, e.IsUnanswered ? StepStatus.Unknown : StepStatus.Failed, e.Message);
            throw;
        }

        journal.Set(step, StepStatus.Done);
    }

    /// <summary>Waits for all that has to follow, side by side: of the row itself only for what was not seen yet.</summary>
    private async Task ProveAsync(Change change, Sight? made, CancellationToken cancellationToken)
    {
        bool isSettled = change.Settles is null || made?.Rows[change.Stores[0]].Meets(change.Settles) == true;
        IEnumerable<RowExpectation> proofs = isSettled ? change.Proofs : [new RowExpectation(change.Row, change.Stores[0], change.Settles!), .. change.Proofs];
        await Task.WhenAll(proofs.Select(proof => _executor.ExpectAsync(proof, LookAt(proof.Row, [proof.Store]), cancellationToken))).ConfigureAwait(false);
    }

    private async Task<bool> CreateDeviceAsync(Change change, CancellationToken cancellationToken)
    {
        if (observer.Approve(change) == Approval.Declined)
            return false;
        IReadOnlyList<LoopbackDevice> known = await DevicesAsync(cancellationToken).ConfigureAwait(false);
        var before = new Dictionary<CimStore, RowState> { [CimStore.None] = RowState.Absent };
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, null, before, known.Select(each => each.InstanceId).ToArray());
        await JournaledAsync(step, async () =>
        {
            observer.Tell("Create a loopback device");
            DeviceOutcome made = await ports.Devices.CreateAsync(cancellationToken).ConfigureAwait(false);
            if (made.Device is null)
                throw new ChangeFailedException(made.Failure!, "Creating the device") { IsUnanswered = ChangeFailedException.LeavesOpen(made.Failure) };
            _deviceNeedsRestart |= made.RestartNeeded;
            step.MadeDevice = made.Device.InstanceId;
            _interfaces.MadeInstanceId = made.Device.InstanceId;
            journal.Set(step, StepStatus.Begun);
            await _executor.WaitForAdapterAsync(_interfaces, InterfaceRef.MadeByPlan(change.Text), cancellationToken).ConfigureAwait(false);
            await ProveAsync(change, null, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> RemoveDeviceAsync(Change change, CancellationToken cancellationToken)
    {
        string instanceId = (string)change.Row.Where[0].Value;
        if (!await IsThereAsync(change, instanceId, cancellationToken).ConfigureAwait(false))
            return true;
        Approval approval = observer.Approve(change);
        if (approval == Approval.Declined)
            return false;
        if (approval == Approval.Answered && !await IsThereAsync(change, instanceId, cancellationToken).ConfigureAwait(false))
            return true;
        var before = new Dictionary<CimStore, RowState> { [CimStore.None] = RowState.Present() };
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, null, before, []);
        await JournaledAsync(step, async () =>
        {
            observer.Tell("Remove loopback device " + instanceId);
            DeviceOutcome removed = await ports.Devices.RemoveAsync(instanceId, cancellationToken).ConfigureAwait(false);
            if (removed.Failure is not null)
                throw new ChangeFailedException(removed.Failure, "Removing the device") { IsUnanswered = ChangeFailedException.LeavesOpen(removed.Failure) };
            _deviceNeedsRestart |= removed.RestartNeeded;
        }).ConfigureAwait(false);
        return true;
    }

    /// <summary>True if the device is there and may go.</summary>
    private async Task<bool> IsThereAsync(Change change, string instanceId, CancellationToken cancellationToken)
    {
        Task<string?> sharing = WhoSharesAsync(change, instanceId, cancellationToken);
        IReadOnlyList<LoopbackDevice> devices = await SideBySide.FirstOfAsync(DevicesAsync(cancellationToken), sharing).ConfigureAwait(false);
        if (!devices.Any(device => string.Equals(device.InstanceId, instanceId, StringComparison.OrdinalIgnoreCase)))
            return false;
        Refuse(await sharing.ConfigureAwait(false));
        return true;
    }

    private async Task<IReadOnlyList<LoopbackDevice>> DevicesAsync(CancellationToken cancellationToken)
    {
        DeviceReading found = await ports.Devices.FindAsync(cancellationToken).ConfigureAwait(false);
        return found.Devices ?? throw new ChangeFailedException(found.Failure!, "Looking for loopback devices");
    }
}
