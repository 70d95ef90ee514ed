using System;
using System.Collections.Generic;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>Asks the same of many snapshots side by side, of each for every service that is asked of its server, and hands the answers on in order.</summary>
/// <param name="host">Where inputs come from.</param>
/// <param name="messages">Where problems go.</param>
/// <param name="lost">What there is not if there is a fault of ours, such as "there is no plan".</param>
internal sealed class SnapshotQueue<T>(ConsoleHost host, Messages messages, string lost)
    where T : class
{
    /// <summary>Asks, and returns the worst exit status.</summary>
    /// <param name="files">Files, patterns and <c>-</c>, as given.</param>
    /// <param name="wish">The services.</param>
    /// <param name="ask">What is asked, on any thread.</param>
    /// <param name="statusOf">The exit status that an answer makes.</param>
    /// <param name="write">Takes an answer, and where it comes from, in words.</param>
    public int Run(IReadOnlyList<string> files, ServiceWish wish, Func<Snapshot, DsrService, T> ask, Func<T, int> statusOf, Action<T, string> write)
    {
        ServiceChoice services = ServiceSource.Open(wish);
        int worst = ExitStatus.Ready;
        OrderedPipeline.Run(
            SnapshotInputs.Find(files, host.OpenInput, host.Cancellation, wish.File),
            input => Ask(input, services, ask),
            answers => answers.ForEach(answer => worst = ExitStatus.Worse(worst, Use(answer, statusOf, write))),
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        return worst;
    }

    private List<Answer<T>> Ask(SnapshotInput input, ServiceChoice services, Func<Snapshot, DsrService, T> ask) => ServiceSource.Ask(
        services,
        input,
        (snapshot, asked) => Answer<T>.Of(input.Name, ask(snapshot, asked.Service), snapshot.CollectedAt),
        problem => Answer<T>.Failed(input.Name, problem),
        bug => Answer<T>.Broken(input.Name, lost, bug));

    private int Use(Answer<T> answer, Func<T, int> statusOf, Action<T, string> write)
    {
        if (answer.Value is not { } value)
        {
            messages.Say(answer.Problem!);
            return answer.IsOurs ? ExitStatus.Internal : ExitStatus.BadInput;
        }

        write(value, Origin.Of(answer.Name, answer.CollectedAt));
        return statusOf(value);
    }
}
