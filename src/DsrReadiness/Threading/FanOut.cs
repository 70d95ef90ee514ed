using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Threading;

/// <summary>Runs jobs side by side, a limited number at a time. What they have to say goes through one queue to the pipeline thread.</summary>
internal sealed class FanOut : IDisposable
{
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _jobs = [];
    private readonly Dictionary<object, Task> _lanes = [];
    private readonly object _gate = new();
    private bool _isDisposed;

    public FanOut(int limit)
    {
        _slots = new SemaphoreSlim(limit);
        Stopping = _stop.Token;
    }

    public PipelineQueue Queue { get; } = new();

    /// <summary>Cancelled when the command is stopped.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Starts a job on another thread, as soon as there is room and the jobs before it in its lane are done.</summary>
    public void Start(object lane, Func<CancellationToken, Task> job)
    {
        Task before = _lanes.TryGetValue(lane, out Task? last) ? last : Task.CompletedTask;
        Task after = Task.Run(() => RunAsync(before, job), CancellationToken.None);
        _lanes[lane] = after;
        _jobs.Add(after);
    }

    /// <summary>Starts a job on another thread as soon as all that were started before it are done, however they ended.</summary>
    public void StartAfterAll(Func<CancellationToken, Task> job)
    {
        Task before = EndOf(Task.WhenAll(_jobs));
        _jobs.Add(Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            await job(Stopping).ConfigureAwait(false);
        }, CancellationToken.None));
    }

    /// <summary>
    /// Starts a job on this thread, and waits for nothing: one that has all it needs is then done, and keeps its place among others like it.
    /// </summary>
    public void StartHere(Func<CancellationToken, Task> job)
    {
        if (!Stopping.IsCancellationRequested)
            _jobs.Add(job(Stopping));
    }

    /// <summary>Carries out what the jobs ask of this thread until all are done, and waits for them.</summary>
    /// <remarks>If a request throws, as all do once the pipeline is stopped, the jobs are cancelled and still waited for.</remarks>
    public void Finish()
    {
        Task all = Task.WhenAll(_jobs);
        Task complete = all.ContinueWith(_ => Queue.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        bool isDone = false;
        try
        {
            Queue.RunToEnd();
            isDone = true;
        }
        finally
        {
            if (!isDone)
                Stop();
            complete.GetAwaiter().GetResult();
        }

        if (!Stopping.IsCancellationRequested)
            all.GetAwaiter().GetResult();
    }

    /// <summary>Cancels the jobs; from any thread, and even after the end.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (!_isDisposed)
                _stop.Cancel();
        }
    }

    /// <summary>Cancels what still runs, and waits for it.</summary>
    public void Dispose()
    {
        Stop();
        EndOf(Task.WhenAll(_jobs)).GetAwaiter().GetResult();
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _stop.Dispose();
            _slots.Dispose();
            Queue.Dispose();
        }
    }

    /// <summary>The end of a task, however it ends.</summary>
    private static Task EndOf(Task task) =>
        task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task RunAsync(Task before, Func<CancellationToken, Task> job)
    {
        await EndOf(before).ConfigureAwait(false);
        await _slots.WaitAsync(Stopping).ConfigureAwait(false);
        try
        {
            await job(Stopping).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }
}
