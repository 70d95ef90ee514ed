using System;
using System.Collections.Generic;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.CommandLine;

/// <summary>A command that asks the same of many snapshots: they are read side by side, and the answers come in order.</summary>
internal abstract class SnapshotsCommand(ConsoleHost host, Messages messages, string name, string usage, string title) : DsrCommand(host, messages, name, usage, title)
{
    /// <summary>The worst that has become of an input so far.</summary>
    protected int Status { get; set; } = ExitStatus.Ready;

    /// <summary>The inputs that arguments stand for.</summary>
    /// <param name="arguments">Files, patterns and <c>-</c>, as given.</param>
    /// <param name="others">Files that are written, or read as something else; a pattern never means them.</param>
    protected IEnumerable<SnapshotInput> Find(IReadOnlyList<string> arguments, params IReadOnlyList<string?> others) =>
        SnapshotInputs.Find(arguments, Host.OpenInput, Host.Cancellation, others);

    protected void Pipe<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> use) =>
        OrderedPipeline.Run(items, work, use, ahead: 2 * Environment.ProcessorCount, Host.Cancellation);

    /// <summary>Takes an answer: its exit status, or what is wrong, which is said.</summary>
    protected void Take<T>(Answer<T> answer, Func<T, int> use)
        where T : class
    {
        if (answer.Value is null)
            Messages.Say(answer.Problem!);
        Status = ExitStatus.Worse(Status, answer.Value is { } value ? use(value) : answer.Status);
    }

    /// <summary>Asks something of every input for each service that is asked of its server, and returns the worst exit status.</summary>
    /// <param name="files">The inputs.</param>
    /// <param name="source">The services.</param>
    /// <param name="fault">What is said of a fault of ours.</param>
    /// <param name="ask">What is asked, on any thread.</param>
    /// <param name="write">Takes an answer, and where it comes from, in words.</param>
    /// <param name="statusOf">The exit status that an answer makes.</param>
    /// <exception cref="ServiceFileException">The service file cannot be read.</exception>
    protected int AskAll<T>(IReadOnlyList<string> files, ServiceSource source, Fault fault, Func<Snapshot, DsrService, T> ask, Action<T, string> write, Func<T, int> statusOf)
        where T : class
    {
        ServiceChoice services = source.Open();
        bool isAsked = false;
        Pipe(
            Find(files, source.File),
            input => input.Ask(fault, services, (snapshot, asked) => Answer<T>.Of(input.Name, ask(snapshot, asked.Service), snapshot.CollectedAt)),
            answers => answers.ForEach(Use));
        if (!isAsked)
            Use(SnapshotInput.OnlyWitnesses<T>());
        return Status;

        void Use(Answer<T> answer)
        {
            isAsked = true;
            Take(answer, value =>
            {
                write(value, Origin.Of(answer.Name, answer.CollectedAt));
                return statusOf(value);
            });
        }
    }

    /// <summary>What it means that files cannot be read.</summary>
    protected static string UnreadFiles(string done) =>
        $"a file cannot be read as a snapshot, or is of no server that the service file names; the others are still {done}. Or the service file cannot be read";
}
