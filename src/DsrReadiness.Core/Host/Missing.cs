using DsrReadiness.Cim;

namespace DsrReadiness.Host;

/// <summary>Why a fact is not there: it could not be observed, or what it would be about does not exist.</summary>
internal sealed class Missing(bool isAbsent, string reason, string recommendation)
{
    /// <summary>True if the subject does not exist, which another check reports; false if it could not be observed.</summary>
    public bool IsAbsent { get; } = isAbsent;

    public string Reason { get; } = reason;

    public string Recommendation { get; } = recommendation;

    /// <summary>It could not be observed.</summary>
    public static Missing Unknown(string reason, string recommendation) => new(false, reason, recommendation);

    /// <summary>The subject does not exist; the reason names the check that says so.</summary>
    public static Missing Absent(string reason) => new(true, reason, string.Empty);

    /// <summary>A reading failed.</summary>
    public static Missing Reading(string reading, CimFailure failure) => failure.Kind switch
    {
        FailureKind.NotCollected => Unknown(reading + " was not collected.", "Collect again with the current collector script, or judge the server live."),
        FailureKind.AccessDenied => Unknown(reading + " could not be read: access is denied.", "Collect again from an elevated session."),
        FailureKind.InvalidClass or FailureKind.InvalidNamespace => Unknown(
            reading + " does not exist on this server.", "Check the Windows release: the network classes came with Windows Server 2012."),
        FailureKind.Malformed => Unknown(reading + " contains invalid rows: " + failure.Message + ".", "Collect again."),
        _ => Unknown(reading + " could not be read (" + failure + ").", "Collect again, and look at the failure if it comes back."),
    };

    /// <summary>One property of one row has no value.</summary>
    public static Missing Property<T>(string what, Field<T> field) => Unknown(
        what + " is " + field + ".",
        field.State == FieldState.Missing ? "Collect again with every property of the class." : "Look at the property on the server, and collect again.");
}
