using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>
/// What the numbers mean with which Windows says that something failed: the one place where a number becomes a kind. Messages are translated, and are never looked at.
/// A number that stands nowhere here is <see cref="FailureKind.Failed"/>.
/// </summary>
/// <remarks>
/// MI results, WBEM and Win32 numbers are from Microsoft's headers and reference. That 87, 183, 1168, 1306 and 5010 come from the network classes in these meanings is from
/// reports of users of the in-box cmdlets; which of them a given release uses is unverified.
/// </remarks>
internal static class WindowsError
{
    private const uint FacilityWin32 = 0x80070000;
    private const uint FirstTransactionError = 6700;
    private const uint LastTransactionError = 6899;

    private static readonly Dictionary<uint, FailureKind> s_results = new()
    {
        [2] = FailureKind.AccessDenied,
        [3] = FailureKind.InvalidNamespace,
        [4] = FailureKind.InvalidParameter,
        [5] = FailureKind.InvalidClass,
        [6] = FailureKind.NotFound,
        [7] = FailureKind.NotSupported,
        [11] = FailureKind.AlreadyExists,
        [12] = FailureKind.InvalidQuery, // no such property
        [13] = FailureKind.InvalidParameter, // type mismatch
        [14] = FailureKind.NotSupported, // query language
        [15] = FailureKind.InvalidQuery,
        [16] = FailureKind.NotSupported, // method not available
        [17] = FailureKind.NotSupported, // method not found
        [27] = FailureKind.Transient, // server limits exceeded
        [28] = FailureKind.Transient, // server is shutting down
    };

    private static readonly Dictionary<uint, FailureKind> s_numbers = new()
    {
        [2] = FailureKind.NotFound, // file, and registry key or value
        [5] = FailureKind.AccessDenied,
        [50] = FailureKind.NotSupported,
        [53] = FailureKind.Unreachable, // network path not found
        [87] = FailureKind.InvalidParameter,
        [121] = FailureKind.Timeout, // semaphore
        [170] = FailureKind.Transient, // busy
        [183] = FailureKind.AlreadyExists,
        [740] = FailureKind.AccessDenied, // elevation required
        [1168] = FailureKind.NotFound, // element not found
        [1231] = FailureKind.Unreachable, // network unreachable
        [1306] = FailureKind.Transient, // revision mismatch: somebody else changed it meanwhile
        [1314] = FailureKind.AccessDenied, // privilege not held
        [1460] = FailureKind.Timeout,
        [1722] = FailureKind.Unreachable, // RPC server unavailable
        [1726] = FailureKind.Unreachable, // RPC call failed
        [1727] = FailureKind.Unreachable, // RPC call did not execute
        [5010] = FailureKind.AlreadyExists, // object already exists
        [10060] = FailureKind.Unreachable, // connection timed out
        [10061] = FailureKind.Unreachable, // connection refused
        [11001] = FailureKind.Unreachable, // no such host
    };

    private static readonly Dictionary<uint, FailureKind> s_hresults = new()
    {
        [0x80041002] = FailureKind.NotFound,
        [0x80041003] = FailureKind.AccessDenied,
        [0x80041008] = FailureKind.InvalidParameter,
        [0x8004100C] = FailureKind.NotSupported,
        [0x8004100E] = FailureKind.InvalidNamespace,
        [0x80041010] = FailureKind.InvalidClass,
        [0x80041015] = FailureKind.Unreachable, // transport failure
        [0x80041017] = FailureKind.InvalidQuery,
        [0x80041019] = FailureKind.AlreadyExists,
        [0x80041024] = FailureKind.NotSupported, // provider not capable
        [0x80041033] = FailureKind.Transient, // shutting down
        [0x80041069] = FailureKind.Timeout,
        [0x8004106C] = FailureKind.Transient, // quota
        [0x80338012] = FailureKind.Unreachable, // WSMan: cannot connect
        [0x80338029] = FailureKind.Timeout, // WSMan: operation timed out
        [0x80338126] = FailureKind.Unreachable, // WSMan: no answer from there
    };

    /// <summary>The kind of an MI result, as <c>NativeErrorCode</c> of a CIM exception has it.</summary>
    public static FailureKind OfResult(uint result) => Find(s_results, result) ?? FailureKind.Failed;

    /// <summary>The kind of a Windows error number, as most methods return it.</summary>
    public static FailureKind OfNumber(uint number) => KnownNumber(number) ?? FailureKind.Failed;

    /// <summary>The kind of a CIM exception: what its id says, which is the more exact, else what its result says.</summary>
    /// <param name="result">The MI result.</param>
    /// <param name="messageId"><c>Windows System Error 5</c> or <c>HRESULT 0x80041003</c>, which are not translated; or anything else, or null.</param>
    public static FailureKind Of(uint result, string? messageId) => WindowsErrorId.Parse(messageId) switch
    {
        { IsHResult: true } id => KnownHResult(id.Number),
        { } id => KnownNumber(id.Number),
        null => null,
    } ?? OfResult(result);

    private static FailureKind? KnownHResult(uint hresult) =>
        (hresult & 0xFFFF0000) == FacilityWin32 ? KnownNumber(hresult & 0xFFFF) : Find(s_hresults, hresult);

    /// <summary>Renaming an adapter was seen to fail once with an error of transactions, and to succeed when it was tried again.</summary>
    private static FailureKind? KnownNumber(uint number) =>
        number is >= FirstTransactionError and <= LastTransactionError ? FailureKind.Transient : Find(s_numbers, number);

    private static FailureKind? Find(Dictionary<uint, FailureKind> kinds, uint number) => kinds.TryGetValue(number, out FailureKind kind) ? kind : null;
}
