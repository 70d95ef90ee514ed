using DsrReadiness.Cim;

namespace DsrReadiness.Plans.Applying;

/// <summary>
/// What the return values of methods mean: zero is done. The numbers of <c>Win32_NetworkAdapterConfiguration</c> are documented by Microsoft; 1 is done as well, with a restart.
/// </summary>
internal static class MethodReturn
{
    public static CimFailure? FailureOf(CimOperation operation, uint returnValue) => (operation.Method, returnValue) switch
    {
        (_, 0) => null,
        ("SetTcpipNetbios", 1) => null,
        ("SetTcpipNetbios", 84) => new CimFailure(FailureKind.Transient, "IP is not enabled on the adapter (84)"),
        ("SetTcpipNetbios", 91) => new CimFailure(FailureKind.AccessDenied, "access denied (91)"),
        _ => new CimFailure(FailureKind.Failed, $"method {operation.Method} returned {returnValue}"),
    };
}
