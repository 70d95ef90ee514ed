using System;
using System.Collections.Generic;

namespace DsrReadiness.Lab;

/// <summary>What goes wrong with calls to a lab server, and when. Numbers count from 1, and from the moment at which the fault is set.</summary>
public sealed class LabFaults
{
    private readonly object _gate = new();
    private readonly List<Fault> _faults = [];

    internal LabFaults()
    {
    }

    /// <summary>At the n-th call of any kind.</summary>
    public LabFaultPoint At(int number) => Point(number, _ => true);

    /// <summary>At the n-th call that reads.</summary>
    public LabFaultPoint AtRead(int number) => Point(number, call => !call.IsChange);

    /// <summary>At the n-th call that changes something.</summary>
    public LabFaultPoint AtChange(int number) => Point(number, call => call.IsChange);

    /// <summary>At the first call that meets the condition.</summary>
    public LabFaultPoint When(Func<LabCall, bool> condition) => Point(1, condition);

    /// <summary>Takes back every fault that has not happened yet.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    internal void Set(Fault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    /// <summary>The faults that happen at this call, in the order in which they were set.</summary>
    internal IReadOnlyList<Fault> Take(LabCall call)
    {
        lock (_gate)
        {
            if (_faults.Count == 0)
                return [];
            List<Fault> due = _faults.FindAll(fault => fault.IsDue(call));
            _faults.RemoveAll(due.Contains);
            return due;
        }
    }

    private LabFaultPoint Point(int number, Func<LabCall, bool> condition) => number > 0
        ? new LabFaultPoint(this, number, condition)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "Calls are counted from 1.");
}
