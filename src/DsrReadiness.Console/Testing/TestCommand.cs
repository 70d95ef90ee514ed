using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Testing;

/// <summary>Judges snapshots: <c>dsr test</c>.</summary>
internal sealed class TestCommand(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr test";

    public int Run(TestRequest request)
    {
        using AtomicFile? file = request.Output is { } path ? Create(path, request.Files) : null;
        using var output = new OutputStream(file?.Stream ?? host.Output);
        IVerdictSink sink = request.Format == OutputFormat.Json ? new JsonSink(output) : new TableSink(output.ToWriter(), Table(file));
        Tally tally = JudgeAll(request, sink);
        sink.End(tally);
        file?.Commit();
        return tally.ExitStatus;
    }

    private static AtomicFile Create(string path, IReadOnlyList<string> inputs)
    {
        if (inputs.Any(input => input != FileArgument.StandardInput && SnapshotInputs.IsSameFile(input, path)))
            throw new UsageException(CommandName, $"--output: '{path}' is one of the snapshots, and would be lost: give another name.");
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(CommandName, $"--output: '{path}' cannot be written: {e.Message}");
        }
    }

    private VerdictText Table(AtomicFile? file) =>
        file is null ? new VerdictText(host.Columns, host.Style) : new VerdictText(ConsoleHost.PlainWidth, TextStyle.Plain);

    private Tally JudgeAll(TestRequest request, IVerdictSink sink)
    {
        var judge = new Judge(request.Service, request.Strict);
        var tally = new Tally();
        OrderedPipeline.Run(
            SnapshotInputs.Find(request.Files, host.OpenInput, request.Output),
            input => judge.Ask(input, host.Cancellation),
            judgement =>
            {
                tally.Add(judgement);
                if (judgement.Problem is not null)
                    messages.Say(judgement.Problem);
                else
                    sink.Write(judgement);
            },
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        return tally;
    }
}
