using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// What undoing a step does, in words that are made from the row and the values that are put back: what somebody is asked is what is done, whatever words the journal has for it.
/// </summary>
internal static class UndoText
{
    /// <summary>As a sentence with a full stop.</summary>
    /// <param name="step">The step.</param>
    /// <param name="on">What the interface is called now; null for what it was called then.</param>
    public static string Of(JournalStep step, string? on = null)
    {
        if (step.Change.Row.Class == LoopbackDeviceClass.Class)
            return $"Undo: Remove the loopback adapter{(step.MadeDevice is null ? string.Empty : " " + step.MadeDevice)}.";
        RowState restored = RestoredState.For(step.Before.Values.First(), step.Change.To);
        string row = Name(step.Change.Row, on ?? step.On?.Alias);
        if (!restored.IsPresent)
            return $"Undo: Remove {row}.";
        return step.Change.To.IsPresent
            ? $"Undo: Set {string.Join(" and ", restored.Values.Select(pair => $"{pair.Key.Name} to {pair.Key.Display(pair.Value)}"))} of {row}."
            : $"Undo: Put back {row}.";
    }

    private static string Name(RowSelector row, string? on)
    {
        string which = string.Join(", ", row.Where.Select(condition => condition.Property.Display(condition.Value)));
        if (row.Class == NetFirewallRuleClass.Class)
            return "firewall rule " + which;
        if (row.Class == NetIPAddressClass.Class || row.Class == NetRouteClass.Class)
            return $"{which} on {on}";
        return which.Length == 0 ? on ?? row.Class.Name : $"{on} ({which})";
    }
}
