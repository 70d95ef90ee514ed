using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>What every call goes through: it is counted, takes its time, and suffers the faults that were set for it.</summary>
internal sealed class CallGate(LabClock clock, LabBehaviour behaviour, LabFaults faults, Action<TimeSpan, Action> later)
{
    private readonly object _gate = new();
    private readonly List<LabCall> _calls = [];
    private TaskCompletionSource<bool> _process = New();

    public IReadOnlyList<LabCall> Calls
    {
        get
        {
            lock (_gate)
                return _calls.ToArray();
        }
    }

    /// <summary>Completes when the process that calls now is killed.</summary>
    public Task Killed
    {
        get
        {
            lock (_gate)
                return _process.Task;
        }
    }

    public void Revive()
    {
        lock (_gate)
        {
            if (_process.Task.IsCompleted)
                _process = New();
        }
    }

    public void Forget()
    {
        lock (_gate)
            _calls.Clear();
    }

    public async Task<T> RunAsync<T>(LabCallKind kind, Func<string> text, Func<T> act, Func<CimFailure, T> fail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<bool> process = Current();
        await NeverIfKilledAsync(process).ConfigureAwait(false);
        LabCall call = Register(kind, text);
        IReadOnlyList<Fault> due = faults.Take(call);
        if (behaviour.Latency > TimeSpan.Zero)
            await clock.DelayAsync(behaviour.Latency, cancellationToken).ConfigureAwait(false);
        if (behaviour.RealLatency > TimeSpan.Zero)
            await Task.Delay(behaviour.RealLatency, cancellationToken).ConfigureAwait(false);
        return due.Count == 0
            ? await DoAsync(process, act).ConfigureAwait(false)
            : await SufferAsync(call, due, process, act, fail, cancellationToken).ConfigureAwait(false);
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A killed process learns nothing any more, not even that it was killed: its call never comes back.</summary>
    private static Task NeverIfKilledAsync(TaskCompletionSource<bool> process) => process.Task.IsCompleted ? New().Task : Task.CompletedTask;

    private static async Task<T> DoAsync<T>(TaskCompletionSource<bool> process, Func<T> act, bool isKilledAfter = false)
    {
        await NeverIfKilledAsync(process).ConfigureAwait(false);
        T result = act();
        if (isKilledAfter)
            process.TrySetResult(true);
        await NeverIfKilledAsync(process).ConfigureAwait(false);
        return result;
    }

    private async Task<T> SufferAsync<T>(
        LabCall call, IReadOnlyList<Fault> due, TaskCompletionSource<bool> process, Func<T> act, Func<CimFailure, T> fail, CancellationToken cancellationToken)
    {
        foreach (Fault fault in due.Where(each => each.Kind == FaultKind.Interfere))
            fault.Action?.Invoke();
        if (Has(due, FaultKind.KillBefore))
            process.TrySetResult(true);
        if (due.FirstOrDefault(each => each.Kind == FaultKind.Throw)?.Exception is { } escaping)
            throw escaping;
        if (Has(due, FaultKind.Hang))
            return fail(await HangAsync(call, cancellationToken).ConfigureAwait(false));
        if (due.FirstOrDefault(each => each.Kind == FaultKind.Late) is { } late)
            return await TakeEffectLaterAsync(late, process, act, fail).ConfigureAwait(false);
        if (due.FirstOrDefault(each => each.Kind == FaultKind.Fail)?.Failure is { } failure)
            return fail(failure);
        return await DoAsync(process, act, Has(due, FaultKind.KillAfter)).ConfigureAwait(false);
    }

    private async Task<T> TakeEffectLaterAsync<T>(Fault late, TaskCompletionSource<bool> process, Func<T> act, Func<CimFailure, T> fail)
    {
        await NeverIfKilledAsync(process).ConfigureAwait(false);
        later(late.Delay, () => act());
        return fail(new CimFailure(FailureKind.Timeout, "There was no answer in time."));
    }

    private static bool Has(IReadOnlyList<Fault> due, FaultKind kind) => due.Any(each => each.Kind == kind);

    private async Task<CimFailure> HangAsync(LabCall call, CancellationToken cancellationToken)
    {
        try
        {
            await clock.DelayAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.IsChange)
        {
            // A change that has begun must not throw: the caller has to know that its effect is open.
        }

        return new CimFailure(FailureKind.Timeout, "It was cancelled before it came back.");
    }

    private TaskCompletionSource<bool> Current()
    {
        lock (_gate)
            return _process;
    }

    private LabCall Register(LabCallKind kind, Func<string> text)
    {
        lock (_gate)
        {
            var call = new LabCall(_calls.Count + 1, kind, text, clock.UtcNow);
            _calls.Add(call);
            return call;
        }
    }
}
