namespace DsrReadiness.Cim;

/// <summary>What became of an operation: done, with what the server said, or a failure.</summary>
public sealed class CimOutcome
{
    private CimOutcome(CimFailure? failure, uint returnValue, bool restartNeeded)
    {
        Failure = failure;
        ReturnValue = returnValue;
        RestartNeeded = restartNeeded;
    }

    /// <summary>The failure, or null if the operation was carried out.</summary>
    public CimFailure? Failure { get; }

    /// <summary>A method's return value; 0 otherwise.</summary>
    public uint ReturnValue { get; }

    /// <summary>True if the change takes effect at the next start only.</summary>
    public bool RestartNeeded { get; }

    /// <summary>An operation that was carried out.</summary>
    public static CimOutcome Done(uint returnValue = 0, bool restartNeeded = false) => new(null, returnValue, restartNeeded);

    /// <summary>An operation that failed.</summary>
    public static CimOutcome Failed(CimFailure failure) => new(failure, 0, false);
}
