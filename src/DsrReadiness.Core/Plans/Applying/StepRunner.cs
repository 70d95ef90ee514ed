using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>Makes one change after the other: look up, check, ask, journal, do, prove.</summary>
internal sealed class StepRunner(ServerPorts ports, JournalWriter journal, IApplyObserver observer)
{
    private readonly ChangeExecutor _executor = new(ports.Reader, ports.Writer, ports.Clock);
    private readonly RowFinder _rows = new(ports.Reader);
    private readonly InterfaceResolver _interfaces = new(ports.Reader)
    {
        MadeInstanceId = journal.Run.Steps.LastOrDefault(step => step.MadeDevice is not null)?.MadeDevice,
    };

    private bool _deviceNeedsRestart;

    public bool RestartNeeded => _deviceNeedsRestart || _executor.RestartNeeded;

    /// <summary>Makes a change, or finds it made. False if it was declined.</summary>
    /// <exception cref="ChangeFailedException">It could not be made; the step is marked as failed.</exception>
    public async Task<bool> RunAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.Row.Class == LoopbackDeviceClass.Class)
            return await (change.To.IsPresent ? CreateDeviceAsync(change, cancellationToken) : RemoveDeviceAsync(change, cancellationToken)).ConfigureAwait(false);
        ResolvedInterface? on = await LookUpAsync(change.Row.On, cancellationToken).ConfigureAwait(false);
        Dictionary<CimStore, RowState> before = await _rows.ReadAsync(change.Row, change.Stores, on, cancellationToken).ConfigureAwait(false);
        CheckPrecondition(change, before);
        VipGuard.Check(change.Row, on, change.To);
        if (change.MayBeAbsent && before.Values.All(state => !state.IsPresent))
            return true;
        if (before.Values.All(state => state.Meets(change.To)))
        {
            await ProveAsync(change, on, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (!observer.Approve(change))
            return false;
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, on?.Reference, before, []);
        journal.Begin(step);
        try
        {
            Dictionary<CimStore, RowState> wanted = change.Stores.ToDictionary(each => each, _ => change.To);
            await _executor.ReachAsync(change.Row, on, wanted, change.Options, observer.Tell, cancellationToken).ConfigureAwait(false);
            await ProveAsync(change, on, cancellationToken).ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            journal.Set(step, StepStatus.Failed, e.Message);
            throw;
        }

        journal.Set(step, StepStatus.Done);
        return true;
    }

    /// <summary>What is there must be what the planner saw, or already be what it is to become: anything else was somebody else's doing.</summary>
    private static void CheckPrecondition(Change change, Dictionary<CimStore, RowState> before)
    {
        foreach (KeyValuePair<CimStore, RowState> present in before)
        {
            if (change.From is not null && change.From.TryGetValue(present.Key, out RowState? expected)
                && !RestoredState.IsMet(present.Value, RestoredState.For(expected, change.To)) && !present.Value.Meets(change.To))
            {
                throw new ChangeFailedException(
                    FailureKind.InvalidParameter,
                    $"{change.Row} is {present.Value} and was {expected} when the plan was made: somebody changed it. Make a new plan.");
            }
        }
    }

    private async Task<ResolvedInterface?> LookUpAsync(InterfaceRef? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
            return null;
        return await _interfaces.FindAsync(reference, cancellationToken).ConfigureAwait(false)
            ?? throw new ChangeFailedException(FailureKind.NotFound, $"{reference.Alias} is not there any more.");
    }

    private async Task ProveAsync(Change change, ResolvedInterface? on, CancellationToken cancellationToken)
    {
        if (change.Settles is not null)
            await _executor.ExpectAsync(new RowExpectation(change.Row, change.Stores[0], change.Settles), on, cancellationToken).ConfigureAwait(false);
        foreach (RowExpectation proof in change.Proofs)
        {
            ResolvedInterface? proofOn = proof.Row.On is null ? null : await LookUpAsync(proof.Row.On, cancellationToken).ConfigureAwait(false);
            await _executor.ExpectAsync(proof, proofOn, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> CreateDeviceAsync(Change change, CancellationToken cancellationToken)
    {
        DeviceReading known = await ports.Devices.FindAsync(cancellationToken).ConfigureAwait(false);
        if (known.Devices is null)
            throw new ChangeFailedException(known.Failure!, "Looking for loopback devices");
        if (!observer.Approve(change))
            return false;
        var before = new Dictionary<CimStore, RowState> { [CimStore.None] = RowState.Absent };
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, null, before, known.Devices.Select(each => each.InstanceId).ToArray());
        journal.Begin(step);
        observer.Tell("Create a loopback device");
        DeviceOutcome made = await ports.Devices.CreateAsync(cancellationToken).ConfigureAwait(false);
        if (made.Device is null)
        {
            journal.Set(step, StepStatus.Failed, made.Failure!.ToString());
            throw new ChangeFailedException(made.Failure, "Creating the device");
        }

        _deviceNeedsRestart |= made.RestartNeeded;
        step.MadeDevice = made.Device.InstanceId;
        _interfaces.MadeInstanceId = made.Device.InstanceId;
        journal.Set(step, StepStatus.Begun);
        try
        {
            await _executor.WaitForAdapterAsync(_interfaces, InterfaceRef.MadeByPlan(change.Text), cancellationToken).ConfigureAwait(false);
            await ProveAsync(change, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ChangeFailedException e)
        {
            journal.Set(step, StepStatus.Failed, e.Message);
            throw;
        }

        journal.Set(step, StepStatus.Done);
        return true;
    }

    private async Task<bool> RemoveDeviceAsync(Change change, CancellationToken cancellationToken)
    {
        string instanceId = (string)change.Row.Where[0].Value;
        DeviceReading known = await ports.Devices.FindAsync(cancellationToken).ConfigureAwait(false);
        if (known.Devices is null)
            throw new ChangeFailedException(known.Failure!, "Looking for loopback devices");
        if (!known.Devices.Any(device => string.Equals(device.InstanceId, instanceId, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (!observer.Approve(change))
            return false;
        var before = new Dictionary<CimStore, RowState> { [CimStore.None] = RowState.Present() };
        var step = new JournalStep(journal.Run.Steps.Count + 1, change, null, before, []);
        journal.Begin(step);
        observer.Tell("Remove loopback device " + instanceId);
        DeviceOutcome removed = await ports.Devices.RemoveAsync(instanceId, cancellationToken).ConfigureAwait(false);
        if (removed.Failure is not null)
        {
            journal.Set(step, StepStatus.Failed, removed.Failure.ToString());
            throw new ChangeFailedException(removed.Failure, "Removing the device");
        }

        _deviceNeedsRestart |= removed.RestartNeeded;
        journal.Set(step, StepStatus.Done);
        return true;
    }
}
