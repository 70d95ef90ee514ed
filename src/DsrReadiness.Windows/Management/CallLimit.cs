using System;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// Carries calls to Windows out within a time, and turns whatever goes wrong into failures. A call may block before it gives its task away (creating a session and subscribing to
/// an operation do, where winmgmt is broken), or stop when it is cancelled, or not: so each has a thread of its own, and is left alone when its time is over.
/// </summary>
/// <param name="timeout">How long a call may take.</param>
internal sealed class CallLimit(TimeSpan timeout)
{
    /// <summary>How long a change that has begun is waited for when the user wants to stop: long enough for nearly every one to say what it did.</summary>
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(800);

    /// <summary>Carries a reading out; throws only when cancelled by the caller, and then at once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">What a failure becomes.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="OperationCanceledException">The caller wants to stop.</exception>
    public Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> call, Func<CimFailure, T> failed, CancellationToken cancellationToken) =>
        RunAsync(call, failed, TimeSpan.Zero, cancellationToken);

    /// <summary>
    /// Carries a change out. One that has begun is not cut off at once: half of it may be done, and nobody would know which half. So it has a moment more, and then the failure says
    /// that there was no answer.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">What a failure becomes.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<T> ChangeAsync<T>(Func<CancellationToken, Task<T>> call, Func<CimFailure, T> failed, CancellationToken cancellationToken) =>
        RunAsync(call, failed, s_moment, cancellationToken);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, Func<CimFailure, T> failed, TimeSpan moment, CancellationToken cancellationToken)
    {
        var abandoned = new CancellationTokenSource();
        Task<T> work = Task.Factory.StartNew(
            () => CatchAsync(call, failed, abandoned.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default).Unwrap();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(work, Task.Delay(timeout, over.Token)).ConfigureAwait(false);
        if (!work.IsCompleted && cancellationToken.IsCancellationRequested && moment > TimeSpan.Zero)
            await Task.WhenAny(work, Task.Delay(moment, CancellationToken.None)).ConfigureAwait(false);
        over.Cancel();
        if (work.IsCompleted)
            return await work.ConfigureAwait(false);

        // Cancelling calls into MI, which may block as well.
        _ = Task.Factory.StartNew(abandoned.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (moment == TimeSpan.Zero)
            cancellationToken.ThrowIfCancellationRequested();
        return failed(new CimFailure(
            FailureKind.Timeout,
            cancellationToken.IsCancellationRequested ? "It was stopped before there was an answer." : $"There was no answer within {timeout.TotalSeconds:0} seconds."));
    }

    /// <summary>The one place of this assembly that catches everything: a port never throws, and what MI and providers raise is not to be foreseen.</summary>
    private static async Task<T> CatchAsync<T>(Func<CancellationToken, Task<T>> call, Func<CimFailure, T> failed, CancellationToken abandoned)
    {
        try
        {
            return await call(abandoned).ConfigureAwait(false);
        }
        catch (MiException e)
        {
            return failed(e.Failure);
        }
#pragma warning disable CA1031 // As said above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return failed(new CimFailure(FailureKind.Failed, $"Unexpected {e.GetType().Name}: {e.Message}"));
        }
    }
}
