namespace DsrReadiness.Cim;

/// <summary>What return values of methods mean: zero is done. Some classes count in their own way; all others return Windows error numbers.</summary>
internal static class MethodReturn
{
    /// <summary>The failure that a return value tells of; null if it was done.</summary>
    public static CimFailure? FailureOf(CimOperation operation, uint returnValue)
    {
        CimWriting writing = operation.Target.Class.Writing;
        if (returnValue == 0 || AsksForRestart(operation, returnValue))
            return null;
        string text = $"method {operation.Method} returned {returnValue}";
        return writing.Returned is { } returned ? returned(returnValue) ?? new CimFailure(FailureKind.Failed, text) : new CimFailure(WindowsError.OfNumber(returnValue), text);
    }

    /// <summary>True if the return value says that it is done, and that Windows has to be restarted.</summary>
    public static bool AsksForRestart(CimOperation operation, uint returnValue) => operation.Target.Class.Writing.DoneAfterRestart == returnValue && returnValue != 0;
}
