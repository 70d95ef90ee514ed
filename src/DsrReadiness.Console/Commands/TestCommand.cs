using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Judges snapshots: <c>dsr test</c>.</summary>
internal sealed class TestCommand : SnapshotsCommand
{
    private readonly ServiceOptions _service = new();
    private readonly Option<string> _earlier = Value("--earlier", "FILE", "A snapshot of the same server from when it was ready: R01 tells what has changed since");
    private readonly Option<bool> _pool = Flag("--pool", "The files are the servers of one pool: R02 finds the odd one, N01 and N02 who has answered for the VIP. The pools of a service file are known without it");
    private readonly Option<bool> _strict = Flag("--strict", "Treat warnings as errors");
    private readonly Option<string> _format = FormatOption(
        "table (for people, the default), json, junit (for CI systems), html (one page that needs nothing else, with a plan for each server that is not ready), markdown, nagios (one line for a monitoring system that runs plug-ins; exit "
        + "status 0 all well, 1 a warning or not certain, 2 not ready, 3 not known, as for files and arguments) or prometheus (figures for its textfile collector)");

    private readonly Option<string> _output = OutputFile("Write to this file, all at once, when all is judged");
    private readonly ExitCode _tally = new();

    public TestCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "test", "FILE... --vip ADDRESS [options]", "judge snapshots for a service") => Files = FileArgument();

    public override string About =>
        WhatFileIs + " Results come in the order of the files. Files that hold what cmdlets gave, such as Get-NetIPInterface | Export-Clixml FILE or ConvertTo-Json, are one server together, which comes last; what is still missing for a "
        + "verdict is said.";

    public override IReadOnlyList<OptionGroup> Groups =>
        [_service.Group, new("What to compare with:", _earlier, _pool), new("How to judge and what to write:", _strict, _format, _output)];

    public override string ExitsBut => ", but with --format nagios";

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "every server is ready"),
        (ExitStatus.NotReady, "a server is not ready"),
        (ExitStatus.Inconclusive, "a server could not be judged for certain, and none is not ready"),
        (ExitStatus.BadInput, UnreadFiles("judged")));

    public override string Example => "dsr test web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5";

    public override Func<int>? Read(Given given)
    {
        string[] files = given.Files(Files!);
        OutputFormat format = given.Format(_format, Enum.GetValues<OutputFormat>());
        string? output = given.Output(_output);
        string? earlier = given.Text(_earlier, "the snapshot from when the server was ready");
        if (earlier == StandardInput && files.Contains(StandardInput))
            given.Errors.Add("'-' is given as a snapshot and as --earlier: standard input can be read once only.");
        bool isPool = given.Is(_pool);
        bool strict = given.Is(_strict);
        return _service.Read(given) is { } source ? () => Run(source, files, earlier, isPool, strict, format, output) : null;
    }

    private int Run(ServiceSource source, string[] files, string? earlier, bool isPool, bool strict, OutputFormat format, string? path)
    {
        ServiceChoice services = source.Open();
        using AtomicFile? file = AtomicFile.Begin(FullName, path, files);
        using var output = new OutputStream(file?.Stream ?? Host.Output);
        IVerdictSink sink = format switch
        {
            OutputFormat.Table or OutputFormat.Json => new EachSink(
                output,
                format == OutputFormat.Json ? new VerdictJson(output) : null,
                file is null ? new VerdictText(Host.Columns, Host.Style) : new VerdictText(ConsoleHost.PlainWidth, TextStyle.Plain)),
            OutputFormat.Nagios => new NagiosSink(output.ToWriter(), Host, Messages),
            OutputFormat.Prometheus => new PrometheusSink(output.ToWriter()),
            _ => new ReportSink(output, format),
        };
        using var closing = sink as IDisposable;
        bool isMonitored = format is OutputFormat.Nagios or OutputFormat.Prometheus;
        var watch = new Watch(services, source.File, isMonitored ? Host.Now() : null);
        Snapshot? before = earlier is null ? null : ReadEarlier(earlier);
        IEnumerable<SnapshotInput> found = Find(files, path, source.File);
        bool plans = format == OutputFormat.Html; // A page has room for what would make a server ready.
        if (isPool || services.Pools.Any())
            JudgePools(services, found, isPool, pools => new Judge(services, strict, asked => new CheckInputs(before, pools.Of(asked), otherServices: asked.Others), plans), Use);
        else
            Pipe(found, input => new Judge(services, strict, asked => new CheckInputs(before, otherServices: asked.Others), plans).Ask(input, Host.Cancellation), Use);
        foreach (Answer<Judgement> missing in isMonitored ? watch.Missing() : [])
            Take(missing);
        if (!isMonitored && source.IsWholeFile && watch.MissingInWords() is { } unseen)
            Messages.Say(unseen);
        if (_tally.Total == 0)
            Take(SnapshotInput.OnlyWitnesses<Judgement>());
        int status = sink.End(_tally);
        file?.Commit();
        return status;

        void Use(List<Answer<Judgement>> judgements)
        {
            foreach (Answer<Judgement> judgement in judgements.Select(watch.Take))
            {
                if (format != OutputFormat.Nagios && judgement.Value?.StillMissing is { } missing)
                    Messages.Say(missing);
                Take(judgement);
                if (judgement.Value is not null)
                    sink.Write(judgement);
                else if (judgement.Problem is { } problem)
                    sink.WriteUnread(judgement.Name, problem);
            }
        }
    }

    private void Take(Answer<Judgement> judgement)
    {
        _tally.Add(judgement);
        if (judgement.Problem is { } problem)
            Messages.Say(problem);
    }

    private Snapshot? ReadEarlier(string path)
    {
        Answer<Snapshot> read = Find([path]).First().Ask(Fault.Judging, snapshot => snapshot);
        if (read.Value is null)
            Take(read.As<Judgement>());
        return read.Value;
    }

    /// <summary>Each server is compared with the others of its pool, so that all are read before one is judged.</summary>
    private void JudgePools(ServiceChoice services, IEnumerable<SnapshotInput> files, bool isPool, Func<KnownPools, Judge> judges, Action<List<Answer<Judgement>>> use)
    {
        var read = new List<Answer<Snapshot>>();
        Pipe(files, input => input.Ask(Fault.Judging, snapshot => snapshot), read.Add);
        Judge judge = judges(new KnownPools(read.Select(each => each.Value).OfType<Snapshot>().ToArray(), services.Pools, isPool));
        Pipe(read, each => each.Value is { } snapshot ? judge.Ask(SnapshotInput.Of(each.Name, snapshot), Host.Cancellation) : [each.As<Judgement>()], use);
    }
}
