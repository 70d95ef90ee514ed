using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>What is to become of a step: settled as it is, with the reason, or brought back to what was there before it.</summary>
/// <param name="Status">How the step ends if nothing is to be done.</param>
/// <param name="Note">Why.</param>
/// <param name="ForOthers">True if it is kept for the sake of somebody else.</param>
internal sealed record UndoDecision(StepStatus Status, string? Note = null, bool ForOthers = false)
{
    /// <summary>What is there now, if it is to be changed.</summary>
    public Sight? Seen { get; private init; }

    /// <summary>What it is to become; null if nothing is to be done.</summary>
    public IReadOnlyDictionary<CimStore, RowState>? Wanted { get; private init; }

    public static UndoDecision Bring(Sight seen, IReadOnlyDictionary<CimStore, RowState> wanted) => new(StepStatus.Undone) { Seen = seen, Wanted = wanted };
}
