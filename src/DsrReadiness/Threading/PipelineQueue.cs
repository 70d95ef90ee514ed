using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Errors;

namespace DsrReadiness.Threading;

/// <summary>What other threads ask of the pipeline thread, which alone may write and ask the user: kept in order, and carried out there.</summary>
internal sealed class PipelineQueue : IDisposable
{
    private readonly BlockingCollection<Action> _requests = [];
    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;

    /// <summary>Has something done, some time.</summary>
    public void Post(Action request) => _requests.Add(request);

    /// <summary>Asks something and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before there was an answer.</exception>
    /// <exception cref="FailureException">There is nobody to answer.</exception>
    public T Ask<T>(Func<T> question, CancellationToken cancellationToken)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
            throw new InvalidOperationException("The pipeline thread would wait for itself.");
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.TrySetResult(question());
            }
            catch (FailureException e)
            {
                answer.TrySetException(e);
            }
            finally
            {
                answer.TrySetCanceled();
            }
        });
        using (cancellationToken.Register(() => answer.TrySetCanceled()))
            return answer.Task.GetAwaiter().GetResult();
    }

    /// <summary>Carries out what has been asked for by now.</summary>
    public void RunPending()
    {
        while (_requests.TryTake(out Action? request))
            request();
    }

    /// <summary>Carries out what is asked for until nothing more can come.</summary>
    public void RunToEnd()
    {
        foreach (Action request in _requests.GetConsumingEnumerable())
            request();
    }

    /// <summary>Nothing more will come.</summary>
    public void Complete() => _requests.CompleteAdding();

    /// <inheritdoc/>
    public void Dispose() => _requests.Dispose();
}
