using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>Operations that were refused, in Windows' kinds.</summary>
internal static class Refusal
{
    public static CimFailure Denied { get; } = new(FailureKind.AccessDenied, "Access is denied. (Windows System Error 5)");

    public static CimOutcome AccessDenied() => CimOutcome.Failed(Denied);

    public static CimOutcome InvalidParameter(string why) => Of(FailureKind.InvalidParameter, why + " (Windows System Error 87)");

    public static CimOutcome NotFound(string what) => Of(FailureKind.NotFound, what + " (Windows System Error 1168)");

    public static CimOutcome NotSupported(string what) => Of(FailureKind.NotSupported, what);

    public static CimOutcome Of(FailureKind kind, string message) => CimOutcome.Failed(new CimFailure(kind, message));
}
