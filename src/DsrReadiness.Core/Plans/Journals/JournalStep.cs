using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Journals;

/// <summary>One step of a run, as the journal knows it: enough to put back what was there before.</summary>
public sealed class JournalStep
{
    internal JournalStep(
        int number, Change change, InterfaceRef? on, IReadOnlyDictionary<CimStore, RowState> before, IReadOnlyList<string> knownDevices)
    {
        Number = number;
        Change = change;
        On = on;
        Before = before;
        KnownDevices = knownDevices;
    }

    /// <summary>The step's number in its run, from 1.</summary>
    public int Number { get; }

    /// <summary>What was to be changed.</summary>
    public Change Change { get; }

    /// <summary>The interface as it was found at the time, or null.</summary>
    public InterfaceRef? On { get; }

    /// <summary>The row in each store before the change.</summary>
    public IReadOnlyDictionary<CimStore, RowState> Before { get; }

    /// <summary>For the creation of a device: the loopback devices that were there before, so that a new one can be told even after a sudden end.</summary>
    public IReadOnlyList<string> KnownDevices { get; }

    /// <summary>For the creation of a device: the instance id that it was given.</summary>
    public string? MadeDevice { get; internal set; }

    /// <summary>How far it came.</summary>
    public StepStatus Status { get; internal set; }

    /// <summary>When a write of it was not answered; null if all were.</summary>
    public DateTimeOffset? UnansweredAt { get; internal set; }

    /// <summary>True if the write that was not answered was one that undid it.</summary>
    internal bool IsUndoingUnanswered { get; set; }

    /// <summary>Why it failed or was kept.</summary>
    public string? Note { get; internal set; }

    /// <summary>True if the step was kept for the sake of another VIP, and goes when that goes.</summary>
    public bool IsKeptForOthers { get; internal set; }

    /// <summary>
    /// True if the step made this device. A run that was cut off while it made the device did not get to write its id: then it is one that was not there before.
    /// </summary>
    internal bool MadeDeviceIs(string instanceId)
    {
        if (Change.Row.Class != LoopbackDeviceClass.Class || !Change.To.IsPresent)
            return false;
        return MadeDevice is not null
            ? string.Equals(MadeDevice, instanceId, StringComparison.OrdinalIgnoreCase)
            : !KnownDevices.Contains(instanceId, StringComparer.OrdinalIgnoreCase);
    }
}
