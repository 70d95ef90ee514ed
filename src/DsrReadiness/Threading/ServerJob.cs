using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Errors;
using DsrReadiness.Host;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Threading;

/// <summary>What a command does with one server, on whatever thread: the way back to the pipeline.</summary>
/// <param name="server">The server.</param>
/// <param name="pipeline">Carries out what is asked of the pipeline thread.</param>
/// <param name="queue">Takes it there.</param>
/// <param name="stopping">Cancelled when the command is stopped.</param>
internal sealed class ServerJob(DsrServer server, IPipeline pipeline, PipelineQueue queue, CancellationToken stopping)
{
    public DsrServer Server { get; } = server;

    public CancellationToken Stopping { get; } = stopping;

    /// <summary>Reads the server, and says so.</summary>
    public Task<Snapshot> ReadAsync(IReadOnlyCollection<ReadingId>? readings = null)
    {
        Tell($"Reading {Server}.");
        return Server.Access.TakeSnapshotAsync(readings, Stopping);
    }

    /// <summary>What was established about the server.</summary>
    /// <exception cref="FailureException">It could not be.</exception>
    public T Known<T>(Fact<T> fact) => fact.TryGet(out T? value, out Missing? missing)
        ? value
        : throw new FailureException(Failures.ReadingFailed(Server, missing.Reason, missing.Recommendation));

    public void Write(object output) => queue.Post(() => pipeline.Write(output));

    public void Write(Failure failure) => queue.Post(() => pipeline.Write(failure));

    public void Tell(string text) => queue.Post(() => pipeline.Tell(text));

    public void Warn(string text, string? command = null) => queue.Post(() => pipeline.Warn(text, command));

    public void Progress(string activity, string status, int percent) =>
        queue.Post(() => pipeline.Progress(Server, activity, status, percent));

    /// <summary>Asks whether something may be done, as -WhatIf and -Confirm have it.</summary>
    public bool MayDo(string target, string action) => queue.Ask(() => pipeline.MayDo(target, action), Stopping);

    /// <summary>False if nobody is asked whether something may be done.</summary>
    public bool Asks() => queue.Ask(() => pipeline.Asks, Stopping);

    /// <summary>Lets something be shown as <see cref="MayDo"/> shows it, where nobody is asked, and waits for nothing.</summary>
    public void Show(string target, string action) => queue.Post(() => pipeline.MayDo(target, action));

    /// <summary>Asks whether VIPs may be taken out of service.</summary>
    /// <exception cref="FailureException">There is nobody to answer.</exception>
    public bool MayTakeOut(string question, bool always) => queue.Ask(() => pipeline.MayTakeOut(question, always), Stopping);

    /// <summary>Asks something else of the pipeline thread.</summary>
    public T Ask<T>(Func<T> question) => queue.Ask(question, Stopping);

    /// <summary>Does the work; whatever goes wrong with this server is written as its error, and never ends the others.</summary>
    public async Task RunAsync(Func<ServerJob, Task> work)
    {
        try
        {
            await work(this).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // The user has stopped the command and waits for nothing more.
        }
        catch (FailureException e)
        {
            Write(e.Failure);
        }
#pragma warning disable CA1031 // A fault of ours on one server must not take the results of the others with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Write(Failures.UnexpectedFault(Server, e));
        }
    }
}
