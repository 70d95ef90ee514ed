using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DsrReadiness.Checks;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Paths;

/// <summary>What the verdict and the path say of one server, and whether both can be true.</summary>
internal sealed class Agreement
{
    /// <summary>
    /// Errors of which a packet of today shows nothing: what the next start brings (V05, M05), a device's problem code (A03), names (D), and
    /// what hits the server's own connections or other clients (H01, V02, V08, V10, V12).
    /// </summary>
    private static readonly HashSet<string> s_notShown =
        ["V05", "M05", "A03", "D01", "D02", "D03", "D04", "D05", "N01", "N02", "S04", "W05", "V13", "H01", "V02", "V08", "V10", "V12", "A06"];

    private static readonly CheckRunner s_runner = new(Catalogue.All, strict: false);

    private Agreement(ServerVerdict verdict, IReadOnlyList<PathTrace> traces)
    {
        Verdict = verdict;
        Traces = traces;
    }

    public ServerVerdict Verdict { get; }

    public IReadOnlyList<PathTrace> Traces { get; }

    /// <summary>Why both cannot be true; null if they agree.</summary>
    public string? Disagreement
    {
        get
        {
            bool dies = Traces.Any(trace => trace.Outcome == PathOutcome.Dropped);
            bool leaks = Traces.Any(trace => trace.Resolution.Any(hop => hop.Outcome == HopOutcome.Leaks));
            bool isOpen = Traces.Any(trace => trace.Outcome == PathOutcome.Undetermined || trace.Resolution.Any(hop => hop.Outcome == HopOutcome.Undetermined));
            if (Verdict.Verdict == DsrReadiness.Verdicts.Verdict.Ready && (dies || leaks || isOpen))
                return "Ready, but " + string.Join(" ", Traces.SelectMany(trace => trace.All).Where(hop => hop.Outcome != HopOutcome.Passes).Select(hop => hop.Statement));
            string[] failed = Failed.Where(id => !s_notShown.Contains(id)).ToArray();
            return Verdict.Verdict == DsrReadiness.Verdicts.Verdict.NotReady && failed.Length > 0 && !dies && !leaks && !isOpen
                ? "The packet is answered, but failed: " + string.Join(", ", failed)
                : null;
        }
    }

    public IEnumerable<string> Failed => Verdict.Results
        .Where(result => result.Outcome == Outcome.Failed && result.Severity == Severity.Error).Select(result => result.Id);

    public static Agreement On(IReadOnlyList<Twist> twists)
    {
        Server server = Server.Ready();
        foreach (Twist twist in twists)
            twist.ApplyTo(server);
        return On(server.Build(), Server.Service().Clients("203.0.113.0/24"));
    }

    public static Agreement On(Snapshot snapshot, DsrService service) =>
        new(s_runner.Run(snapshot, service, CheckInputs.None, CancellationToken.None), PathTracer.Trace(snapshot, service));
}
