using System;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>Carries calls out within a time, and turns what goes wrong into failures.</summary>
/// <param name="timeout">How long a call may take.</param>
internal sealed class CallLimit(TimeSpan timeout)
{
    /// <summary>Carries a call out; throws only when cancelled by the caller.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">What a failure becomes.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, Func<CimFailure, T> failed, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(timeout);
        try
        {
            return await call(bounded.Token).ConfigureAwait(false);
        }
        catch (MiException e)
        {
            return failed(e.Failure);
        }
        catch (ArgumentException e)
        {
            return failed(new CimFailure(FailureKind.InvalidParameter, e.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return failed(new CimFailure(FailureKind.Timeout, $"There was no answer within {timeout.TotalSeconds:0} seconds."));
        }
    }
}
