using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Testing;

/// <summary>Judges snapshots: <c>dsr test</c>.</summary>
internal sealed class TestCommand(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr test";

    public int Run(TestRequest request)
    {
        ServiceChoice services = ServiceSource.Open(request.Services);
        using AtomicFile? file = request.Output is { } path ? Create(path, request.Files) : null;
        using var output = new OutputStream(file?.Stream ?? host.Output);
        IVerdictSink sink = request.Format switch
        {
            OutputFormat.Table => new TableSink(output.ToWriter(), Table(file)),
            OutputFormat.Json => new JsonSink(output),
            OutputFormat.Nagios => new NagiosSink(output.ToWriter(), host, messages),
            OutputFormat.Prometheus => new PrometheusSink(output.ToWriter()),
            _ => new ReportSink(output, request.Format),
        };
        using var closing = sink as IDisposable;
        ExitCode tally = JudgeAll(request, services, sink);
        int status = sink.End(tally);
        file?.Commit();
        return status;
    }

    private static AtomicFile Create(string path, IReadOnlyList<string> inputs)
    {
        if (inputs.Any(input => input != FileArgument.StandardInput && SnapshotInputs.IsSameFile(input, path)))
            throw new UsageException(CommandName, $"--output: '{path}' is one of the snapshots, and would be lost: give another name.");
        return AtomicFile.Begin(CommandName, path);
    }

    private VerdictText Table(AtomicFile? file) =>
        file is null ? new VerdictText(host.Columns, host.Style) : new VerdictText(ConsoleHost.PlainWidth, TextStyle.Plain);

    /// <summary>A page has room for what would make a server ready.</summary>
    private static bool Plans(TestRequest request) => request.Format == OutputFormat.Html;

    private ExitCode JudgeAll(TestRequest request, ServiceChoice services, IVerdictSink sink)
    {
        var tally = new ExitCode();
        Watch? watch = request.Format is OutputFormat.Nagios or OutputFormat.Prometheus ? new Watch(services, request.Services.File, host.Now()) : null;
        void Use(List<Judgement> judgements)
        {
            foreach (Judgement judgement in judgements.Select(each => watch?.Take(each) ?? each))
            {
                tally.Add(judgement);
                if (request.Format != OutputFormat.Nagios && judgement.StillMissing is { } missing)
                    messages.Say(missing);
                if (judgement.Problem is not null)
                    messages.Say(judgement.Problem);
                else
                    sink.Write(judgement);
            }
        }

        Snapshot? earlier = request.Earlier is null ? null : ReadEarlier(request.Earlier, Use);
        IEnumerable<SnapshotInput> files = SnapshotInputs.Find(request.Files, host.OpenInput, host.Cancellation, request.Output, request.Services.File);
        if (request.IsPool || services.Pools.Any())
            JudgePools(request, services, earlier, files, Use);
        else
            Pipe(files, new Judge(services, request.Strict, asked => new CheckInputs(earlier, otherServices: asked.Others), Plans(request)).Ask, Use);
        if (watch is not null)
            Use([.. watch.Missing()]);
        return tally;
    }

    private Snapshot? ReadEarlier(string path, Action<List<Judgement>> use)
    {
        ReadInput read = ReadInput.Of(SnapshotInputs.Find([path], host.OpenInput, host.Cancellation).First());
        if (read.Failure is not null)
            use([read.Failure]);
        return read.Snapshot;
    }

    /// <summary>Each server is compared with the others of its pool, so that all are read before one is judged.</summary>
    private void JudgePools(
        TestRequest request, ServiceChoice services, Snapshot? earlier, IEnumerable<SnapshotInput> files, Action<List<Judgement>> use)
    {
        var read = new List<ReadInput>();
        Pipe(files, (input, _) => ReadInput.Of(input), read.Add);
        var pools = new KnownPools(read.Select(each => each.Snapshot).OfType<Snapshot>().ToArray(), services.Pools, request.IsPool);
        var judge = new Judge(services, request.Strict, asked => new CheckInputs(earlier, pools.Of(asked), otherServices: asked.Others), Plans(request));
        Pipe(read, (each, cancellation) => each.Failure is { } failure ? [failure] : judge.Ask(each.Input!, cancellation), use);
    }

    private void Pipe<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, CancellationToken, TResult> work, Action<TResult> use) => OrderedPipeline.Run(
        items, item => work(item, host.Cancellation), use, ahead: 2 * Environment.ProcessorCount, host.Cancellation);
}
