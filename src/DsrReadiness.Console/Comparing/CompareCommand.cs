using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Comparing;

/// <summary>Tells what has changed between two snapshots of a server, or of each of many: <c>dsr compare</c>.</summary>
internal sealed class CompareCommand(ConsoleHost host, Messages messages)
{
    private readonly Dictionary<string, SnapshotInput> _earlier = new(StringComparer.OrdinalIgnoreCase);
    private int _status = ExitStatus.Ready;

    public int Run(CompareRequest request)
    {
        ServiceChoice services = ServiceSource.Open(request.Services);
        using var output = new OutputStream(host.Output);
        var sink = new ComparisonSink(output, request.Format, host);
        foreach (ReadInput read in Find(request.Earlier, request).Select(ReadInput.Of))
        {
            if (read.Failure is { } failure)
                Refuse(failure.Problem!, failure.IsOurs);
            else if (!_earlier.TryAdd(read.Snapshot!.ComputerName, read.Input!))
                Refuse($"{read.Input!.Name}: there is an earlier snapshot of {read.Snapshot.ComputerName} already, {_earlier[read.Snapshot.ComputerName].Name}: give one of each server.", false);
        }

        OrderedPipeline.Run(
            Find(request.Later, request),
            input => Ask(input, services),
            answers => answers.ForEach(answer => Use(answer, sink)),
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        sink.End();
        return _status;
    }

    private IEnumerable<SnapshotInput> Find(string argument, CompareRequest request) => SnapshotInputs.Find([argument], host.OpenInput, host.Cancellation, request.Services.File);

    private List<ComparisonAnswer> Ask(SnapshotInput input, ServiceChoice services) => ServiceSource.Ask(
        services,
        input,
        (snapshot, asked) => Compare(input, snapshot, asked),
        ComparisonAnswer.Failed,
        bug => ComparisonAnswer.Broken(input.Name, bug));

    private ComparisonAnswer Compare(SnapshotInput input, Snapshot later, AskedService asked)
    {
        if (!_earlier.TryGetValue(later.ComputerName, out SnapshotInput? earlier))
            return ComparisonAnswer.Failed($"{input.Name}: no earlier snapshot of {later.ComputerName}: compare two snapshots of one server.");
        ServerComparison comparison = ServerComparison.Of(earlier.Read!(), later, asked.Service, Catalogue.Observing, host.Cancellation);
        return new ComparisonAnswer(comparison, earlier.Name, input.Name, null, false);
    }

    private void Use(ComparisonAnswer answer, ComparisonSink sink)
    {
        if (answer.Comparison is not { } comparison)
        {
            Refuse(answer.Problem!, answer.IsOurs);
            return;
        }

        if (comparison.Count(ChangeDirection.Worse) > 0)
            _status = ExitStatus.Worse(_status, ExitStatus.NotReady);
        sink.Write(answer);
    }

    private void Refuse(string problem, bool isOurs)
    {
        messages.Say(problem);
        _status = ExitStatus.Worse(_status, isOurs ? ExitStatus.Internal : ExitStatus.BadInput);
    }
}
