using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>What every call goes through: it is counted, takes its time, and suffers the faults that were set for it.</summary>
internal sealed class CallGate(LabClock clock, LabBehaviour behaviour, LabFaults faults)
{
    private readonly object _gate = new();
    private readonly List<LabCall> _calls = [];
    private LabKilledException? _killed;

    public IReadOnlyList<LabCall> Calls
    {
        get
        {
            lock (_gate)
                return _calls.ToArray();
        }
    }

    public bool IsKilled
    {
        get
        {
            lock (_gate)
                return _killed is not null;
        }
    }

    public void Revive()
    {
        lock (_gate)
            _killed = null;
    }

    public void Forget()
    {
        lock (_gate)
            _calls.Clear();
    }

    public async Task<T> RunAsync<T>(LabCallKind kind, string text, Func<T> act, Func<CimFailure, T> fail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LabCall call = Register(kind, text);
        IReadOnlyList<Fault> due = faults.Take(call);
        if (behaviour.Latency > TimeSpan.Zero)
            await clock.DelayAsync(behaviour.Latency, cancellationToken).ConfigureAwait(false);
        if (behaviour.RealLatency > TimeSpan.Zero)
            await Task.Delay(behaviour.RealLatency, cancellationToken).ConfigureAwait(false);
        foreach (Fault fault in due.Where(each => each.Kind == FaultKind.Interfere))
            fault.Action?.Invoke();
        if (Has(due, FaultKind.KillBefore))
            throw Kill(call, "before");
        if (Has(due, FaultKind.Hang))
            return fail(await HangAsync(call, cancellationToken).ConfigureAwait(false));
        if (due.FirstOrDefault(each => each.Kind == FaultKind.Fail)?.Failure is { } failure)
            return fail(failure);
        ThrowIfKilled();
        T result = act();
        return Has(due, FaultKind.KillAfter) ? throw Kill(call, "after") : result;
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

    private LabCall Register(LabCallKind kind, string text)
    {
        lock (_gate)
        {
            if (_killed is not null)
                throw new LabKilledException(_killed.Message);
            var call = new LabCall(_calls.Count + 1, kind, text, clock.UtcNow);
            _calls.Add(call);
            return call;
        }
    }

    private void ThrowIfKilled()
    {
        lock (_gate)
        {
            if (_killed is not null)
                throw new LabKilledException(_killed.Message);
        }
    }

    private LabKilledException Kill(LabCall call, string moment)
    {
        lock (_gate)
            return _killed = new LabKilledException("The process was killed " + moment + " this took effect: " + call + ".");
    }
}
