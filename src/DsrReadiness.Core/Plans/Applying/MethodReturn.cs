using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// What the return values of methods mean: zero is done. The numbers of <c>Win32_NetworkAdapterConfiguration</c> are its own and documented by Microsoft; 1 is done as well, with a
/// restart. All other methods return Windows error numbers.
/// </summary>
internal static class MethodReturn
{
    private const string SetTcpipNetbios = nameof(SetTcpipNetbios);

    /// <summary>The failure that a return value tells of; null if it was done.</summary>
    public static CimFailure? FailureOf(CimOperation operation, uint returnValue) => (operation.Method, returnValue) switch
    {
        (_, 0) => null,
        (SetTcpipNetbios, 1) => null,
        (SetTcpipNetbios, 84) => new CimFailure(FailureKind.Transient, "IP is not enabled on the adapter (84)"),
        (SetTcpipNetbios, 91) => new CimFailure(FailureKind.AccessDenied, "access denied (91)"),
        (SetTcpipNetbios, _) => new CimFailure(FailureKind.Failed, $"method {operation.Method} returned {returnValue}"),
        _ => new CimFailure(WindowsError.OfNumber(returnValue), $"method {operation.Method} returned {returnValue}"),
    };

    /// <summary>True if the return value says that it is done, and that Windows has to be restarted.</summary>
    public static bool AsksForRestart(string? method, uint returnValue) => method == SetTcpipNetbios && returnValue == 1;
}
