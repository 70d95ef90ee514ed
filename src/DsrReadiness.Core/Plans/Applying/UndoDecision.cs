using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>What is to become of a step: settled as it is, with the reason, or brought back to what was there before it.</summary>
internal sealed class UndoDecision
{
    private UndoDecision(StepStatus status, string? note, bool forOthers, Sight? seen, IReadOnlyDictionary<CimStore, RowState>? wanted)
    {
        Status = status;
        Note = note;
        ForOthers = forOthers;
        Seen = seen;
        Wanted = wanted;
    }

    /// <summary>How the step ends if nothing is to be done.</summary>
    public StepStatus Status { get; }

    /// <summary>Why.</summary>
    public string? Note { get; }

    /// <summary>True if it is kept for the sake of somebody else.</summary>
    public bool ForOthers { get; }

    /// <summary>What is there now, if it is to be changed.</summary>
    public Sight? Seen { get; }

    /// <summary>What it is to become; null if nothing is to be done.</summary>
    public IReadOnlyDictionary<CimStore, RowState>? Wanted { get; }

    public static UndoDecision Settle(StepStatus status, string? note = null, bool forOthers = false) => new(status, note, forOthers, null, null);

    public static UndoDecision Bring(Sight seen, IReadOnlyDictionary<CimStore, RowState> wanted) =>
        new(StepStatus.Undone, null, false, seen, wanted);
}
