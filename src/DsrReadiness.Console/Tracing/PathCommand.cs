using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Paths;

namespace DsrReadiness.Console.Tracing;

/// <summary>Follows a packet through servers: <c>dsr path</c>.</summary>
internal sealed class PathCommand(ConsoleHost host, Messages messages)
{
    public int Run(PathRequest request)
    {
        using var output = new OutputStream(host.Output);
        var sink = new PathSink(output, request.Format, host);
        int status = new SnapshotQueue<IReadOnlyList<PathTrace>>(host, messages, "no packet could be followed").Run(
            request.Files, request.Services, (snapshot, service) => PathTracer.Trace(snapshot, service), StatusOf, sink.Write);
        sink.End();
        return status;
    }

    /// <summary>A packet that dies, a VIP that leaks or a server that is cut off beats what cannot be told.</summary>
    private static int StatusOf(IReadOnlyList<PathTrace> traces) =>
        traces.Any(trace => trace.IsTroubled) ? ExitStatus.NotReady
        : traces.Any(trace => trace.Outcome == PathOutcome.Undetermined || trace.Leaks is null) ? ExitStatus.Inconclusive
        : ExitStatus.Ready;
}
