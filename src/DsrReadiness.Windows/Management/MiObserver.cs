using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Management.Infrastructure;

namespace DsrReadiness.Windows.Management;

/// <summary>Collects all that an operation of MI brings.</summary>
/// <typeparam name="T">What it brings.</typeparam>
internal sealed class MiObserver<T> : IObserver<T>
{
    private readonly List<T> _received = [];
    private readonly TaskCompletionSource<IReadOnlyList<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MiObserver()
    {
    }

    /// <summary>
    /// Runs an operation to its end. Cancelled, it is not waited for: the token in its options stops it, and disposing the subscription stops its results; whether the other side takes notice is
    /// its own affair.
    /// </summary>
    /// <exception cref="MiException">Windows refused it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<IReadOnlyList<T>> DrainAsync(IObservable<T> operation, CancellationToken cancellationToken)
    {
        var observer = new MiObserver<T>();
        using CancellationTokenRegistration registration = cancellationToken.Register(() => observer._done.TrySetCanceled(cancellationToken));
        using IDisposable subscription = operation.Subscribe(observer);
        return await observer._done.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void OnNext(T value) => _received.Add(value);

    /// <inheritdoc/>
    public void OnCompleted() => _done.TrySetResult(_received);

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
        foreach (T each in _received)
            (each as IDisposable)?.Dispose();
        _done.TrySetException(error is CimException refused ? MiSession.Translated(refused) : error);
    }
}
