using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Paths;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console.Tracing;

/// <summary>Follows a packet through servers: <c>dsr path</c>.</summary>
internal sealed class PathCommand(ConsoleHost host, Messages messages)
{
    /// <summary>From the best to the worst that may become of a run.</summary>
    private static readonly int[] s_statuses = [ExitStatus.Ready, ExitStatus.Inconclusive, ExitStatus.NotReady, ExitStatus.BadInput, ExitStatus.Internal];

    public int Run(PathRequest request)
    {
        using var output = new OutputStream(host.Output);
        var sink = new PathSink(output, request.Format, host);
        ServiceChoice services = ServiceSource.Open(request.Services);
        int worst = 0;
        OrderedPipeline.Run(
            SnapshotInputs.Find(request.Files, host.OpenInput, request.Services.File),
            input => Ask(input, services),
            answers => answers.ForEach(answer =>
            {
                worst = Math.Max(worst, RankOf(answer));
                if (answer.Traces is null)
                    messages.Say(answer.Problem!);
                else
                    sink.Write(answer);
            }),
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        sink.End();
        return s_statuses[worst];
    }

    private static List<PathAnswer> Ask(SnapshotInput input, ServiceChoice services) => ServiceSource.Ask(
        services,
        input,
        (snapshot, asked) => PathAnswer.Of(input.Name, PathTracer.Trace(snapshot, asked.Service), snapshot.CollectedAt),
        problem => PathAnswer.Failed(input.Name, problem),
        bug => PathAnswer.Broken(input.Name, bug));

    /// <summary>A fault of ours beats an unreadable file, that beats a packet that dies, a VIP that leaks or a server that is cut off, and that one what cannot be told.</summary>
    private static int RankOf(PathAnswer answer) => answer switch
    {
        { IsOurs: true } => 4,
        { Traces: null } => 3,
        _ when answer.Traces.Any(trace => trace.IsTroubled) => 2,
        _ when answer.Traces.Any(trace => trace.Outcome == PathOutcome.Undetermined || trace.Leaks is null) => 1,
        _ => 0,
    };
}
